"""Which begun forms lapsed: the room of each form is asked whether its record can still be written."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import import_module
from typing import Any
from urllib.parse import parse_qsl

from django.apps import apps

from opora.common.lapses import Lapse
from opora.drafts.models import FormDraft


@cache
def lapses() -> Mapping[str, Lapse]:
    """What the rooms declared, by the names of the forms' pages."""
    return {form: lapse for lapse in _declared() for form in lapse.forms}


@cache
def sentences() -> Mapping[str, Any]:
    """In which words the writer is told, by the rooms' answers."""
    return {answer: words for lapse in lapses().values() for answer, words in lapse.said.items()}


def lapsed(drafts: Iterable[FormDraft]) -> dict[int, str]:
    """The rooms' answers by the keys of those begun forms whose record can be written no more."""
    asked: dict[str, list[FormDraft]] = defaultdict(list)
    for draft in drafts:
        if not draft.is_gone and draft.form in lapses():
            asked[draft.form].append(draft)
    found: dict[int, str] = {}
    for form, begun in asked.items():
        answers = lapses()[form].ask([dict(parse_qsl(one.subject)) for one in begun])
        found |= {one.pk: answer for one, answer in zip(begun, answers, strict=True) if answer}
    return found


def _declared() -> Iterable[Lapse]:
    for room in apps.get_app_configs():
        if not room.name.startswith("opora."):
            continue
        try:
            yield from import_module(f"{room.name}.lapses").LAPSES
        except ModuleNotFoundError as error:
            if error.name != f"{room.name}.lapses":
                raise
