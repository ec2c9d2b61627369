"""Every line of the journal can be read by people, in Russian, with the facts it was written with."""

import ast
import importlib
import re
from collections.abc import Mapping

import pytest
from django.utils.translation import override

from opora.common.tests.each import each
from opora.web.journal.signs import AREAS
from tests.house.source import PACKAGE, modules, shown, tree

ROOMS = sorted(path.parent.name for path in PACKAGE.glob("*/verbs.py"))
PLACEHOLDER = re.compile(r"%\((\w+)\)")


def _verbs(room: str) -> Mapping[str, object]:
    return importlib.import_module(f"opora.{room}.verbs").VERBS


@pytest.mark.parametrize("room", ROOMS)
def test_every_verb_has_a_russian_sentence(room: str) -> None:
    for verb, sentence in each(_verbs(room).items()):
        with override("en"):
            english = str(sentence)
        with override("ru"):
            russian = str(sentence)
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


def test_the_page_of_the_journal_knows_every_room_that_writes() -> None:
    """Lines are chosen by room, so a room without a name there could not be chosen."""
    missing = set(ROOMS) - set(AREAS)
    assert not missing, f"give {sorted(missing)} a name and a sign in web/journal/signs.py"
