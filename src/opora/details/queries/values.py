"""The answers of many at once: for a column, a filter, a table to pivot, a figure."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.utils.formats import number_format

from opora.access.rules import Actor
from opora.common.dates import show_day
from opora.common.language import said
from opora.details.models import Detail
from opora.details.rules import Answer, chosen_said
from opora.fields.queries import fields_seen, may_see
from opora.fields.rules import About, Kind, OwnField
from opora.process.queries import within_sight

KEYS = {About.PERSON: "person_id", About.FAMILY: "family_id", About.CASE: "of_case_id", About.CONTACT: "contact_id"}
"""By which column an answer knows whom it is about."""


def answer_of(field: OwnField, row: Detail) -> Answer:
    """What a row answers, as a plain value; None for an answer that was taken away."""
    match field.kind:
        case Kind.TEXT:
            return row.words_text or None
        case Kind.NUMBER:
            return row.number
        case Kind.DAY:
            return row.day
    return tuple(row.chosen) or None


def values_of(actor: Actor, field: OwnField, ids: Collection[int]) -> Mapping[int, Answer]:
    """What holds now of each of these people, families, cases or contacts; of whom nothing is said is left out.

    Only what this person may see: the field by its roles, the records by theirs.
    """
    if not may_see(actor, field) or not ids:
        return {}
    key = KEYS[field.about]
    rows = _newest(actor, field).filter(**{f"{key}__in": list(ids)}).order_by("pk")
    found = {getattr(row, key): answer_of(field, row) for row in rows}
    return {one: answer for one, answer in found.items() if answer is not None}


def cases_with(actor: Actor, field: OwnField, code: str) -> "QuerySet[Any]":
    """The cases, or the families, to which an answer was given that bears this code; as a question in a question."""
    rows = _newest(actor, field) if may_see(actor, field) else Detail.objects.none()
    return rows.filter(chosen__contains=[code]).values(KEYS[field.about])


def columns_of_cases(
    actor: Actor, fields: Iterable[OwnField], cases: Mapping[int, int | None]
) -> dict[str, dict[int, Answer]]:
    """For each field about cases or families: what holds of each case; ``cases`` name the family of each."""
    found: dict[str, dict[int, Answer]] = {}
    for field in fields:
        if field.about is About.CASE:
            found[field.code] = dict(values_of(actor, field, list(cases)))
        elif field.about is About.FAMILY:
            known = values_of(actor, field, [one for one in set(cases.values()) if one is not None])
            found[field.code] = {case: known[one] for case, one in cases.items() if one is not None and one in known}
    return found


def fields_of_cases(actor: Actor, on: date) -> list[OwnField]:
    """The fields that a list of cases may show: about the case or its family."""
    return fields_seen(actor=actor, on=on, about=(About.CASE, About.FAMILY))


def say_answer(field: OwnField, answer: Answer) -> str:
    """An answer in the reader's language."""
    if isinstance(answer, tuple):
        return ", ".join(said(text) for text in chosen_said(field, answer))
    if isinstance(answer, date):
        return show_day(answer)
    if answer is None or isinstance(answer, str):
        return answer or ""
    return str(number_format(answer.normalize(), use_l10n=True))


def _newest(actor: Actor, field: OwnField) -> "QuerySet[Detail]":
    return within_sight(actor, Detail.objects.filter(field_id=field.id, is_newest=True))
