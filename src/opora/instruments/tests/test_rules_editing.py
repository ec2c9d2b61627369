"""A form goes from its file into the editor and back unchanged, whatever it says."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from opora.common.toml_writing import write_toml
from opora.instruments.rules import editing as rules
from opora.instruments.rules import form_problems, read_form, read_instrument, written
from opora.instruments.tests.forms import SMALL, whole_form
from opora.packs.queries import SHIPPED

SHIPPED_FORMS = sorted(SHIPPED.glob("*/instruments/*.toml"))


@pytest.mark.parametrize("path", SHIPPED_FORMS, ids=lambda path: path.stem)
def test_a_shipped_form_reads_back_from_the_editor_as_it_was(path: Path) -> None:
    form = read_instrument(path.read_text(encoding="utf-8")).definition
    assert form is not None
    again = read_instrument(write_toml(written(form))).definition
    assert again == form and read_form(written(form)).definition == form


@given(some.lists(some.text(min_size=1, max_size=60), min_size=1, max_size=6))
def test_any_words_come_back_from_a_file(words: list[str]) -> None:
    form = written(whole_form())
    for place, text in enumerate(words):
        form, _code = rules.put_item(
            form, "1", rules.said_item(
                level="child", text={"ru": f"я{text}", "en": text}, weak_if={"ru": text}, anchors={"ru": [text] * 4},
                safety=place % 2 == 0, reversed_=place % 3 == 0, ages=(place, None), replaces="", reworded=False,
            ), [],
        )  # fmt: skip
    assert tomllib.loads(write_toml(form)) == form


def test_a_position_is_never_given_twice() -> None:
    old = read_instrument(SMALL).definition
    assert old is not None
    form = rules.drop_item(rules.next_version(old), "1.2")
    item = rules.said_item(
        level="family", text={"ru": "Новое"}, weak_if={}, anchors={}, safety=False, reversed_=False,
        ages=(None, None), replaces="1.2", reworded=False,
    )  # fmt: skip
    form, code = rules.put_item(form, "1", item, [old])
    made = rules.item_of(form, code)
    assert made is not None and (code, made["position"], made["replaces"]) == ("1.3", 2, "1.2")
    assert not [one for one in form_problems(form, [old]) if one.must]


def test_an_answer_moved_takes_its_descriptions_along() -> None:
    form = written(whole_form())
    form, code = rules.put_item(
        form, "1", {"level": "family", "text": {"ru": "А"}, "anchors": {"ru": list("абвг")}}, []
    )
    moved = rules.drop_level(rules.shift_level(form, 0, 1), 3)
    item = rules.item_of(moved, code)
    assert item is not None and item["anchors"] == {"ru": ["б", "а", "в"]}
    assert [one["label"]["ru"] for one in rules.levels_of(moved)] == ["норма", "сила", "слабая"]


def test_what_is_wrong_names_the_part_and_speaks_of_no_file() -> None:
    form = rules.new_form("own", {"ru": "Своя"}, {"weak_from": 1, "level": [{"value": 0, "label": {"ru": "Да"}}]})
    form, _code = rules.put_section(form, {"title": {"ru": "Раздел"}}, [])
    form, _code = rules.put_section(form, {"title": {}}, [])
    found = [(one.part, one.code) for one in form_problems(form, []) if one.must]
    assert {("scale", ""), ("section", "1"), ("section", "2")} <= set(found)
    assert not any("[[" in one.finding.advice or "=" in one.finding.advice for one in form_problems(form, []))
