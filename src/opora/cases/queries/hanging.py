"""Cases in somebody's hands, and open cases that nobody answers for who may open them."""

from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from opora.access.hanging import Item, Suspects, holds
from opora.access.rules import Actor
from opora.cases.models import Case, FollowUp, PlannedHandOver, TeamMember
from opora.cases.queries.choices import ROLES_OF_PART
from opora.cases.queries.visible import visible_to

_MANAGER = TeamMember.Part.CASE_MANAGER


def managed_by(actor: Actor, user_id: int) -> list[Item]:
    """The cases somebody answers for that still want something: open ones, and closed ones to look back at."""
    return [_item(one) for one in _held(actor, user_id).filter(part=_MANAGER)]


def parts_of(actor: Actor, user_id: int) -> list[Item]:
    """The other parts somebody has in the teams of such cases."""
    return [_item(one) for one in _held(actor, user_id).exclude(part=_MANAGER)]


def unmanaged(actor: Actor, suspects: Suspects | None = None) -> list[Item]:
    """Open cases whose manager is missing, has left, or has no role there any more."""
    able = TeamMember.objects.filter(
        holds(ROLES_OF_PART[_MANAGER], user="user_id", department="case__department_id"),
        case=OuterRef("pk"),
        part=_MANAGER,
        to_on=None,
    )
    found = visible_to(actor, "case.change").filter(~Exists(able), closed_on=None).order_by("opened_on", "pk")
    if suspects is not None:
        named = Case.objects.filter(pk__in=suspects.keys | suspects.cases).order_by().values("pk")
        held = TeamMember.objects.filter(user__in=suspects.users, part=_MANAGER, to_on=None).values("case_id")
        found = found.filter(pk__in=named.union(held) if suspects.users else named)
    return [_of_case(one, one.opened_on) for one in found]


def lost_parts(actor: Actor, suspects: Suspects | None = None) -> list[Item]:
    """Members of teams of open cases who have left or lost the role for their part: the case manager apart."""
    lost = Q(pk__in=())
    for part, roles in ROLES_OF_PART.items():
        if part != _MANAGER:
            lost |= Q(part=part) & ~Q(holds(roles, user="user_id", department="case__department_id"))
    seen = visible_to(actor, "case.change").filter(closed_on=None)
    found = TeamMember.objects.filter(to_on=None)
    if suspects is not None:
        found = suspects.among(found, user="user_id", case=("case_id",))
    found = found.filter(lost, case__in=seen.values("pk")).select_related("case")
    return [_item(one) for one in found.order_by("case_id", "pk")]


def _held(actor: Actor, user_id: int) -> QuerySet[TeamMember]:
    waits = FollowUp.objects.filter(case=OuterRef("case"), done_on=None, cancelled_at=None)
    held = TeamMember.objects.filter(Q(case__closed_on=None) | Exists(waits), user_id=user_id, to_on=None)
    held = held.filter(case__in=visible_to(actor, "case.change").values("pk"))
    return held.select_related("case").order_by("case__opened_on", "pk")


def _item(one: TeamMember) -> Item:
    return Item(
        key=one.pk,
        words=one.case.number,
        roles=ROLES_OF_PART[one.part],
        department_id=one.case.department_id,
        case_id=one.case_id,
        family_id=one.case.family_id,
        part=one.part,
    )


def _of_case(case: Case, since: date) -> Item:
    return Item(
        key=case.pk,
        words=case.number,
        roles=ROLES_OF_PART[_MANAGER],
        department_id=case.department_id,
        case_id=case.pk,
        family_id=case.family_id,
        due_on=since,
        part=_MANAGER,
    )


def planned_with(*, actor: Actor, user_id: int) -> list[PlannedHandOver]:
    """Hand-overs to come that concern somebody: to him or her, or of a case now in these hands; as far as seen."""
    own = TeamMember.objects.filter(user_id=user_id, part=_MANAGER, to_on=None).values("case_id")
    seen = Q(case__in=visible_to(actor).values("pk"))
    # Whoever takes a case over may know its number before the day, and nothing else of it.
    if actor.user_id == user_id:
        seen |= Q(to_user_id=user_id)
    found = PlannedHandOver.objects.filter(seen & (Q(to_user_id=user_id) | Q(case__in=own)), ended_on=None)
    return list(found.select_related("case", "to_user").order_by("on", "pk"))


def planned_of(case: Case) -> PlannedHandOver | None:
    """The hand-over planned for a case already read."""
    return case.planned_hand_overs.filter(ended_on=None).select_related("to_user").first()
