"""Every line of the journal can be read by people, in Russian, with the facts it was written with."""

import ast
import importlib
import re
from collections.abc import Mapping
from typing import Any

import pytest
from django.utils.translation import override

from opora.audit.sentences import looking_verbs, namers, sentence, verbs
from opora.common.tests.each import each
from opora.web.journal.signs import AREAS
from tests.house.source import PACKAGE, modules, shown, tree

ROOMS = sorted(path.parent.name for path in PACKAGE.glob("*/verbs.py"))
PLACEHOLDER = re.compile(r"%\((\w+)\)")


def _verbs(room: str) -> Mapping[str, object]:
    return importlib.import_module(f"opora.{room}.verbs").VERBS


@pytest.mark.parametrize("room", ROOMS)
def test_every_verb_has_a_russian_sentence(room: str) -> None:
    for verb, words in each(_verbs(room).items()):
        with override("en"):
            english = str(words)
        with override("ru"):
            russian = str(words)
        assert re.search("[а-яё]", russian), f"{verb}: “{english}” has no Russian"
        assert set(PLACEHOLDER.findall(english)) == set(PLACEHOLDER.findall(russian)), verb


@pytest.mark.parametrize("room", ROOMS)
def test_a_verb_begins_with_its_room(room: str) -> None:
    assert all(verb.startswith(f"{room}.") for verb in _verbs(room))


def test_every_verb_written_is_declared() -> None:
    declared = {verb for room in ROOMS for verb in _verbs(room)}
    unknown = []
    for path in modules():
        for node in ast.walk(tree(path)):
            if not (isinstance(node, ast.keyword) and node.arg == "verb" and isinstance(node.value, ast.Constant)):
                continue
            if node.value.value not in declared:
                unknown.append(f"{shown(path)}:{node.value.lineno} {node.value.value!r}")
    assert not unknown


# What stands in the entries, as in a house at work: numbers that pages show, codes, days; whatever else is a count.
VALUES: dict[str, Any] = {
    "action": "begin_work", "added": 3, "cases": 12, "changed": 1, "channel": "phone", "children": ["С39"],
    "code": "О3", "codes": ["О3", "О4"], "count": 4, "counter": "3/2026", "day": "2026-03-12",
    "details": ["address"], "entries": [5], "failed": 0, "family_role": "mother", "from_day": "2026-03-12",
    "from_stage": "signal", "kind": "notice", "new": 10, "number": "15/2026лд", "other": 85, "people": 7,
    "placement": "own_family", "policy": "leaders", "rejected": 0, "revision": 2, "rhythm": "daily",
    "roles": ["volunteer"], "route": 59, "sealed": 90, "seals": [1], "sent": 2, "signal": 84, "stage": "signal",
    "state": "achieved", "to_stage": "work", "unchanged": 6, "until": "2026-04-12", "version": 1, "was": "14/2025лд",
    "weak": 11, "what": "visit",
    # Kept as numbers and codes, shown by their names.
    "service": 5, "note_kind": "therapy",
    "user": 9, "substitute": 4, "department": 2, "partner": 6, "shelter": 2, "group": 2, "program": "crisis_center",
    "programs": "crisis_center", "family_result": "housed", "field": "own1",
    "assumption": "outcome_chain:a4",
}  # fmt: skip
NAMED = {
    "service": "Беседа",
    "user": "Анна Белова",
    "substitute": "Нина Котова",
    "department": "1 ЕФО",
    "partner": "Приют",
    "shelter": "Тёплый дом",
    "group": "Клуб родителей",
    "program": "Центр",
    "programs": "Центр",
    "family_result": "Жильё найдено",
    "assumption": "Устройство в детский сад занимает много времени",
    "field": "Откуда узнали",
    "route": "15/2026лд",
}
SEEN = re.compile(r"(?:№|No\.) (?:59|84|85|15/2026лд|3/2026)(?!\w)")
"""The numbers pages show: of a path, of two signals, of a case, an act or a letter."""


@pytest.mark.parametrize("language", ["ru", "en"])
def test_every_sentence_says_whom_and_what_and_no_number_that_nobody_knows(language: str) -> None:
    named = {(key, VALUES[key]): name for key, name in NAMED.items()}
    assert set(NAMED) <= set(namers()), "the rooms know these names"
    wrong = []
    with override(language):
        for verb, template in verbs().items():
            asked = PLACEHOLDER.findall(str(template))
            told = sentence(verb, {key: VALUES.get(key, 3) for key in asked}, named)
            faults = [
                told[0].isupper() and not told.startswith(("О3", *NAMED.values())) and "begins like a title",
                re.search(r"[()]|…|%", told) and "brackets or gaps",
                re.search(r"№|No\.|no\.", SEEN.sub("", told)) and "a number that no page shows",
            ]
            wrong += [f"{verb}: {told} ({fault})" for fault in faults if fault]
    assert not wrong


SEES = re.compile(r"(?:^|_)(?:read|looked|file_opened|identity_opened)$")


def test_whoever_only_saw_something_did_nothing() -> None:
    """A room that lets records be read says by which verbs: they tell who saw a family, not what was done."""
    assert looking_verbs() <= set(verbs()), "a verb that no room knows"
    unsaid = {verb for verb in verbs() if SEES.search(verb.partition(".")[2])} - looking_verbs()
    assert not unsaid, "name them among the LOOKS of their room"


def test_who_stood_in_for_whom_is_told_in_words() -> None:
    with override("ru"):
        told = sentence("plans.read", {"route": 59, "stands_for": "Нина Котова"}, {("route", 59): "15/2026лд"})
    assert told == "прочитан план на пути № 15/2026лд; замещает коллегу: Нина Котова"


def test_the_page_of_the_journal_knows_every_room_that_writes() -> None:
    """Lines are chosen by room, so a room without a name there could not be chosen."""
    missing = set(ROOMS) - set(AREAS)
    assert not missing, f"give {sorted(missing)} a name and a sign in web/journal/signs.py"
