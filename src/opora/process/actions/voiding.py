"""A path begun by mistake counts nowhere: not among those on their way, not on the map, not in any list."""

from collections import Counter
from datetime import date

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor
from opora.audit import actions as audit
from opora.cases.models import Case
from opora.common.dates import day_of
from opora.common.errors import Conflict, Invalid, Refused
from opora.common.news import tell
from opora.pathways.queries import definition_of
from opora.process import policies
from opora.process.actions.amending import LONGEST_REASON
from opora.process.models import Amendment, Route, RouteFlow
from opora.process.queries.visible import even_voided


@transaction.atomic
def void_route(*, actor: Actor, route_id: int, reason: str, on: date) -> Route:
    """A signal that was none, or stands twice: its path counts nowhere from now on. With a case it is the case."""
    route = _hold(actor, route_id)
    if route.voided_on is not None:
        raise Conflict(_("This is marked as a mistake already. Nothing was changed."))
    if route.case_id is not None:
        raise Refused(_("There is a case on this path: mark the case as opened by mistake, and the path goes with it."))
    set_void(route, on=on)
    _finish(actor, route, reason, "process.route_voided", on)
    return route


@transaction.atomic
def take_back_void(*, actor: Actor, route_id: int, reason: str, on: date) -> Route:
    """It was no mistake after all."""
    route = _hold(actor, route_id)
    if route.voided_on is None or route.case_id is not None:
        raise Conflict(_("This is not marked as a mistake. Nothing was changed."))
    set_void(route, on=None)
    _finish(actor, route, reason, "process.void_taken_back", on)
    return route


def may_void(*, actor: Actor, route: Route, on: date) -> bool:
    """Whoever leads the department, and on its first day whoever began it."""
    if policies.within(actor, "assessment.approve", department_id=route.department_id):
        return True
    first = route.steps.order_by("number").first()
    is_own = first is not None and actor.user_id is not None and first.by_id == actor.user_id
    return is_own and first is not None and day_of(first.at) == on


def follow_void(route: Route, case: Case) -> None:
    """A path goes with its case: void when the case is, and back with it."""
    if case.voided_on != route.voided_on:
        set_void(route, on=case.voided_on)
        tell("routes.changed", route_ids=[route.pk])


def set_void(route: Route, *, on: date | None) -> None:
    """Take a path out of all counts, or put it back where it stood."""
    was_void = route.voided_on is not None
    route.voided_on = on
    if on is not None:
        route.ended_on = route.ended_on or max(on, route.started_on)
    elif route.stage not in definition_of(route.version).exits:
        route.ended_on = None
    route.save(update_fields=["voided_on", "ended_on"])
    if was_void is not (on is not None):
        _count_flows(route, 1 if on is None else -1)


def _count_flows(route: Route, sign: int) -> None:
    """The map counts every step as it is taken: take these steps out of the counts, or put them back."""
    steps = route.steps.exclude(from_stage="").values_list("from_stage", "to_stage", "waited")
    taken = Counter((origin, goal, min(waited, RouteFlow.LONGEST)) for origin, goal, waited in steps)
    for (origin, goal, days), count in sorted(taken.items()):
        place = {"program_id": route.program_id, "department_id": route.department_id}
        arrow = {**place, "from_stage": origin, "to_stage": goal, "days": days}
        kept = RouteFlow.objects.filter(**arrow)
        if sign > 0:
            RouteFlow.objects.get_or_create(**arrow, defaults={"count": 0})
        kept.update(count=F("count") + sign * count)
        kept.filter(count=0).delete()


def _hold(actor: Actor, route_id: int) -> Route:
    held = even_voided(actor).select_for_update(of=("self",)).select_related("version")
    route = held.filter(pk=route_id).first()
    if route is None:
        raise policies.unseen()
    return route


def _finish(actor: Actor, route: Route, reason: str, verb: str, on: date) -> None:
    if not may_void(actor=actor, route=route, on=on):
        raise Refused(_("This is done by the coordinator or the head, and on the first day by whoever took it in."))
    reason = reason.strip()
    if not reason or len(reason) > LONGEST_REASON:
        raise Invalid({"reason": _("Say why in a few words, up to 500 letters.")})
    Amendment.objects.create(
        route=route,
        source=f"process.route:{route.pk}",
        kind=Amendment.Kind.VOIDED if route.voided_on is not None else Amendment.Kind.CORRECTED,
        reason=reason,
        on=on,
        by_id=actor.user_id,
    )
    audit.record(actor=actor, verb=verb, family_id=route.family_id, route=route.pk)
    tell("routes.changed", route_ids=[route.pk])
