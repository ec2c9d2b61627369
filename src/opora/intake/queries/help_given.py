"""Help that was given to families in a period: things, talks, visits; for counting whom it reached."""

from collections.abc import Collection
from datetime import date
from typing import Any, NamedTuple

from django.db.models import Min, Q

from opora.access.rules import Actor
from opora.intake.models import AidItem, ContactRecord, UrgentAid, Visit
from opora.intake.queries.help_sums import HelpAsked, placed, within

TALKS = ("phone", "in_person", "interview", "messenger")


class HelpGiven(NamedTuple):
    """One piece of help: its kind («aid.food», «talk», «visit»), to which family (None: not known), when."""

    kind: str
    family_id: int | None
    program_id: int
    on: date


def help_given(
    *,
    actor: Actor,
    ability: str,
    start: date | None,
    end: date,
    program_ids: Collection[int] = (),
    department_ids: Collection[int] = (),
) -> list[HelpGiven]:
    """Visits held, talks in which somebody was reached, and things given by acts that stand."""
    asked = within(HelpAsked(actor, ability, start, end, program_ids, department_ids))
    visits = Visit.objects.filter(held_on__isnull=False)
    talks = ContactRecord.objects.filter(kind__in=TALKS, result__in=("reached", "agreed"))
    given = UrgentAid.objects.filter(reverses=None, reversed_by=None)
    found = [
        *(HelpGiven("visit", *row) for row in _rows(visits, "held_on", asked, start, end)),
        *(HelpGiven("talk", *row) for row in _rows(talks, "on", asked, start, end)),
    ]
    acts = {pk: row for pk, *row in _rows(given, "given_on", asked, start, end, "pk")}
    for act, kind in AidItem.objects.filter(aid_id__in=acts).values_list("aid_id", "kind"):
        family, program, on = acts[act]
        found.append(HelpGiven(f"aid.{kind}", family, program, on))
    return found


def first_help(*, family_ids: Collection[int]) -> dict[int, date]:
    """The first day on which each of these families was helped without or within a case, by whomever."""
    first: dict[int, date] = {}
    for records, day in (
        (Visit.objects.filter(held_on__isnull=False), "held_on"),
        (UrgentAid.objects.filter(reverses=None, reversed_by=None), "given_on"),
        (ContactRecord.objects.filter(kind__in=TALKS, result__in=("reached", "agreed")), "on"),
    ):
        known = placed(records).filter(whose__in=family_ids).values("whose").annotate(first=Min(day))
        for family, on in known.order_by().values_list("whose", "first"):
            first[family] = min(on, first.get(family, on))
    return first


def things_given() -> dict[str, str]:
    """The kinds of things given, in words."""
    return {kind: str(label) for kind, label in AidItem.Kind.choices}


def _rows(records: Any, day: str, asked: Q, start: date | None, end: date, *first: str) -> list[tuple[Any, ...]]:
    found = placed(records).filter(asked, **{f"{day}__lte": end})
    if start:
        found = found.filter(**{f"{day}__gte": start})
    return list(found.values_list(*first, "whose", "of_program", day))
