"""The sentences of the journal: every verb is declared by its room in ``verbs.py``."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from importlib import import_module
from types import ModuleType
from typing import Any

from django.apps import apps
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from opora.audit.rules import Check
from opora.common.language import spoken

Namer = Callable[[Collection[Any]], Mapping[Any, str]]


def _declarations() -> Iterator[ModuleType]:
    """The ``verbs.py`` of every room that has one."""
    for room in apps.get_app_configs():
        if room.name.startswith("opora."):
            try:
                yield import_module(f"{room.name}.verbs")
            except ModuleNotFoundError as error:
                if error.name != f"{room.name}.verbs":
                    raise


@cache
def verbs() -> Mapping[str, Any]:
    """Every declared verb with its sentence."""
    table: dict[str, Any] = {}
    for module in _declarations():
        table |= module.VERBS
    return table


@cache
def looking_verbs() -> frozenset[str]:
    """The verbs of whoever only saw something: a room's ``LOOKS``, if it has any."""
    return frozenset().union(*(getattr(module, "LOOKS", ()) for module in _declarations()))


@cache
def codes() -> Mapping[str, Mapping[str, Any]]:
    """The words for codes in the entries' data, by the name of the datum: a room's ``CODES``, if it has any."""
    table: dict[str, Mapping[str, Any]] = {}
    for module in _declarations():
        table |= getattr(module, "CODES", {})
    return table


@cache
def namers() -> Mapping[str, Namer]:
    """Who knows the names that stand behind numbers in the entries' data, by the name of the datum: ``NAMES``."""
    table: dict[str, Namer] = {}
    for module in _declarations():
        table |= getattr(module, "NAMES", {})
    return table


def named_in(data: Iterable[Mapping[str, Any]]) -> dict[tuple[str, Any], str]:
    """The names of workers, departments, partners and programs that these entries mention by number or code.

    The journal keeps no name of theirs, and a number says nothing to a reader; whoever is known no more stays a number.
    """
    asked: dict[str, set[Any]] = {}
    for one in data:
        for key in namers().keys() & one.keys():
            asked.setdefault(key, set()).update(value for value in _each(one[key]) if isinstance(value, int | str))
    return {(key, value): name for key, values in asked.items() for value, name in namers()[key](values).items()}


def _each(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def sentence_template(verb: str) -> Any:
    """The sentence of a verb; ``KeyError`` for one that no room declared."""
    return verbs()[verb]


# Codes whose words an organization writes itself, as a process does its stages, bring their words along in the entry.
WORDS = "words"


class _Lenient(dict[str, Any]):
    def __missing__(self, key: str) -> str:
        return "…"


def _shown(key: str, value: Any) -> Any:
    if isinstance(value, str) and value in (words := codes().get(key, {})):
        return words[value]
    if isinstance(value, str) and len(value) == 10:
        try:
            return date.fromisoformat(value).strftime("%d.%m.%Y")
        except ValueError:
            return value
    if isinstance(value, list):
        return ", ".join(str(_shown(key, part)) for part in value)
    return value


def sentence(verb: str, data: Mapping[str, Any], named: Mapping[tuple[str, Any], str] | None = None) -> str:
    """The entry as a sentence for people, in the reader's language; days as ДД.ММ.ГГГГ, ``named`` by `named_in`."""
    template = str(verbs().get(verb, verb))
    words = data.get(WORDS, {})
    shown = {key: _in_language(words[key]) if key in words else _shown(key, value) for key, value in data.items()}
    for key in namers().keys() & data.keys():
        said = _AS_A_NUMBER.findall(template)
        shown[key] = ", ".join(_called(key, value, named or {}, is_number=key in said) for value in _each(data[key]))
    told = template % _Lenient(shown)
    if absent := data.get("stands_for"):
        return _("%(what)s; stands in for a colleague: %(name)s") % {"what": told, "name": absent}
    return told


_AS_A_NUMBER = re.compile(r"(?:№|No\.) %\((\w+)\)s")
"""What a sentence calls a number by itself."""


def _called(key: str, value: Any, named: Mapping[tuple[str, Any], str], *, is_number: bool) -> str:
    """A name, or the number as a number; a code stands for itself."""
    if (key, value) in named:
        return named[key, value]
    if is_number:
        return str(value)
    return _("No. %(number)s") % {"number": value} if isinstance(value, int) else str(value)


def _in_language(words: Mapping[str, str]) -> str:
    """The words an entry brings along for one of its codes; Russian where there is no other language."""
    return words.get(spoken()) or words.get("ru", "…")


def who_did(actor_id: int | None, actor_name: str) -> str:
    """Whose doing a line tells of: a person under the name of that day, or the program itself."""
    return actor_name if actor_id is not None else pgettext("journal", "the program itself")


def check_sentences(check: Check, *, head_known: bool = True) -> list[str]:
    """What a check of the journal found, line by line, for a person."""
    lines = [
        ngettext("%(n)s entry is sealed.", "%(n)s entries are sealed.", check.sealed) % {"n": check.sealed},
    ]
    if check.unsealed:
        lines.append(_("Written since the last seal: %(n)s.") % {"n": check.unsealed})
    for text, numbers in (
        (_("ALTERED entries: %(numbers)s"), check.altered),
        (_("MISSING entries: %(numbers)s"), check.missing),
        (_("Entries slipped in between sealed ones: %(numbers)s"), check.added),
        (_("BROKEN seals: %(numbers)s"), check.broken_seals),
    ):
        if numbers:
            lines.append(text % {"numbers": ", ".join(map(str, numbers[:50]))})
    if check.cut_off:
        lines.append(
            _(
                "The END of the journal was cut off or rewritten: the last seal noted in %(file)s is not in the chain. "
                "When you know why, note the present end: ./opora journal accept."
            )
            % {"file": check.cut_off}
        )
    if check.unnoted:
        lines.append(
            _(
                "NO HEAD is noted in %(file)s, so nobody can tell whether the end of the journal was cut off. "
                "When you know why, note the present end: ./opora journal accept."
            )
            % {"file": check.unnoted}
        )
    if check.late_seals:
        lines.append(
            _("Sealed more than a day after their lines were written, as after a standstill: seals %(numbers)s")
            % {"numbers": ", ".join(map(str, check.late_seals[:50]))}
        )
    if not head_known:
        lines.append(_("The head you noted is not in the chain: the end of the journal was cut off or rewritten."))
    if check.is_whole and head_known:
        lines.append(_("Everything is in order. Head: %(head)s") % {"head": check.head})
    return lines
