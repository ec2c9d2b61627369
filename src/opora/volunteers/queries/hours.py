"""The hours of a volunteer, and for which family they were."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from opora.access.rules import Actor
from opora.cases.queries import visible_to
from opora.volunteers import policies
from opora.volunteers.models import GivenHours, Helper


@dataclass(frozen=True, slots=True)
class HoursLine:
    """A line of hours; the family is named only to those who see it."""

    id: int
    on: date
    hours: Decimal
    what: str
    is_voided: bool
    case_id: int | None
    case_number: str


def hours_of(*, actor: Actor, helper: Helper) -> list[HoursLine]:
    """The hours of somebody already found, the newest first, those voided with them."""
    found = list(GivenHours.every.filter(helper=helper).order_by("-on", "-pk"))
    cases = {line.case_id for line in found if line.case_id}
    seen = dict(visible_to(actor).filter(pk__in=cases).values_list("pk", "number")) if cases else {}
    return [
        HoursLine(
            id=line.pk,
            on=line.on,
            hours=line.hours,
            what=line.what,
            is_voided=line.voided_on is not None,
            case_id=line.case_id if line.case_id in seen else None,
            case_number=seen.get(line.case_id or 0, ""),
        )
        for line in found
    ]


def hours_in_sight(*, actor: Actor, hours_id: int) -> GivenHours:
    """One line of hours with its volunteer."""
    policies.check_can_read(actor)
    found = GivenHours.objects.select_related("helper").filter(pk=hours_id, helper__voided_on=None).first()
    if found is None:
        raise policies.unseen()
    return found


def case_number_of(*, actor: Actor, line: GivenHours) -> str:
    """The number of the family's case in a line already found; empty for whoever does not see the family."""
    return visible_to(actor).filter(pk=line.case_id or 0).values_list("number", flat=True).first() or ""
