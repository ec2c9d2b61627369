"""Events of a period for whoever reports on the work: days and titles, nobody who came."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from opora.access.rules import Actor, can
from opora.groups import policies
from opora.groups.models import Session


@dataclass(frozen=True, slots=True)
class Meeting:
    """A day of a group: what, when, whether it was held."""

    title: str
    kind: str
    on: date
    is_held: bool
    program_id: int | None


def meetings_between(*, actor: Actor, first: date, last: date) -> Iterator[Meeting]:
    """Every meeting of a period, the earliest first; for those who work with families and those who read outcomes."""
    if not (policies.may_see(actor) or can(actor, "outcomes.read")):
        return
    found = Session.objects.filter(on__gte=first, on__lte=last, group__voided_on=None).select_related("group")
    for one in found.order_by("on", "pk").defer("homework").iterator():
        group = one.group
        yield Meeting(group.title, str(group.get_kind_display()), one.on, one.is_held, group.program_id)
