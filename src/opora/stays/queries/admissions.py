"""The stay of one family: who came, where each sleeps, what is agreed and asked for."""

from dataclasses import dataclass, field
from datetime import date

from django.db.models import QuerySet

from opora.access.rules import Actor
from opora.cases import queries as cases
from opora.cases.models import Case, Stay, StayExtension
from opora.common.errors import NotFound
from opora.stays import policies
from opora.stays.models import Admission, BedUse, ExtensionAsk, Lodger, NightAway
from opora.stays.queries.mended import Mended, mended


@dataclass(frozen=True, slots=True)
class LodgerLine:
    """A resident with the present bed and the nights so far."""

    lodger: Lodger
    use: BedUse | None
    nights: int
    away: NightAway | None

    @property
    def code(self) -> str:
        return self.lodger.person.known_code


@dataclass(frozen=True, slots=True)
class AdmissionFile:
    """Everything about one stay; ``stay`` is None while the family is expected."""

    admission: Admission
    case: Case
    stay: Stay | None
    lodgers: tuple[LodgerLine, ...]
    former: tuple[Lodger, ...]
    extensions: tuple[StayExtension, ...]
    asks: tuple[ExtensionAsk, ...]
    may_change: bool
    may_decide: bool
    may_note: bool
    may_tell: bool
    nights_away: tuple[NightAway, ...] = ()
    mended: Mended = field(default_factory=Mended)

    @property
    def is_voided(self) -> bool:
        return self.admission.voided_on is not None

    @property
    def is_expected(self) -> bool:
        return self.stay is None and self.admission.called_off_on is None and not self.is_voided

    @property
    def lives_here(self) -> bool:
        return self.stay is not None and self.stay.left_on is None

    @property
    def asked(self) -> ExtensionAsk | None:
        """The request nobody has answered yet."""
        asked = (ask for ask in self.asks if ask.state == ExtensionAsk.State.ASKED and ask.voided_on is None)
        return next(asked, None)

    @property
    def until(self) -> date | None:
        """The agreed last day."""
        return self.stay.planned_until if self.stay is not None else self.admission.expected_until


def list_admissions(*, actor: Actor, case_id: int) -> tuple[Case, list[Admission], list[Stay]]:
    """A case in sight with its admissions, also voided ones, the newest first, and its stays that have no place yet."""
    case = cases.get_case(actor=actor, case_id=case_id)
    found = Admission.every.filter(case=case).select_related("shelter", "stay").order_by("-expected_on", "-pk")
    rows = list(found)
    placed = [row.stay_id for row in rows if row.stay_id is not None]
    return case, rows, list(case.stays.exclude(pk__in=placed).order_by("-from_on", "-pk"))


def may_admit(*, actor: Actor, case: Case) -> bool:
    """Whether the person may take the family of a case just read in."""
    return policies.may_change(actor, case)


def may_tell_afterwards(*, actor: Actor, case: Case) -> bool:
    """Whether the person writes down where a family that has left lived and went, of a case just read in."""
    return policies.may_tell_afterwards(actor, case)


def admission_on_case(*, actor: Actor, case_id: int) -> Admission | None:
    """The admission that holds now, of a family that lives there or is expected; None when there is none."""
    _case, rows, _unplaced = list_admissions(actor=actor, case_id=case_id)
    for row in rows:
        if holds_now(row):
            return row
    return None


def holds_now(admission: Admission) -> bool:
    """Whether the family lives there or is expected."""
    if admission.called_off_on is not None or admission.voided_on is not None:
        return False
    return admission.stay is None or admission.stay.left_on is None


def any_admission_in_sight(*, actor: Actor, admission_id: int) -> Admission:
    """An admission of a case this person sees, also one that was voided; NotFound for any other."""
    return _in_sight(Admission.every.all(), actor, admission_id)


def admission_in_sight(*, actor: Actor, admission_id: int) -> Admission:
    """An admission of a case this person sees; NotFound for any other."""
    return _in_sight(Admission.objects.all(), actor, admission_id)


def _in_sight(rows: "QuerySet[Admission]", actor: Actor, admission_id: int) -> Admission:
    seen = cases.visible_to(actor).values("pk")
    found = rows.filter(pk=admission_id, case__in=seen).select_related(
        "shelter", "stay", "case__program", "case__department", "case__client"
    )
    row = found.first()
    if row is None:
        raise NotFound(policies.unseen().message)
    return row


def file_of_admission(*, actor: Actor, admission_id: int, on: date) -> AdmissionFile:
    """The stay of a family as its page shows it."""
    admission = any_admission_in_sight(actor=actor, admission_id=admission_id)
    stay, stands = admission.stay, admission.voided_on is None
    lodgers = list(
        admission.lodgers.select_related("person", "person__merged_into").prefetch_related("uses__bed__room")
    )
    nights = NightAway.every.filter(lodger__admission=admission).select_related("lodger__person__merged_into", "by")
    nights_away = list(nights.order_by("-from_on", "-pk"))
    away = {one.lodger_id: one for one in nights_away if one.back_on > on and one.voided_on is None}
    asks = list(admission.asks.select_related("by", "decided_by"))
    records = [admission, *nights_away, *asks]
    present = [one for one in lodgers if one.left_on is None]
    return AdmissionFile(
        admission=admission,
        case=admission.case,
        stay=stay,
        lodgers=tuple(LodgerLine(one, _present_use(one, on), _nights(one, on), away.get(one.pk)) for one in present),
        former=tuple(one for one in lodgers if one.left_on is not None),
        extensions=tuple(stay.extensions.select_related("approved_by").order_by("new_until", "pk")) if stay else (),
        asks=tuple(asks),
        may_change=stands and policies.may_change(actor, admission.case),
        may_decide=stands and policies.may_decide(actor, admission.case),
        may_note=stands and policies.may_note(actor, admission.case),
        may_tell=stands and policies.may_tell_afterwards(actor, admission.case),
        nights_away=tuple(nights_away),
        mended=mended(actor=actor, admission=admission, records=records, on=on),
    )


def _present_use(lodger: Lodger, on: date) -> BedUse | None:
    """The bed somebody has now, or had at last."""
    uses = [use for use in lodger.uses.all() if use.released_on is None]
    return uses[-1] if uses else None


def _nights(lodger: Lodger, on: date) -> int:
    """Nights up to today; those away count, for the bed was kept."""
    end = lodger.left_on or on
    return max(0, (end - lodger.from_on).days)


__all__ = [
    "AdmissionFile",
    "LodgerLine",
    "admission_in_sight",
    "admission_on_case",
    "any_admission_in_sight",
    "file_of_admission",
    "holds_now",
    "list_admissions",
    "may_admit",
    "may_tell_afterwards",
]
