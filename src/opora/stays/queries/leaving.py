"""How far a family is prepared for leaving, and how it left."""

from dataclasses import dataclass, field
from datetime import date

from opora.access.rules import Actor
from opora.cases import queries as cases
from opora.cases.models import FollowUp
from opora.common.choices import Offered, offered
from opora.stays.models import Admission, Departure, ExitDay, ExitIssue, Readiness
from opora.stays.queries.mended import Mended, mended

# A preparation taken back is no row any more; its words stay by this name.
PREPARED = "stays.readiness"


@dataclass(frozen=True, slots=True)
class ReadinessLine:
    """One kind of preparation, recorded or not."""

    kind: str
    label: object
    record: Readiness | None


@dataclass(frozen=True, slots=True)
class ExitFile:
    """The agreed day, what is to be settled, steps after leaving, preparation, and the leaving itself."""

    days: tuple[ExitDay, ...]
    issues: tuple[ExitIssue, ...]
    steps: tuple[ExitIssue, ...]
    readiness: tuple[ReadinessLine, ...]
    departure: Departure | None
    look_back: FollowUp | None = None
    # What was taken back stays readable: agreed days, questions, a leaving that was none.
    voided: tuple[ExitDay | ExitIssue | Departure, ...] = ()
    mended: Mended = field(default_factory=Mended)

    @property
    def agreed(self) -> ExitDay | None:
        """The agreement that holds."""
        return self.days[0] if self.days else None

    @property
    def is_prepared(self) -> bool:
        """Whether anything was written down about how the family was prepared, also what was taken back."""
        return any(line.record is not None for line in self.readiness) or bool(self.mended.gone.get(PREPARED))

    @property
    def open_issues(self) -> int:
        return sum(issue.settled_on is None for issue in self.issues)

    def days_ahead(self, left_on: date | None) -> int | None:
        """So many days before leaving the day was agreed (S0-56); None while it is not known."""
        return (left_on - self.days[0].agreed_on).days if left_on is not None and self.days else None


def exit_of(admission: Admission, *, actor: Actor, on: date) -> ExitFile:
    """The preparation of a stay that was read for this person."""
    every_issue, every_day = list(admission.issues.all()), list(admission.exit_days.select_related("by"))
    every_leaving = list(admission.departures.all())
    issues = [one for one in every_issue if one.voided_on is None]
    known = {one.kind: one for one in admission.readiness.select_related("by")}
    every: list[ExitDay | ExitIssue | Departure] = [*every_day, *every_issue, *every_leaving]
    return ExitFile(
        days=tuple(one for one in every_day if one.voided_on is None),
        issues=tuple(one for one in issues if not one.is_after),
        steps=tuple(one for one in issues if one.is_after),
        readiness=tuple(ReadinessLine(kind, label, known.get(kind)) for kind, label in Readiness.Kind.choices),
        departure=next((one for one in every_leaving if one.voided_on is None), None),
        look_back=_look_back(admission),
        voided=tuple(one for one in every if one.voided_on is not None),
        mended=mended(actor=actor, admission=admission, records=[*every, *known.values()], gone=[PREPARED], on=on),
    )


def _look_back(admission: Admission) -> FollowUp | None:
    """The one follow-up of the family after it left: that of its case, which comes six months after the exit."""
    left_on = admission.stay.left_on if admission.stay is not None else None
    if left_on is None:
        return None
    found = FollowUp.objects.filter(case=admission.case_id, cancelled_at=None, due_on__gte=left_on)
    return found.order_by("due_on", "pk").first()


@dataclass(frozen=True, slots=True)
class StepsAfter:
    """What was agreed at an exit for the life after it: asked about when somebody looks back (S0-59)."""

    admission_id: int
    left_on: date | None
    steps: tuple[ExitIssue, ...]
    has_skills: bool


def steps_after_leaving(*, actor: Actor, case_id: int) -> StepsAfter | None:
    """The steps of the newest exit of a family this person sees; None where it left no centre."""
    case = cases.get_case(actor=actor, case_id=case_id)
    left = Admission.objects.filter(case=case, stay__left_on__isnull=False).select_related("stay")
    admission = left.order_by("-stay__left_on", "-pk").first()
    if admission is None:
        return None
    steps = tuple(ExitIssue.objects.filter(admission=admission, is_after=True))
    left_on = admission.stay.left_on if admission.stay is not None else None
    return StepsAfter(admission.pk, left_on, steps, admission.skills.exists())


def whose_offered() -> Offered:
    return offered(*ExitIssue.Whose)


def destinations_offered() -> Offered:
    return offered(*Departure.Destination)


def children_offered() -> Offered:
    return offered(*Departure.Children)
