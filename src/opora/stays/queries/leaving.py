"""How far a family is prepared for leaving, and how it left."""

from dataclasses import dataclass
from datetime import date

from opora.common.choices import Offered, offered
from opora.stays.models import Admission, Departure, ExitDay, ExitIssue, Readiness


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

    @property
    def agreed(self) -> ExitDay | None:
        """The agreement that holds."""
        return self.days[0] if self.days else None

    @property
    def open_issues(self) -> int:
        return sum(issue.settled_on is None for issue in self.issues)

    def days_ahead(self, left_on: date | None) -> int | None:
        """So many days before leaving the day was agreed (S0-56); None while it is not known."""
        return (left_on - self.days[0].agreed_on).days if left_on is not None and self.days else None


def exit_of(admission: Admission) -> ExitFile:
    """The preparation of a stay that was read for this person."""
    issues = list(admission.issues.all())
    known = {one.kind: one for one in admission.readiness.select_related("by")}
    return ExitFile(
        days=tuple(admission.exit_days.select_related("by")),
        issues=tuple(one for one in issues if not one.is_after),
        steps=tuple(one for one in issues if one.is_after),
        readiness=tuple(ReadinessLine(kind, label, known.get(kind)) for kind, label in Readiness.Kind.choices),
        departure=Departure.objects.filter(admission=admission).first(),
    )


def whose_offered() -> Offered:
    return offered(*ExitIssue.Whose)


def destinations_offered() -> Offered:
    return offered(*Departure.Destination)


def children_offered() -> Offered:
    return offered(*Departure.Children)


def readiness_label(kind: str) -> object | None:
    """The words of a kind of preparation; None for no such kind."""
    return dict(Readiness.Kind.choices).get(kind)
