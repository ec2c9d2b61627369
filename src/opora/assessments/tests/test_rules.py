"""Who is asked what, what is missing, where two fillings differ, when a form may stand."""

from datetime import date

import pytest

from opora.assessments.rules import (
    Obstacle,
    Standing,
    Subject,
    asked_cells,
    check_answers,
    clean_comments,
    differing,
    gaps,
    obstacles_to_writing,
)
from opora.instruments.rules import Level
from opora.instruments.tests.forms import item, small_form

FORM = small_form(item("1.1"), item("1.2", 1, Level.CAREGIVER), item("1.3", 2, Level.CHILD, age_min=3, age_max=6))
MOTHER = Subject("8", Level.CAREGIVER)
BABY, PRESCHOOLER, PUPIL, UNKNOWN_AGE = (
    Subject(str(key), Level.CHILD, age=age) for key, age in enumerate((1, 4, 9, None), 10)
)
PEOPLE = (Subject.family(), MOTHER, BABY, PRESCHOOLER, PUPIL, UNKNOWN_AGE)
ENTRY_DAY, EXIT_DAY = date(2021, 6, 15), date(2022, 6, 30)
ENTRY = Standing(1, "entry", ENTRY_DAY, True)
EXIT = Standing(2, "exit", EXIT_DAY, True)


def test_everybody_is_asked_what_concerns_them_in_their_age():
    asked = [(cell.item.code, cell.subject.key) for cell in asked_cells(FORM, PEOPLE)]
    assert asked == [("1.1", "family"), ("1.2", "8"), ("1.3", "11"), ("1.3", "13")]


def test_a_question_without_an_answer_is_a_gap_and_not_knowing_is_not():
    answers = {"1.1": {"family": "unknown"}, "1.3": {"11": 2}}
    assert [(cell.item.code, cell.subject.key) for cell in gaps(FORM, answers, PEOPLE)] == [("1.2", "8"), ("1.3", "13")]


@pytest.mark.parametrize(
    "answers",
    [
        {"9.9": {"family": 1}},
        {"1.1": {"8": 1}},
        {"1.3": {"10": 1}},
        {"1.1": {"family": 4}},
        {"1.1": {"family": True}},
        {"1.1": {"family": "yes"}},
    ],
    ids=["unknown item", "wrong level", "wrong age", "outside the scale", "a truth value", "a word"],
)
def test_what_was_not_asked_is_not_taken(answers):
    assert len(check_answers(FORM, answers, PEOPLE)) == 1


def test_empty_comments_and_comments_to_nothing_are_not_kept():
    assert clean_comments(FORM, {"1.1": " да ", "1.2": " ", "9.9": "что"}) == {"1.1": "да"}


def test_two_fillings_differ_item_by_item():
    mine = ({"1.1": {"family": 2}, "1.2": {"8": 1}}, {"1.1": "моё"})
    theirs = ({"1.1": {"family": 3}, "1.2": {"8": 1}, "1.3": {"11": 0}}, {})
    first, second = differing(FORM, mine, theirs)
    assert (first.item, first.answers, first.comments) == ("1.1", {"family": (2, 3)}, ("моё", ""))
    assert (second.item, second.answers, second.comments) == ("1.3", {"11": (None, 0)}, None)
    assert differing(FORM, mine, mine) == []


@pytest.mark.parametrize(
    ("point", "standing", "is_open", "expected"),
    [
        ("entry", [], True, []),
        ("entry", [], False, [Obstacle.CASE_CLOSED]),
        ("entry", [ENTRY], True, [Obstacle.ENTRY_EXISTS]),
        ("review", [], True, []),
        ("exit", [], True, [Obstacle.NO_APPROVED_ENTRY]),
        ("exit", [Standing(1, "entry", ENTRY_DAY, False)], True, [Obstacle.NO_APPROVED_ENTRY]),
        ("exit", [ENTRY], True, []),
        ("exit", [ENTRY, EXIT], True, [Obstacle.EXIT_EXISTS]),
        ("follow_up", [ENTRY], True, [Obstacle.NO_EXIT_YET]),
        ("follow_up", [ENTRY, EXIT], True, []),
        ("follow_up", [ENTRY], False, []),
    ],
)
def test_when_a_form_may_be_begun(point, standing, is_open, expected):
    assert obstacles_to_writing(point, standing, is_open=is_open) == expected


def test_a_reopened_case_may_have_another_exit():
    assert obstacles_to_writing("exit", [ENTRY, EXIT], is_open=True, episode=2) == []


@pytest.mark.parametrize(
    ("point", "standing", "on", "expected"),
    [
        ("exit", [ENTRY], date(2021, 6, 14), [Obstacle.BEFORE_ENTRY]),
        ("exit", [ENTRY], ENTRY_DAY, []),
        ("entry", [EXIT], date(2022, 7, 1), [Obstacle.AFTER_EXIT]),
        ("follow_up", [ENTRY, EXIT], date(2022, 1, 1), [Obstacle.BEFORE_EXIT]),
        ("review", [ENTRY, Standing(3, "review", EXIT_DAY, True)], EXIT_DAY, [Obstacle.SAME_DAY]),
    ],
)
def test_the_days_of_forms_follow_one_another(point, standing, on, expected):
    is_open = point != "follow_up"
    assert obstacles_to_writing(point, standing, is_open=is_open, on=on) == expected
