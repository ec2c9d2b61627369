"""Records of a stay as they may be put right, and what was done to them before."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from django.db.models import Model, QuerySet

from opora.access.rules import Actor
from opora.cases.models import Stay
from opora.cases.queries import visible_to
from opora.families.sealing import opened
from opora.process.models import Amended, Amendment
from opora.process.queries import Place, place_of
from opora.stays import policies
from opora.stays.models import (
    Admission,
    Departure,
    ExitDay,
    ExitIssue,
    ExtensionAsk,
    NightAway,
    Readiness,
    RoutineMark,
    SkillLevel,
    SkillLine,
)

Row = TypeVar("Row", bound=Model)
STAY = "cases.stay"


@dataclass(frozen=True, slots=True)
class WasSaid:
    """What was done to a record: when, by whom, why, and what stood there before."""

    kind: str
    on: date
    by: str
    why: str
    former_on: date | None
    text: str


@dataclass(frozen=True, slots=True)
class Mended:
    """Of the records of one stay: what was done to each, by its name, and which of them this person may mend now."""

    was: Mapping[str, tuple[WasSaid, ...]] = field(default_factory=dict)
    may: frozenset[str] = frozenset()
    # Records that are no more, since a mark was taken back: by the kind of record.
    gone: Mapping[str, tuple[WasSaid, ...]] = field(default_factory=dict)


def mended(
    *, actor: Actor, admission: Admission, records: Collection[Amended], gone: Collection[str] = (), on: date
) -> Mended:
    """What was done to records of a stay read for this person; ``gone`` names kinds of which not every row is left."""
    place = place_of(actor=actor, case_id=admission.case_id)
    leads = policies.leads(actor, place.department_id)
    may_note = place.case is not None and policies.may_note(actor, place.case)
    names = {one.amended_as for one in records}
    amendments = Amendment.objects.filter(source__in=names).select_related("by")
    was: dict[str, list[WasSaid]] = defaultdict(list)
    for one in amendments:
        was[one.source].append(_said(one))
    return Mended(
        was={name: tuple(said) for name, said in was.items()},
        may=frozenset(
            one.amended_as for one in records if policies.may_mend(actor, one, leads=leads, may_note=may_note, on=on)
        ),
        gone={kind: _gone(place, admission, kind, names) for kind in gone},
    )


def _gone(place: Place, admission: Admission, kind: str, names: Collection[str]) -> tuple[WasSaid, ...]:
    """What was done to rows of this stay that are no more, the newest first."""
    found = Amendment.objects.filter(**place.keys, source__startswith=f"{kind}:").exclude(source__in=names)
    rows = found.select_related("by").order_by("-pk")
    return tuple(_said(one) for one in rows if opened(one, "before").get("admission") == str(admission.pk))


def _said(one: Amendment) -> WasSaid:
    before = opened(one, "before")
    former = before.get("on", "")
    return WasSaid(
        kind=one.kind,
        on=one.on,
        by=one.by.name if one.by is not None else "",
        why=opened(one, "reason"),
        former_on=date.fromisoformat(former) if former else None,
        text=before.get("text", ""),
    )


@dataclass(frozen=True, slots=True)
class UnplacedMended:
    """Of the stays of a case without beds: whether this person may mend them, and what was done to them."""

    may: bool
    was: Mapping[int, tuple[WasSaid, ...]]
    gone: tuple[WasSaid, ...]


def unplaced_mended(*, actor: Actor, case_id: int, stay_ids: Collection[int]) -> UnplacedMended:
    """What was done to stays without beds of a case read in for this person; those taken back are no more."""
    place = place_of(actor=actor, case_id=case_id)
    found = Amendment.objects.filter(**place.keys, source__startswith=f"{STAY}:").select_related("by")
    was: dict[int, list[WasSaid]] = defaultdict(list)
    gone = []
    for one in found:
        number = int(one.source.rpartition(":")[2])
        if number in stay_ids:
            was[number].append(_said(one))
        elif one.kind == Amendment.Kind.VOIDED:
            gone.append(_said(one))
    may = policies.leads(actor, place.department_id)
    return UnplacedMended(may, {number: tuple(said) for number, said in was.items()}, tuple(gone))


def is_extended(stay: Stay) -> bool:
    """Whether a stay was made longer: then its end is that of the newest extension."""
    return stay.extensions.exists()


def stay_in_sight(*, actor: Actor, stay_id: int) -> Stay:
    """A stay of a case this person sees, with or without beds."""
    return _in_sight(actor, Stay.objects.select_related("case"), "case", stay_id)


def away_in_sight(*, actor: Actor, away_id: int) -> NightAway:
    """Nights away of a case this person sees; NotFound for any other."""
    found = NightAway.every.select_related("lodger__admission", "lodger__person__merged_into")
    return _in_sight(actor, found, "lodger__admission__case", away_id)


def ask_in_sight(*, actor: Actor, ask_id: int) -> ExtensionAsk:
    """A longer stay that was asked for, of a case this person sees."""
    return _in_sight(actor, ExtensionAsk.every.select_related("admission"), "admission__case", ask_id)


def departure_in_sight(*, actor: Actor, departure_id: int) -> Departure:
    """How a family left, of a case this person sees."""
    return _in_sight(actor, Departure.every.select_related("admission__stay"), "admission__case", departure_id)


def exit_day_in_sight(*, actor: Actor, exit_day_id: int) -> ExitDay:
    """An agreed day of leaving, of a case this person sees."""
    return _in_sight(actor, ExitDay.every.select_related("admission"), "admission__case", exit_day_id)


def issue_in_sight(*, actor: Actor, issue_id: int) -> ExitIssue:
    """A question to settle, of a case this person sees."""
    return _in_sight(actor, ExitIssue.every.select_related("admission"), "admission__case", issue_id)


def mark_in_sight(*, actor: Actor, mark_id: int) -> RoutineMark:
    """A mark of the routine, of a case this person sees."""
    return _in_sight(actor, RoutineMark.objects.select_related("admission"), "admission__case", mark_id)


def readiness_in_sight(*, actor: Actor, readiness_id: int) -> Readiness:
    """How a family was prepared for leaving, of a case this person sees."""
    return _in_sight(actor, Readiness.objects.select_related("admission"), "admission__case", readiness_id)


def level_in_sight(*, actor: Actor, level_id: int) -> SkillLevel:
    """How a skill was mastered, of a case this person sees."""
    found = SkillLevel.objects.select_related("line__admission", "line__person__merged_into")
    return _in_sight(actor, found, "line__admission__case", level_id)


def skill_in_sight(*, actor: Actor, line_id: int) -> SkillLine:
    """A skill of a training plan, of a case this person sees."""
    found = SkillLine.objects.select_related("admission", "person__merged_into")
    return _in_sight(actor, found, "admission__case", line_id)


def _in_sight(actor: Actor, rows: "QuerySet[Row]", case: str, pk: int) -> Row:
    row = rows.filter(**{f"{case}__in": visible_to(actor).values("pk"), "pk": pk}).first()
    if row is None:
        raise policies.unseen()
    return row
