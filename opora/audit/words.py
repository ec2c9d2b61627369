"""The sentences of the journal: every verb is declared by its room in ``verbs.py``."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from importlib import import_module
from typing import Any

from django.apps import apps


@cache
def verbs() -> Mapping[str, Any]:
    """Every declared verb with its sentence."""
    table: dict[str, Any] = {}
    for room in apps.get_app_configs():
        if room.name.startswith("opora."):
            try:
                module = import_module(f"{room.name}.verbs")
            except ModuleNotFoundError as error:
                if error.name != f"{room.name}.verbs":
                    raise
                continue
            table |= module.VERBS
    return table


def sentence_template(verb: str) -> Any:
    """The sentence of a verb; ``KeyError`` for one that no room declared."""
    return verbs()[verb]


class _Lenient(dict[str, Any]):
    def __missing__(self, key: str) -> str:
        return "…"


def _shown(value: Any) -> Any:
    if isinstance(value, str) and len(value) == 10:
        try:
            return date.fromisoformat(value).strftime("%d.%m.%Y")
        except ValueError:
            return value
    if isinstance(value, list):
        return ", ".join(str(_shown(part)) for part in value)
    return value


def sentence(verb: str, data: Mapping[str, Any]) -> str:
    """The entry as a sentence for people, in the reader's language; days as ДД.ММ.ГГГГ."""
    template = str(verbs().get(verb, verb))
    return template % _Lenient({key: _shown(value) for key, value in data.items()})
