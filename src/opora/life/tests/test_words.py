"""Every kind of record has its sentence, in both languages, and no sentence speaks like a machine."""

import re

import pytest
from django.utils.translation import override

from opora.life import words
from opora.life.queries.sources import SOURCES
from opora.life.queries.telling import TELLING
from opora.life.rules import GROUPS, KINDS, RECORDED, kinds_for

TABLES = {
    name: table
    for name, table in vars(words).items()
    if name.isupper() and isinstance(table, dict) and name not in {"CODES"}
}
SENTENCES = [(name, key) for name, table in TABLES.items() for key in table]


@pytest.mark.parametrize(("name", "key"), SENTENCES, ids=str)
def test_a_record_is_told_in_both_languages(name: str, key: str) -> None:
    with override("en"):
        english = str(TABLES[name][key])
    with override("ru"):
        russian = str(TABLES[name][key])
    assert english and re.search("[а-яё]", russian.lower()) and not re.search("[а-яё]", english.lower())
    assert ("(а)" not in russian and "№" not in russian and "пут" not in russian.lower().replace("путь", "", 1)) or (
        key == "path"
    )


@pytest.mark.parametrize("name", words.CODES, ids=str)
def test_no_code_of_a_record_is_left_without_words(name: str) -> None:
    table, choices = words.CODES[name]
    assert set(choices.values) <= set(table), f"{name}: {set(choices.values) - set(table)}"


def test_every_source_is_gathered_told_and_found_under_one_group() -> None:
    grouped = [source for sources in GROUPS.values() for source in sources]
    assert sorted(grouped) == sorted(SOURCES) == sorted(TELLING)
    assert set(SOURCES) >= RECORDED
    assert set(words.KINDS) == set(KINDS)


def test_over_is_over_and_bread_is_given_without_consent() -> None:
    there = {"lives_in_centre": True, "has_assumptions": True}
    assert kinds_for(has_path=True, has_ended=True, is_blocked=False, **there) == ()
    assert kinds_for(has_path=True, has_ended=False, is_blocked=True, **there) == ("aid", "goods")
    assert "aid" not in kinds_for(has_path=False, has_ended=False, is_blocked=False, **there)
    assert kinds_for(has_path=True, has_ended=False, is_blocked=False, **there) == KINDS


def test_a_shift_writes_only_of_who_lives_in_the_centre() -> None:
    elsewhere = kinds_for(has_path=True, has_ended=False, is_blocked=False, lives_in_centre=False, has_assumptions=True)
    assert set(KINDS) - set(elsewhere) == {"duty", "incident"}


def test_where_no_model_stands_on_anything_no_assumption_can_fail() -> None:
    without = kinds_for(has_path=True, has_ended=False, is_blocked=False, lives_in_centre=True, has_assumptions=False)
    assert set(KINDS) - set(without) == {"assumption"}
