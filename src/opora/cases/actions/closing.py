"""The end of the work with a family, and its beginning anew."""

from collections.abc import Mapping
from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor
from opora.cases import policies
from opora.cases.actions.follow_ups import cancel_follow_ups, last_left, plan_follow_up
from opora.cases.actions.locking import finish, life_of, lock_for_change
from opora.cases.actions.stays import leave
from opora.cases.models import Case, Closing, ClosingChild
from opora.cases.queries.children import children_on, not_asked_on
from opora.cases.queries.coming_of_age import coming_of_age
from opora.cases.rules.follow_up_due import exit_day
from opora.cases.rules.lifecycle import problems_of_closing, problems_of_reopening
from opora.cases.rules.reasons import OFFERED
from opora.common.errors import Invalid
from opora.families import actions as families
from opora.families.models import Placement
from opora.pathways.rules.case_reasons import CAME_OF_AGE


@transaction.atomic
def close_case(
    *,
    actor: Actor,
    case_id: int,
    reason: str,
    summary: str,
    placements: Mapping[int, str],
    plan_after: str = "",
    no_exit: str = "",
    goals: tuple[int, int] | None = None,
    revision: int | None = None,
    on: date,
) -> Closing:
    """Work with the family ends: why, how, and where each child lives on that day (S3-84, S4-22, S4-25, IND-20).

    `plan_after` says what the family goes on with, `no_exit` why there is no exit assessment (whoever knows the
    assessments asks for it), `goals` are those of the plan: achieved, and all. A stay that still goes on ends the
    same day. The follow-up is planned from the family's exit.
    """
    case = lock_for_change(actor=actor, case_id=case_id, must_be_open=False)
    children = children_on(case, on=on)
    stay = case.stays.filter(left_on=None).first()
    known = {pk: kind for pk, kind in placements.items() if kind in Placement.Kind.values}
    policies.refuse(
        problems_of_closing(
            life_of(case),
            reason=reason,
            summary=summary,
            children=[child.pk for child in children],
            placements=known,
            stay_from_on=stay.from_on if stay else None,
            on=on,
            known_reasons=OFFERED,
            no_exit=no_exit,
            comes_of_age=coming_of_age([case.pk])[case.pk] if reason == CAME_OF_AGE else None,
        )
    )
    policies.check_revision(case, revision)
    achieved, total = goals or (None, None)
    closing = Closing.objects.create(
        case=case,
        on=on,
        reason=reason,
        summary=summary.strip(),
        plan_after=plan_after.strip(),
        no_exit=no_exit,
        goals_achieved=achieved,
        goals_total=total,
    )
    ClosingChild.objects.bulk_create(
        [
            *(ClosingChild(closing=closing, person=child, placement=known[child.pk]) for child in children),
            *(
                ClosingChild(closing=closing, person=person, not_asked=belongs)
                for person, belongs in not_asked_on(case, on=on)
            ),
        ]
    )
    for child in children:
        families.record_placement(actor=actor, child=child, kind=known[child.pk], from_on=on, case_ids=[case.pk])
    if stay is not None:
        leave(case, stay, on)
    if stay is None or case.program.layout != "shelter":
        _plan_follow_up(case, on)
    case.closed_on = on
    finish(actor=actor, case=case, verb="cases.closed", fields=("closed_on",), day=on, reason=reason)
    return closing


@transaction.atomic
def reopen_case(*, actor: Actor, case_id: int, reason: str, revision: int | None = None, on: date) -> Case:
    """Work begins anew: the closing stays readable, its follow-up is no longer due (X-20)."""
    case = lock_for_change(actor=actor, case_id=case_id, must_be_open=False)
    policies.refuse(problems_of_reopening(life_of(case), on=on))
    policies.check_revision(case, revision)
    if not reason.strip():
        raise Invalid({"reason": _("Say why the work begins anew.")})
    case.closings.filter(reopened_on=None).update(reopened_on=on, reopen_reason=reason.strip())
    cancel_follow_ups(case)
    case.closed_on = None
    finish(actor=actor, case=case, verb="cases.reopened", fields=("closed_on",), day=on)
    return case


def _plan_follow_up(case: Case, on: date) -> None:
    left = last_left(case)
    reopened = case.closings.exclude(reopened_on=None).order_by("-reopened_on").first()
    # A stay from before the last re-opening is an exit of that time, not of this one.
    if left and reopened and reopened.reopened_on and left <= reopened.reopened_on:
        left = None
    plan_follow_up(case, exit_on=exit_day(on, left))
