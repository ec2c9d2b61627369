"""Help counted by kind and family, for every room that helps; the database adds up, however much was given."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from django.db.models import Count, F, Max, Min, Q
from django.db.models.functions import Coalesce

from opora.access.rules import Actor, Scope, departments, scope
from opora.cases.queries import visible_to


class HelpSum(NamedTuple):
    """Help of one kind to one family (None: not known) of a program: how often, from which day to which."""

    kind: str
    family_id: int | None
    program_id: int
    times: int
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Helped:
    """The help of a room in a period, and how many people were named with it, by kind."""

    sums: list[HelpSum] = field(default_factory=list)
    people: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class HelpAsked:
    """Whose help is counted, for whom, in which period."""

    actor: Actor
    ability: str
    start: date | None
    end: date
    program_ids: Collection[int] = ()
    department_ids: Collection[int] = ()


def helped(
    records: Any,
    asked: HelpAsked,
    *,
    day: str,
    kind: Any,
    way: str = "",
    times: Any = None,
    who: str = "",
    once: Callable[[Any], Any] | None = None,
) -> Helped:
    """What these records of help come to; ``way`` leads to their path or case, ``who`` to the people named.

    ``once`` leaves of several records of one and the same help one alone.
    """
    found = placed(records, way).filter(within(asked), stands(way), **{f"{day}__lte": asked.end})
    if asked.start:
        found = found.filter(**{f"{day}__gte": asked.start})
    found = found.order_by().annotate(of_kind=kind)
    grouped = (
        (once(found) if once is not None else found)
        .values("of_kind", "whose", "of_program")
        .annotate(n=times or Count("pk"), first_day=Min(day), last_day=Max(day))
    )
    rows = grouped.values_list("of_kind", "whose", "of_program", "n", "first_day", "last_day")
    people = {}
    if who:
        named = found.filter(**{f"{who}__isnull": False}).values("of_kind")
        people = dict(named.annotate(n=Count(who, distinct=True)).values_list("of_kind", "n"))
    return Helped([HelpSum(*row) for row in rows], people)


def first_days(records: Any, *, day: str, family_ids: Collection[int], way: str = "") -> dict[int, date]:
    """The first day of such help to each of these families, by whomever it was given."""
    found = placed(records, way).filter(stands(way), whose__in=family_ids).order_by().values("whose")
    return dict(found.annotate(first_day=Min(day)).values_list("whose", "first_day"))


def placed(records: Any, way: str = "") -> Any:
    """Records with the family, the program and the department of their path or case."""
    return records.annotate(
        whose=Coalesce(f"{way}case__family_id", f"{way}route__case__family_id", f"{way}route__family_id"),
        of_program=Coalesce(f"{way}case__program_id", f"{way}route__case__program_id", f"{way}route__program_id"),
        of_department=Coalesce(
            f"{way}case__department_id", f"{way}route__case__department_id", f"{way}route__department_id"
        ),
        of_case=Coalesce(F(f"{way}case_id"), F(f"{way}route__case_id")),
    )


def stands(way: str = "") -> Q:
    """A path or a case begun by mistake counts nowhere, and what was recorded on it neither."""
    return Q(**{f"{way}{place}__voided_on": None for place in ("route", "case", "route__case")})


def within(asked: HelpAsked) -> Q:
    """What of placed records this person may count, and asks for."""
    wanted = Q()
    reach = scope(asked.actor, asked.ability)
    if reach is not Scope.ALL:
        seen = Q(of_case__in=visible_to(asked.actor, asked.ability).values("pk"))
        if reach is Scope.DEPARTMENT:
            seen |= Q(of_department__in=departments(asked.actor, asked.ability))
        wanted &= seen
    if asked.program_ids:
        wanted &= Q(of_program__in=asked.program_ids)
    if asked.department_ids:
        wanted &= Q(of_department__in=asked.department_ids)
    return wanted
