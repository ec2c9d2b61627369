"""What nobody foresaw, what the family does by itself, and why a child has no plan of harm reduction."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor
from opora.audit import actions as audit
from opora.families.sealing import seal
from opora.plans.actions.frame import hold, line, refuse, story, touch, workable
from opora.plans.models import FamilyStep, HarmWaiver, Plan, Task, UnforeseenEvent
from opora.plans.queries.household import household_of
from opora.plans.queries.plans import EVENT, STEP, WAIVER
from opora.plans.rules import earlier_review, event_review


@transaction.atomic
def record_event(
    *,
    actor: Actor,
    route_id: int,
    kind: str,
    effect: str = "",
    review_due_on: date | None = None,
    on: date,
) -> UnforeseenEvent:
    """An illness, a death, a fire…: kept with its effect; the plan is to be looked at within a week (S4-36)."""
    route = workable(actor=actor, route_id=route_id)
    plan = Plan.objects.select_for_update().filter(route=route).first()
    wrong: dict[str, object] = {}
    told = story(effect, "effect", wrong)
    due_on = review_due_on or event_review(on)
    if kind not in UnforeseenEvent.Kind.values:
        wrong["kind"] = _("Choose what happened.")
    if due_on < on:
        wrong["review_due_on"] = _("The review cannot be earlier than what happened. Check the date.")
    refuse(wrong)
    event = UnforeseenEvent.objects.create(
        route=route,
        kind=kind,
        on=on,
        effect=seal(told, EVENT) if told else None,
        review_due_on=due_on,
        by_id=actor.user_id,
    )
    if plan is not None:
        plan.review_due_on = earlier_review(plan.review_due_on, due_on)
        touch(plan, "review_due_on", is_content=False)
    audit.record(actor=actor, verb="plans.event_recorded", case_id=route.case_id, route=route.pk)
    return event


@transaction.atomic
def note_family_step(
    *, actor: Actor, route_id: int, kind: str, text: str, task_id: int | None = None, on: date
) -> FamilyStep:
    """The family said what it intends, or took a step of its own accord; perhaps about a task (S0-14)."""
    route, plan = hold(actor=actor, route_id=route_id)
    wrong: dict[str, object] = {}
    kept = line(text, "text", wrong, sentence=_("Write what the family said or did."))
    if kind not in FamilyStep.Kind.values:
        wrong["kind"] = _("Choose what it was.")
    if task_id is not None and not Task.objects.filter(pk=task_id, plan=plan).exists():
        wrong["task_id"] = _("Choose a task of this plan.")
    refuse(wrong)
    step = FamilyStep.objects.create(
        plan=plan, task_id=task_id, kind=kind, on=on, text=seal(kept, STEP), by_id=actor.user_id
    )
    audit.record(actor=actor, verb="plans.family_step_noted", case_id=route.case_id, route=route.pk)
    return step


@transaction.atomic
def waive_harm_reduction(*, actor: Actor, route_id: int, child_id: int, reason: str, on: date) -> HarmWaiver:
    """Why nothing is planned for a child in an institution: stated once for this placement (S4-19)."""
    route = workable(actor=actor, route_id=route_id)
    wrong: dict[str, object] = {}
    said = line(reason, "reason", wrong, sentence=_("Write why there is no plan of harm reduction."))
    child = next((one for one in household_of(route) if one.person_id == child_id and one.is_child), None)
    if child is None:
        wrong["child_id"] = _("Choose a child of this family.")
    refuse(wrong)
    waiver = HarmWaiver.objects.create(
        route=route, child_id=child_id, reason=seal(said, WAIVER), on=on, by_id=actor.user_id
    )
    code = child.code if child else ""
    audit.record(actor=actor, verb="plans.harm_waived", case_id=route.case_id, route=route.pk, code=code)
    return waiver
