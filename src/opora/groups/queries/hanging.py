"""Groups that hang on a colleague, and those whose leader may lead them no more."""

from django.db.models import QuerySet

from opora.access.hanging import Item, Suspects
from opora.access.models import RoleAssignment
from opora.access.rules import ABILITIES, Actor
from opora.common.dates import today
from opora.groups import policies
from opora.groups.models import Group

LEADERS = tuple(ABILITIES["help.record"])


def groups_held(actor: Actor, user_id: int) -> list[Item]:
    """The groups somebody leads that are not over."""
    found = _going().filter(leaders=user_id)
    return [_item(one) for one in found if policies.may_lead(actor, one)]


def groups_lost(actor: Actor, _suspects: Suspects | None = None) -> list[Item]:
    """Groups that go on though none of their leaders works with families any more; there are few, so all are asked."""
    able = RoleAssignment.objects.filter(role__in=LEADERS, user__is_active=True).values("user_id")
    led = Group.objects.filter(leaders__in=able).values("pk")
    found = _going().exclude(pk__in=led)
    return [_item(one) for one in found if policies.may_lead(actor, one)]


def _going() -> QuerySet[Group]:
    """Groups whose last day is not known or has not gone by."""
    return Group.objects.exclude(until_on__lt=today()).order_by("pk")


def _item(one: Group) -> Item:
    return Item(key=one.pk, words=one.title, roles=LEADERS, department_id=one.department_id, due_on=one.until_on)
