"""The look back six months after a family's exit."""

from datetime import date

from django.db import transaction
from django.db.models import Q

from opora.access.rules import Actor
from opora.cases import policies
from opora.cases.actions.frame import finish, lock_case
from opora.cases.models import Case, FollowUp
from opora.cases.queries import is_member
from opora.cases.rules.dates import follow_up_due
from opora.cases.rules.lifecycle import Problem
from opora.common.dates import now


@transaction.atomic
def record_follow_up_done(*, actor: Actor, case_id: int, revision: int | None = None, on: date) -> FollowUp:
    """The follow-up visit took place; how late it was is read from the day it was due (S3-85)."""
    case = lock_case(actor=actor, case_id=case_id)
    policies.check_can_follow_up(actor, case, is_member=is_member(actor=actor, case_id=case_id))
    policies.check_revision(case, revision)
    follow_up = case.follow_ups.filter(done_on=None, cancelled_at=None).order_by("due_on").first()
    if follow_up is None:
        policies.refuse([Problem.ALREADY_DONE])
        raise AssertionError
    if on < _exit_of(case):
        policies.refuse([Problem.BEFORE_EXIT])
    follow_up.done_on = on
    follow_up.save(update_fields=["done_on"])
    finish(actor=actor, case=case, verb="cases.followed_up", day=on)
    return follow_up


def plan_follow_up(case: Case, *, exit_on: date) -> None:
    """Plan the visit six calendar months after the exit, unless one waits or this exit was visited (S3-85)."""
    due_on = follow_up_due(exit_on)
    standing = case.follow_ups.filter(cancelled_at=None)
    if not standing.filter(Q(done_on=None) | Q(due_on=due_on)).exists():
        FollowUp.objects.create(case=case, due_on=due_on)


def cancel_follow_ups(case: Case) -> None:
    """Work goes on: the visit planned after the last exit is no longer due."""
    case.follow_ups.filter(done_on=None, cancelled_at=None).update(cancelled_at=now())


def _exit_of(case: Case) -> date:
    left = case.stays.exclude(left_on=None).order_by("-left_on").values_list("left_on", flat=True).first()
    return left or case.closed_on or case.opened_on
