"""Work passed on from a coming day: asked for today, done by itself on its day with the rights of that day."""

from collections.abc import Mapping
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from opora.access.hanging import hanging_everywhere
from opora.access.queries import actor_of
from opora.access.rules import SYSTEM, Actor
from opora.audit import actions as audit
from opora.common.errors import Conflict, Invalid, NotFound, OporaError
from opora.duties import policies
from opora.duties.actions.passing_on import pass_on
from opora.duties.models import PlannedPassing
from opora.duties.queries import count_left

EVERYTHING = "*"
"""The kind that stands for all of them, also those that will hang on somebody only by that day."""


@transaction.atomic
def plan_pass_on(
    *, actor: Actor, user_id: int, receivers: Mapping[str, int], reason: str, from_on: date, on: date
) -> PlannedPassing:
    """From a coming day the work is in other hands; what was planned before is called off.

    Whatever could not be passed on today is refused today, so that nobody waits for a day on which nothing happens.
    """
    if from_on <= on:
        raise Invalid({"on": _("This day has come already: pass the work on at once.")})
    pass_on(actor=actor, user_id=user_id, receivers=_by_kind(receivers), reason=reason, only_look=True, on=on)
    PlannedPassing.objects.filter(from_user_id=user_id, ended_on=None).update(ended_on=on)
    planned = PlannedPassing.objects.create(
        from_user_id=user_id,
        on=from_on,
        by_id=actor.user_id,
        asked_on=on,
        reason=reason.strip()[:500],
        receivers=dict(receivers),
    )
    audit.record(actor=actor, verb="duties.pass_on_planned", user=user_id, day=from_on.isoformat())
    return planned


@transaction.atomic
def call_off_pass_on(*, actor: Actor, user_id: int, on: date) -> None:
    """It stays as it is after all."""
    policies.check_can_look(actor, user_id)
    if not PlannedPassing.objects.filter(from_user_id=user_id, ended_on=None).update(ended_on=on):
        raise Conflict(_("Nothing is planned any more. Nothing was changed."))
    audit.record(actor=actor, verb="duties.pass_on_called_off", user=user_id)


def do_planned_passings(*, on: date) -> int:
    """Pass on all whose day has come; what cannot be done stays, and the page of that work says why.

    Gives how many were done. Each has its own transaction, so that one refusal keeps nobody else waiting.
    """
    due = PlannedPassing.objects.filter(ended_on=None, problem="", on__lte=on).order_by("on", "pk")
    return sum(_do(planned_id, on) for planned_id in due.values_list("pk", flat=True))


def _do(planned_id: int, on: date) -> bool:
    try:
        with transaction.atomic():
            found = PlannedPassing.objects.select_for_update(skip_locked=True).filter(pk=planned_id, ended_on=None)
            planned = found.first()
            if planned is None:
                return False
            planned.ended_on = on
            planned.save(update_fields=["ended_on"])
            # Passed on by hand meanwhile, there is nothing left to do.
            if not count_left(user_id=planned.from_user_id):
                return True
            pass_on(
                actor=actor_of(user_id=planned.by_id) if planned.by_id else SYSTEM,
                user_id=planned.from_user_id,
                receivers=_by_kind(planned.receivers),
                reason=planned.reason,
                on=on,
            )
    except NotFound:
        return _stays(planned_id, _("Whoever asked for it may not do it any more."))
    except OporaError as refusal:
        return _stays(planned_id, str(refusal))
    return True


def _stays(planned_id: int, problem: str) -> bool:
    PlannedPassing.objects.filter(pk=planned_id).update(problem=problem[:500])
    return False


def _by_kind(receivers: Mapping[str, int]) -> dict[str, int]:
    if EVERYTHING not in receivers:
        return dict(receivers)
    return {one.kind: receivers[EVERYTHING] for one in hanging_everywhere() if one.pass_on is not None}
