"""Volunteers and donors: who there is, who joined, how many tasks they have."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Final

from django.db.models import Count, Q, Sum

from opora.access.models import RoleAssignment, User
from opora.access.rules import Actor, Role
from opora.common.dates import add_months
from opora.families.sealing import opened
from opora.plans.models import Task
from opora.volunteers import policies
from opora.volunteers.models import Helper

ACTIVE, LEFT, UNCHECKED = "active", "left", "unchecked"
# How many years ago the clearance was checked, when it is to be checked anew.
OLD_CLEARANCE: Final = {"older1": 1, "older2": 2, "older3": 3}


@dataclass(frozen=True, slots=True)
class HelperLine:
    """One line of the list."""

    id: int
    kind: str
    name: str
    skills: str
    joined_on: date
    left_on: date | None
    cleared_on: date | None
    hours: Decimal
    gives_time: bool
    giver: str


def kinds() -> list[tuple[str, Any]]:
    """Volunteer or donor, in words."""
    return list(Helper.Kind.choices)


def helpers(
    *,
    actor: Actor,
    q: str = "",
    kind: str = "",
    state: str = "",
    from_on: date | None = None,
    to_on: date | None = None,
    on: date,
) -> list[HelperLine]:
    """Whoever joined, in the period if one is said, the newest first; sealed names are searched as they are opened."""
    policies.check_can_read(actor)
    total = Sum("given__hours", filter=Q(given__voided_on=None))
    found = Helper.objects.annotate(total=total).order_by("-joined_on", "-pk")
    if kind:
        found = found.filter(kind__in=(kind, Helper.Kind.BOTH))
    if from_on:
        found = found.filter(joined_on__gte=from_on)
    if to_on:
        found = found.filter(joined_on__lte=to_on)
    if (wanted := _state(state, on)) is not None:
        found = found.filter(wanted)
    lines = [_line(one) for one in found]
    words = q.casefold().replace("ё", "е").split()
    return [line for line in lines if all(word in _said(line) for word in words)]


def _state(state: str, on: date) -> Q | None:
    gone = Q(left_on__isnull=False, left_on__lte=on)
    helps = ~gone & ~Q(kind=Helper.Kind.DONOR)
    if state in OLD_CLEARANCE:
        return helps & Q(cleared_on__lt=add_months(on, -12 * OLD_CLEARANCE[state]))
    return {ACTIVE: ~gone, LEFT: gone, UNCHECKED: helps & Q(cleared_on=None)}.get(state)


def _said(line: HelperLine) -> str:
    return f"{line.name} {line.skills}".casefold().replace("ё", "е")


def _line(one: Any) -> HelperLine:
    return HelperLine(
        id=one.pk,
        kind=one.get_kind_display(),
        name=one.name_text,
        skills=one.skills,
        joined_on=one.joined_on,
        left_on=one.left_on,
        cleared_on=one.cleared_on,
        hours=one.total or Decimal(0),
        gives_time=one.gives_time,
        giver=one.get_giver_display() if one.giver else "",
    )


def helper_in_sight(*, actor: Actor, helper_id: int) -> Helper:
    """A volunteer or donor; NotFound for who does not work with partners."""
    policies.check_can_read(actor)
    found = Helper.objects.select_related("user").filter(pk=helper_id).first()
    if found is None:
        raise policies.unseen()
    return found


def contacts_of(helper: Helper) -> str:
    """The contacts of somebody already found."""
    return str(opened(helper, "contacts"))


def tasks_of(helper: Helper) -> dict[str, int]:
    """How many tasks of plans are with this volunteer, and how many were done; none without an account."""
    if helper.user_id is None:
        return {"open": 0, "done": 0}
    found = Task.objects.filter(worker_id=helper.user_id)
    return found.aggregate(open=Count("pk", filter=Q(state="open")), done=Count("pk", filter=Q(state="done")))


def accounts(*, actor: Actor) -> list[tuple[int, str]]:
    """Accounts of volunteers, to be linked with the person."""
    policies.check_can_read(actor)
    roles = RoleAssignment.objects.filter(role=Role.VOLUNTEER).values("user_id")
    return list(User.objects.filter(pk__in=roles, is_active=True).order_by("name").values_list("pk", "name"))


def joined_between(*, actor: Actor, from_on: date, to_on: date) -> dict[str, int]:
    """How many volunteers and how many donors joined in a period (IND-13)."""
    policies.check_can_read(actor)
    found = Helper.objects.filter(joined_on__gte=from_on, joined_on__lte=to_on)
    counted = dict(found.order_by().values_list("kind").annotate(n=Count("pk")))
    # Whoever gives both time and things joined as a volunteer and as a donor.
    both = counted.pop(Helper.Kind.BOTH, 0)
    return {kind: counted.get(kind, 0) + both for kind in (Helper.Kind.VOLUNTEER.value, Helper.Kind.DONOR.value)}
