"""Many paths into other hands at once."""

from collections.abc import Sequence

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from opora.access.hanging import Giving, Item
from opora.audit import actions as audit
from opora.common.errors import Conflict
from opora.common.news import tell
from opora.process.models import Route, RouteMember

CHANGED = _("Somebody has passed some of this on meanwhile. Look at it as it is now.")


@transaction.atomic
def pass_on_routes(giving: Giving, items: Sequence[Item]) -> None:
    """Somebody else answers for all of these paths from now on."""
    ids = [item.key for item in items]
    held = Route.objects.select_for_update(of=("self",)).filter(pk__in=ids, ended_on=None, case=None)
    routes = list(held.order_by("pk"))
    stayed = [one for one in routes if giving.from_user_id in (None, one.worker_id)]
    if len(stayed) < len(items):
        raise Conflict(CHANGED)
    Route.objects.filter(pk__in=ids).update(worker_id=giving.to_user_id)
    entries = [{"family_id": one.family_id, "route": one.pk, "user": giving.to_user_id} for one in routes]
    audit.record_many(actor=giving.actor, verb="process.assigned", entries=entries)
    tell("routes.changed", route_ids=ids)


@transaction.atomic
def pass_on_parts_asked(giving: Giving, items: Sequence[Item]) -> None:
    """Somebody else takes part in these paths instead; whoever does already simply goes on."""
    members = list(RouteMember.objects.select_related("route").filter(pk__in=[one.key for one in items], to_on=None))
    if len(members) < len(items):
        raise Conflict(CHANGED)
    for one in members:
        one.to_on = max(giving.on, one.from_on)
    RouteMember.objects.bulk_update(members, ["to_on"])
    take_part(giving, [one.route for one in members])


def take_part(giving: Giving, routes: Sequence[Route]) -> None:
    """The receiver sees these paths from now on, by an invitation where nothing else lets him in."""
    wanted = {one.pk: one for one in routes if one.worker_id != giving.to_user_id}
    have = RouteMember.objects.filter(route_id__in=wanted, user_id=giving.to_user_id, to_on=None)
    for route_id in have.values_list("route_id", flat=True):
        wanted.pop(route_id, None)
    RouteMember.objects.bulk_create(
        RouteMember(route=one, user_id=giving.to_user_id, from_on=giving.on) for one in wanted.values()
    )
    entries = [{"case_id": one.case_id, "route": one.pk, "user": giving.to_user_id} for one in wanted.values()]
    audit.record_many(actor=giving.actor, verb="process.invited", entries=entries)
