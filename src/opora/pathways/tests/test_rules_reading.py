"""A definition is read whole, or every slip of its shape is named at once."""

import json

import pytest

from opora.pathways.rules import Malformed, parse, problems_in
from opora.pathways.tests.processes import SHIPPED, shipped, small


def slips(body):
    with pytest.raises(Malformed) as caught:
        parse(body)
    return {(problem.kind, problem.where.part, problem.where.name, problem.what) for problem in caught.value.problems}


@pytest.mark.parametrize("code", [path.parent.name for path in SHIPPED])
def test_a_process_kept_as_json_is_the_process_of_the_file(code):
    body = shipped(code)
    assert parse(json.loads(json.dumps(body))) == parse(body)


def test_every_slip_of_shape_is_named_at_once():
    body = small()
    del body["start"]
    body["colour"] = "green"
    body["title"] = "Small"
    body["stages"]["vote"]["days"] = "five"
    body["stages"]["vote"]["at"] = [1]
    body["actions"]["open"]["effect"] = "explode"
    body["actions"]["open"]["documets"] = ["minutes"]
    body["exits"]["closed"] = "closed"
    assert slips(body) >= {
        ("missing", "process", "", "start"),
        ("unknown_word", "process", "", "colour"),
        ("wrong", "process", "", "title"),
        ("wrong", "stage", "vote", "days"),
        ("wrong", "stage", "vote", "at"),
        ("wrong", "action", "open", "effect"),
        ("misspelled_word", "action", "open", "documets"),
        ("wrong", "exit", "closed", "closed"),
    }


def test_a_slip_is_told_as_a_sentence_with_its_place():
    body = small()
    del body["stages"]["vote"]["role"]
    with pytest.raises(ValueError, match=r"stage “vote”: “role” is missing\. Add it\."):
        parse(body)


def test_one_word_stands_for_a_list_of_one():
    body = small()
    body["actions"]["study"]["documents"] = "report"
    assert parse(body) == parse(small())


def test_answers_yes_and_no_have_their_words():
    body = small()
    body["criteria"]["need"]["facts"]["is_child"]["labels"] = {"true": {"ru": "да", "en": "yes"}}
    assert parse(body).criteria["need"].facts["is_child"].labels[True].ru == "да"


@pytest.mark.parametrize(
    "path",
    [
        ("stages",),
        ("exits", "closed"),
        ("actions", "open"),
        ("criteria", "need", "rows"),
        ("actions", "open", "criteria"),
    ],
)
@pytest.mark.parametrize("value", [None, 3, "text", [], [[{"a": 1}]], {"need": [{"a": 1}]}, {"x": {"at": [[], {}]}}])
def test_nonsense_in_any_part_is_told_and_never_crashes(path, value):
    body = small()
    part = body
    for key in path[:-1]:
        part = part[key]
    part[path[-1]] = value
    assert problems_in(body)


@pytest.mark.parametrize("value", [None, 3, "text", [], {"stages": []}])
def test_nonsense_is_refused_and_never_crashes(value):
    with pytest.raises(Malformed):
        parse(value)
