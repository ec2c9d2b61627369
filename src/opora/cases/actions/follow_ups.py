"""The look back six months after a family's exit."""

from collections.abc import Mapping, Sequence
from datetime import date

from django.db import transaction
from django.db.models import Q

from opora.access.rules import Actor
from opora.cases import policies
from opora.cases.actions.locking import finish, lock_case
from opora.cases.models import Case, FollowUp, FollowUpChild, FollowUpContact
from opora.cases.queries import is_member
from opora.cases.queries.children import children_on
from opora.cases.rules.follow_up import LOST, NO_ANSWER, REACHED, REFUSED, SETTLED, ChildNow, problems_of_follow_up
from opora.cases.rules.follow_up_due import follow_up_due
from opora.cases.rules.lifecycle import Problem
from opora.common.dates import now
from opora.families import actions as families
from opora.families.models import Person, Placement

_VERBS = {
    REACHED: "cases.followed_up",
    NO_ANSWER: "cases.follow_up_tried",
    REFUSED: "cases.follow_up_declined",
    LOST: "cases.follow_up_lost",
}


@transaction.atomic
def record_follow_up(
    *,
    actor: Actor,
    case_id: int,
    result: str,
    family_state: str = "",
    children: Mapping[int, ChildNow] | None = None,
    note: str = "",
    revision: int | None = None,
    on: date,
) -> FollowUpContact:
    """Somebody looked back at the family: reached it, tried in vain, was turned away, or found nobody (X-12, S3-85).

    Of a family that was reached each child's home and safety are recorded, and the home stands in the child's
    history too. An attempt without answer leaves the visit due. A visit of which only the day is known, because the
    assessment was handed in first, is told afterwards.
    """
    told = dict(children or {})
    case = lock_case(actor=actor, case_id=case_id)
    policies.check_can_follow_up(actor, case, is_member=is_member(actor=actor, case_id=case_id))
    policies.check_revision(case, revision)
    follow_up = _to_be_told(case)
    people = children_on(case, on=on)
    policies.refuse(
        problems_of_follow_up(
            result=result,
            family_state=family_state,
            children=[person.pk for person in people],
            told=told,
            exit_on=_exit_of(case),
            on=on,
        )
    )
    is_reached = result == REACHED
    contact = FollowUpContact.objects.create(
        follow_up=follow_up,
        on=on,
        result=result,
        family_state=family_state if is_reached else "",
        note=note.strip(),
        by_id=actor.user_id,
    )
    if is_reached:
        _keep_children(actor, case, contact, people, told, on)
    if result in SETTLED:
        follow_up.done_on = follow_up.done_on or on
        follow_up.result = result
        follow_up.save(update_fields=["done_on", "result"])
    finish(actor=actor, case=case, verb=_VERBS[result], day=on)
    return contact


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
    follow_up.done_on, follow_up.result = on, FollowUp.Result.REACHED
    follow_up.save(update_fields=["done_on", "result"])
    finish(actor=actor, case=case, verb="cases.followed_up", day=on)
    return follow_up


def plan_follow_up(case: Case, *, exit_on: date) -> None:
    """Plan the visit six calendar months after the exit, unless one waits or this exit was visited (S3-85)."""
    due_on = follow_up_due(exit_on)
    standing = case.follow_ups.filter(cancelled_at=None)
    if not standing.filter(Q(done_on=None) | Q(due_on=due_on)).exists():
        FollowUp.objects.create(case=case, due_on=due_on)


def move_follow_up(case: Case, *, was: date, due_on: date) -> None:
    """The exit was on another day than was written: the visit that waits moves along."""
    case.follow_ups.filter(done_on=None, cancelled_at=None, due_on=was).update(due_on=due_on)


def cancel_follow_ups(case: Case) -> None:
    """Work goes on: the visit planned after the last exit is no longer due."""
    case.follow_ups.filter(done_on=None, cancelled_at=None).update(cancelled_at=now())


def last_left(case: Case) -> date | None:
    """The day the family last left the centre, where that is the exit of its program; else None."""
    if case.program.layout != "shelter":
        return None
    return case.stays.exclude(left_on=None).order_by("-left_on").values_list("left_on", flat=True).first()


def _exit_of(case: Case) -> date:
    left = last_left(case)
    return left or case.closed_on or case.opened_on


def _to_be_told(case: Case) -> FollowUp:
    """The visit that waits; else the last one made of which nothing but the day is known."""
    standing = case.follow_ups.filter(cancelled_at=None)
    found = standing.filter(done_on=None).order_by("due_on").first()
    found = found or standing.filter(result=REACHED, contacts=None).order_by("-due_on").first()
    if found is None:
        policies.refuse([Problem.ALREADY_DONE])
        raise AssertionError
    return found


def _keep_children(
    actor: Actor,
    case: Case,
    contact: FollowUpContact,
    people: Sequence[Person],
    told: Mapping[int, ChildNow],
    on: date,
) -> None:
    FollowUpChild.objects.bulk_create(
        FollowUpChild(
            contact=contact, person=person, placement=told[person.pk].placement, safety=told[person.pk].safety
        )
        for person in people
    )
    for child in people:
        kind = told[child.pk].placement
        if kind != Placement.Kind.UNKNOWN:
            families.record_placement(actor=actor, child=child, kind=kind, from_on=on, case_ids=[case.pk])
