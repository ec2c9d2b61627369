"""How lives stand now, over all families in sight: who has no home, whose benefit nobody answered."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from opora.access.rules import Actor
from opora.cases.queries import list_cases
from opora.cases.queries import visible_to as cases_seen
from opora.cases.rules.listing import CaseFilters
from opora.circumstances import policies
from opora.circumstances.models import LifeChange
from opora.circumstances.queries.page import said_of
from opora.circumstances.rules import KINDS
from opora.circumstances.words import thread_label
from opora.process.queries import visible_to as paths_seen

FOUND: Final = 500


@dataclass(frozen=True, slots=True)
class Preset:
    """A question people ask of all families: which kind, which values, with which words."""

    title: str | Promise
    kind: str
    values: tuple[str, ...]


PRESETS: Final[Mapping[str, Preset]] = {
    "no_home": Preset(pgettext_lazy("families", "No home now"), "housing", ("none",)),
    "temporary_home": Preset(
        pgettext_lazy("families", "A home for a while"), "housing", ("crisis_center", "with_relatives", "rented")
    ),
    "no_answer": Preset(pgettext_lazy("families", "Applied for, no answer yet"), "entitlement", ("applied",)),
    "not_applied": Preset(pgettext_lazy("families", "Entitled, not applied yet"), "entitlement", ("not_applied",)),
    "no_work": Preset(pgettext_lazy("families", "Without work"), "employment", ("none", "looking")),
    "risky_work": Preset(pgettext_lazy("families", "Work with risks"), "employment", ("informal_risky",)),
    "not_learning": Preset(
        pgettext_lazy("families", "Children who attend nothing or rarely"), "attendance", ("does_not", "rarely")
    ),
    "in_court": Preset(pgettext_lazy("families", "In court"), "legal", ("filed", "hearing", "appealed")),
    "in_crisis": Preset(pgettext_lazy("families", "In a hard state"), "emotional", ("crisis", "unsteady")),
    "not_ready": Preset(
        pgettext_lazy("families", "Not ready to change yet"), "stage_of_change", ("precontemplation", "contemplation")
    ),
    "no_treatment": Preset(pgettext_lazy("families", "Illness not treated"), "health", ("untreated", "suspected")),
}


@dataclass(frozen=True, slots=True)
class NowLine:
    """A family of whom this holds now."""

    change: LifeChange
    case_id: int | None
    route_id: int | None
    number: str
    code: str
    family_id: int | None
    days: int

    @property
    def what(self) -> str:
        return thread_label(self.change.kind, self.change.item, self.change.rated_by)

    @property
    def now(self) -> str:
        return said_of(self.change)

    @property
    def since(self) -> date:
        return self.change.on

    @property
    def person_code(self) -> str:
        """Whom of the family it concerns; empty where it is the family as a whole."""
        return self.change.person.code if self.change.person is not None else ""

    @property
    def expected_on(self) -> date | None:
        return self.change.expected_on


def standing_now(
    *, actor: Actor, preset: str = "", kind: str = "", text: str = "", offset: int = 0, limit: int = 50, on: date
) -> list[NowLine]:
    """Of whom this holds now, of open work in sight; the longest first, so that nobody waits unseen.

    ``preset`` names a question, ``kind`` asks for one kind with any value; ``text`` looks for numbers, codes and names.
    One line more than ``limit`` tells that there are more.
    """
    asked = PRESETS.get(preset)
    known = kind if kind in KINDS else ""
    if not asked and not known:
        return []
    found = LifeChange.objects.filter(is_newest=True, kind=asked.kind if asked else known)
    if asked:
        found = found.filter(value__in=asked.values)
    found = _seen(actor, found, is_health=(asked.kind if asked else known) in policies.RESTRICTED)
    if text:
        seen = [row.id for row in list_cases(actor=actor, filters=CaseFilters(text=text), limit=FOUND).rows]
        found = found.filter(Q(case__in=seen) | Q(route__case__in=seen))
    found = found.select_related("route__case__client", "case__client", "person").defer(
        "route__case__client__identity", "case__client__identity", "person__identity"
    )
    return [_line(change, on) for change in found.order_by("on", "pk")[offset : offset + limit + 1]]


def _seen(actor: Actor, found: QuerySet[LifeChange], *, is_health: bool) -> QuerySet[LifeChange]:
    """Open work only; asked row by row, so that a page costs what its rows cost.

    Of health one reads where the ability reaches the case; a path without a case is left to the page of its family.
    """
    cases = cases_seen(actor, "health.read" if is_health else "case.read").filter(closed_on=None)
    of_case = Exists(cases.filter(pk=OuterRef("case_id")))
    if is_health:
        return found.filter(of_case | Exists(cases.filter(pk=OuterRef("route__case_id"))))
    return found.filter(of_case | Exists(paths_seen(actor).filter(pk=OuterRef("route_id"), ended_on=None)))


def _line(change: LifeChange, on: date) -> NowLine:
    route = change.route
    case = change.case if change.case is not None else route.case if route is not None else None
    return NowLine(
        change=change,
        case_id=case.pk if case else None,
        route_id=route.pk if route else None,
        number=case.number if case else "",
        code=case.client.code if case else "",
        family_id=case.family_id if case else route.family_id if route else None,
        days=(on - change.on).days,
    )
