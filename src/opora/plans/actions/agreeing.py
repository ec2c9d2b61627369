"""A plan is agreed on with the family and corrected with a reason; each time a version is kept (S3-29, S3-31)."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor
from opora.audit import actions as audit
from opora.common.errors import Conflict, Invalid
from opora.families.sealing import opened
from opora.plans import policies, rules
from opora.plans.actions.goals import tell_facts
from opora.plans.actions.locking import check_not_before, hold, refuse, story, touch
from opora.plans.models import Goal, Plan, PlanRevision, Task, UnforeseenEvent
from opora.plans.queries.household import household_of
from opora.plans.queries.page import lacks_of, tasks_in
from opora.plans.queries.plans import levels_of
from opora.plans.queries.views import who_in_short
from opora.plans.words import ACTIVITY
from opora.process import actions as process
from opora.process.models import Route


@transaction.atomic
def agree_plan(
    *,
    actor: Actor,
    route_id: int,
    attended: Sequence[int] = (),
    activity: int | None = None,
    reason: str = "",
    revision: int | None = None,
    on: date,
) -> Plan:
    """A preliminary plan comes into force; from the second time on with the reason why it is another one.

    ``attended`` are those of the family who were there, ``activity`` how far the family is on its way (S0-09, S0-11).
    """
    route, plan = hold(actor=actor, route_id=route_id, revision=revision)
    if plan.state != Plan.State.PRELIMINARY:
        raise Conflict(_("The plan is in force already. What was changed since is kept by correcting it."))
    goals, tasks = _checked(route, plan)
    version = _keep(
        actor, route, plan, goals, tasks, "agreed", attended, activity, reason, must_say=plan.version > 0, on=on
    )
    audit.record(actor=actor, verb="plans.agreed", case_id=route.case_id, route=route.pk, number=version.number)
    return plan


@transaction.atomic
def correct_plan(
    *,
    actor: Actor,
    route_id: int,
    reason: str,
    attended: Sequence[int] = (),
    activity: int | None = None,
    revision: int | None = None,
    on: date,
) -> Plan:
    """What was changed in a plan in force is kept as its next version, with the reason (S3-31, S3-35, S4-13)."""
    route, plan = hold(actor=actor, route_id=route_id, revision=revision)
    if plan.state != Plan.State.CURRENT:
        raise Conflict(_("The plan is not in force. Agree on it with the family first."))
    if not plan.is_changed:
        raise Conflict(_("Nothing in the plan has changed since the last version."))
    goals, tasks = _checked(route, plan)
    version = _keep(actor, route, plan, goals, tasks, "corrected", attended, activity, reason, must_say=True, on=on)
    audit.record(actor=actor, verb="plans.corrected", case_id=route.case_id, route=route.pk, number=version.number)
    return plan


@transaction.atomic
def settle_review(*, actor: Actor, route_id: int, next_on: date | None = None, on: date) -> Plan:
    """The plan was looked at and may stay as it is; the next look is in three months, or on the day named (S4-18)."""
    route, plan = hold(actor=actor, route_id=route_id)
    if plan.state != Plan.State.CURRENT:
        raise Conflict(_("The plan is not in force. Agree on it with the family first."))
    if next_on is not None and next_on <= on:
        raise Invalid({"next_on": _("Choose a day that is still to come.")})
    plan.review_due_on = next_on or rules.next_review(on)
    _settle_events(route, on)
    touch(plan, "review_due_on", is_content=False)
    audit.record(actor=actor, verb="plans.reviewed", case_id=route.case_id, route=route.pk)
    return plan


def _checked(route: Route, plan: Plan) -> tuple[list[Goal], list[Task]]:
    goals, tasks = list(Goal.objects.filter(plan=plan).order_by("pk")), tasks_in(plan)
    if found := lacks_of(goals, tasks, household_of(route)):
        raise Invalid({"": " ".join(str(policies.LACKS[lack]) for lack in found)})
    return goals, tasks


def _keep(
    actor: Actor,
    route: Route,
    plan: Plan,
    goals: list[Goal],
    tasks: list[Task],
    kind: str,
    attended: Sequence[int],
    activity: int | None,
    reason: str,
    *,
    must_say: bool,
    on: date,
) -> PlanRevision:
    wrong: dict[str, object] = {}
    said = story(reason, "reason", wrong)
    if must_say and not said:
        wrong["reason"] = _("Write why the plan is another one now.")
    if activity is not None and activity not in ACTIVITY:
        wrong["activity"] = _("Choose an answer from the list.")
    if not set(attended) <= {one.person_id for one in household_of(route)}:
        wrong["attended"] = _("Choose people of this family.")
    last = plan.agreed_on or plan.begun_on
    check_not_before(on, last, wrong)
    refuse(wrong)
    revision = PlanRevision.objects.create(
        plan=plan,
        number=plan.version + 1,
        kind=kind,
        on=on,
        by_id=actor.user_id,
        reason=said,
        content=rules.content_to_data(content_of(plan, goals, tasks)),
        attended=sorted(set(attended)),
        activity=activity,
    )
    plan.version, plan.state, plan.agreed_on, plan.is_changed = revision.number, Plan.State.CURRENT, on, False
    plan.review_due_on = rules.next_review(on)
    _settle_events(route, on)
    touch(plan, "version", "state", "agreed_on", "review_due_on", is_content=False)
    process.file_paper(actor=actor, route_id=route.pk, kind="plan", source=f"plans.planrevision:{revision.pk}", on=on)
    tell_facts(actor, route, plan, on)
    return revision


def content_of(plan: Plan, goals: Sequence[Goal], tasks: Sequence[Task]) -> rules.Content:
    """What a version keeps of the plan: everything that was not cancelled before, opened, by codes."""
    return rules.Content(
        track=plan.track,
        words=opened(plan, "own_words"),
        goals=tuple(
            rules.GoalText(
                id=goal.pk,
                section=goal.section,
                outcome=goal.outcome,
                title=opened(goal, "title"),
                state=goal.state,
                levels=tuple(levels_of(goal)),
                level_start=goal.level_start,
                level_now=goal.level_now,
            )
            for goal in goals
        ),
        tasks=tuple(
            rules.TaskText(
                id=task.pk,
                goal_id=task.goal_id,
                kind=task.kind,
                title=opened(task, "title"),
                who=who_in_short(task),
                due_on=task.due_on.isoformat(),
                state=task.state,
            )
            for task in tasks
        ),
    )


def _settle_events(route: Route, on: date) -> None:
    UnforeseenEvent.objects.filter(route=route, reviewed_on=None).update(reviewed_on=on)
