"""A hand-over dated ahead: asked for today, done by itself on its day, with the rights of both changing then."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from opora.access.rules import SYSTEM, Actor
from opora.cases import policies
from opora.cases.actions.locking import finish, lock_for_change, team_of
from opora.cases.actions.team import check_may_take_part, hand_over
from opora.cases.models import PlannedHandOver, TeamMember
from opora.cases.rules import team as rules
from opora.common.errors import Conflict, Invalid, OporaError


@transaction.atomic
def plan_hand_over(
    *, actor: Actor, case_id: int, to_user_id: int, from_on: date, revision: int | None = None, on: date
) -> PlannedHandOver:
    """From a coming day another case manager is to answer; what was planned before is called off."""
    case = lock_for_change(actor=actor, case_id=case_id, revision=revision)
    if from_on <= on:
        raise Invalid({"on": _("This day has come already: hand the case over at once.")})
    check_may_take_part(case, "to_user_id", to_user_id, TeamMember.Part.CASE_MANAGER)
    policies.refuse(rules.problems_of_hand_over(team_of(case), to_user_id=to_user_id, on=from_on))
    case.planned_hand_overs.filter(ended_on=None).update(ended_on=on)
    planned = PlannedHandOver.objects.create(
        case=case, to_user_id=to_user_id, on=from_on, by_id=actor.user_id, asked_on=on
    )
    finish(actor=actor, case=case, verb="cases.hand_over_planned", from_day=from_on, user_id=to_user_id)
    return planned


@transaction.atomic
def call_off_hand_over(*, actor: Actor, case_id: int, on: date) -> None:
    """It stays as it is after all."""
    case = lock_for_change(actor=actor, case_id=case_id)
    if not case.planned_hand_overs.filter(ended_on=None).update(ended_on=on):
        raise Conflict(_("No hand-over is planned any more. Nothing was changed."))
    finish(actor=actor, case=case, verb="cases.hand_over_called_off")


def do_planned_hand_overs(*, on: date) -> int:
    """Do every hand-over whose day has come; one that cannot be done stays, and the team page says so.

    Gives how many were done. Each has its own transaction, so that one refusal keeps nobody else waiting.
    """
    done = 0
    due = PlannedHandOver.objects.filter(ended_on=None, on__lte=on).order_by("on", "pk")
    for planned_id in due.values_list("pk", flat=True):
        done += _do(planned_id, on)
    return done


def _do(planned_id: int, on: date) -> bool:
    try:
        with transaction.atomic():
            rows = PlannedHandOver.objects.select_for_update(skip_locked=True)
            planned = rows.filter(pk=planned_id, ended_on=None).first()
            if planned is None:
                return False
            hand_over(actor=SYSTEM, case_id=planned.case_id, to_user_id=planned.to_user_id, on=planned.on)
            PlannedHandOver.objects.filter(pk=planned_id).update(ended_on=on)
    except OporaError:
        return False
    return True
