"""The ties of all families in sight: who has nobody, whose ties were restored, which talk is to be gone on with."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from opora.access.rules import Actor
from opora.cases.queries import list_cases
from opora.cases.queries import visible_to as cases_seen
from opora.cases.rules.listing import CaseFilters
from opora.network.models import NetworkRecord, NetworkTie
from opora.network.rules import Compared, TieNow, compare
from opora.process.queries import visible_to as paths_seen

FOUND: Final = 500
ASKED: Final = ("all", "alone", "strained", "unconfirmed", "talks")


@dataclass(frozen=True, slots=True)
class FamilyTies:
    """A family with its newest map against its first one, or with a talk to be gone on with."""

    record: NetworkRecord
    case_id: int | None
    route_id: int | None
    number: str
    code: str
    compared: Compared
    strained: int

    @property
    def on(self) -> date:
        return self.record.on

    @property
    def next_on(self) -> date | None:
        return self.record.next_on

    @property
    def is_confirmed(self) -> bool:
        return self.record.confirmed_on is not None


def ties_of_families(
    *, actor: Actor, ask: str = "all", text: str = "", offset: int = 0, limit: int = 50
) -> list[FamilyTies]:
    """The newest map of each family with open work in sight, or the newest talks with something to come.

    One line more than ``limit`` tells that there are more.
    """
    found = _asked(ask)
    paths = paths_seen(actor).filter(pk=OuterRef("route_id"), ended_on=None)
    cases = cases_seen(actor).filter(pk=OuterRef("case_id"), closed_on=None)
    found = found.filter(Exists(paths) | Exists(cases))
    if text:
        seen = [row.id for row in list_cases(actor=actor, filters=CaseFilters(text=text), limit=FOUND).rows]
        found = found.filter(Q(case__in=seen) | Q(route__case__in=seen))
    found = found.select_related("route__case__client", "case__client")
    found = found.defer("route__case__client__identity", "case__client__identity")
    order = ("next_on", "pk") if ask == "talks" else ("-on", "-pk")
    rows = list(found.order_by(*order)[offset : offset + limit + 1])
    return _lines(rows)


def _asked(ask: str) -> QuerySet[NetworkRecord]:
    if ask == "talks":
        return NetworkRecord.objects.filter(kind=NetworkRecord.Kind.MEDIATION, next_on__isnull=False)
    maps = NetworkRecord.objects.filter(kind=NetworkRecord.Kind.MAP)
    later = maps.filter(Q(on__gt=OuterRef("on")) | Q(on=OuterRef("on"), pk__gt=OuterRef("pk")))
    found = maps.exclude(
        Exists(later.filter(route=OuterRef("route_id"))) | Exists(later.filter(case=OuterRef("case_id")))
    )
    ties = NetworkTie.objects.filter(record=OuterRef("pk"))
    if ask == "alone":
        return found.exclude(Exists(ties.filter(kind=NetworkTie.Kind.SUPPORTIVE)))
    if ask == "strained":
        return found.filter(Exists(ties.filter(kind__in=[NetworkTie.Kind.STRESSFUL, NetworkTie.Kind.BROKEN])))
    return found.filter(confirmed_on=None) if ask == "unconfirmed" else found


def _lines(rows: Sequence[NetworkRecord]) -> list[FamilyTies]:
    first = _first_maps(rows)
    ties: dict[int, dict[int, TieNow]] = {}
    wanted = {one.pk for one in rows} | set(first.values())
    for tie in NetworkTie.objects.filter(record__in=wanted):
        ties.setdefault(tie.record_id, {})[tie.member_id] = TieNow(tie.kind, tie.strength)
    return [_line(one, ties.get(first.get(_place(one), one.pk), {}), ties.get(one.pk, {})) for one in rows]


def _first_maps(rows: Sequence[NetworkRecord]) -> dict[tuple[int | None, int | None], int]:
    """The first map of each of the places."""
    maps = NetworkRecord.objects.filter(kind=NetworkRecord.Kind.MAP).filter(
        Q(route__in=[one.route_id for one in rows if one.route_id])
        | Q(case__in=[one.case_id for one in rows if one.case_id])
    )
    found: dict[tuple[int | None, int | None], int] = {}
    for route_id, case_id, pk in maps.order_by(F("on").desc(), F("pk").desc()).values_list("route", "case", "pk"):
        found[route_id, case_id] = pk
    return found


def _place(record: NetworkRecord) -> tuple[int | None, int | None]:
    return record.route_id, record.case_id


def _line(record: NetworkRecord, then: dict[int, TieNow], now: dict[int, TieNow]) -> FamilyTies:
    route = record.route
    case = record.case if record.case is not None else route.case if route is not None else None
    return FamilyTies(
        record=record,
        case_id=case.pk if case else None,
        route_id=route.pk if route else None,
        number=case.number if case else "",
        code=case.client.code if case else "",
        compared=compare(then, now),
        strained=sum(tie.kind in {"stressful", "broken"} for tie in now.values()),
    )
