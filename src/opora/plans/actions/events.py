"""What nobody foresaw, what the family does by itself, and why a child has no plan of harm reduction."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor
from opora.audit import actions as audit
from opora.families.sealing import opened
from opora.plans.actions.locking import hold_place, hold_route, line, refuse, story, touch
from opora.plans.models import FamilyStep, HarmWaiver, Plan, Task, UnforeseenEvent
from opora.plans.queries.household import household_of
from opora.plans.queries.life import event_in_sight, step_in_sight
from opora.plans.rules import earlier_review, event_review
from opora.process import actions as process


@transaction.atomic
def record_event(
    *,
    actor: Actor,
    route_id: int | None = None,
    case_id: int | None = None,
    kind: str,
    effect: str = "",
    review_due_on: date | None = None,
    on: date,
) -> UnforeseenEvent:
    """An illness, a death, a fire…: kept with its effect; the plan is to be looked at within a week (S4-36)."""
    place = hold_place(actor=actor, route_id=route_id, case_id=case_id)
    plan = Plan.objects.select_for_update().filter(route=place.route).first() if place.route is not None else None
    due_on = review_due_on or event_review(on)
    told = _checked_event(kind, effect, due_on, on)
    event = UnforeseenEvent.objects.create(
        **place.keys,
        kind=kind,
        on=on,
        effect=told,
        review_due_on=due_on,
        by_id=actor.user_id,
    )
    if plan is not None:
        plan.review_due_on = earlier_review(plan.review_due_on, due_on)
        touch(plan, "review_due_on", is_content=False)
    audit.record(actor=actor, verb="plans.event_recorded", case_id=place.case_id, route=place.route_id or 0)
    return event


@transaction.atomic
def correct_event(
    *, actor: Actor, event_id: int, kind: str, effect: str = "", reason: str = "", on: date, today: date
) -> UnforeseenEvent:
    """What was written of an event is put right; the former words stay readable."""
    event = UnforeseenEvent.objects.select_for_update(of=("self",)).get(
        pk=event_in_sight(actor=actor, event_id=event_id).pk
    )
    place = process.check_may_mend(actor=actor, record=event, on=today)
    told = _checked_event(kind, effect, event_review(on), on)
    before = {"on": event.on.isoformat(), "event": event.kind, "text": opened(event, "effect")}
    event.kind, event.on, event.effect = kind, on, told
    event.save(update_fields=["kind", "on", "effect"])
    process.corrected(
        actor=actor,
        record=event,
        place=place,
        what="event",
        reason=reason,
        before=before,
        is_reason_needed=False,
        on=today,
    )
    return event


@transaction.atomic
def void_event(*, actor: Actor, event_id: int, reason: str = "", is_undo: bool = False, on: date) -> UnforeseenEvent:
    """What did not happen asks for no review any more; it stays readable with the reason."""
    found = event_in_sight(actor=actor, event_id=event_id)
    event = UnforeseenEvent.every.select_for_update(of=("self",)).get(pk=found.pk)
    process.void(actor=actor, record=event, what="event", reason=reason, is_undo=is_undo, on=on)
    return event


@transaction.atomic
def note_family_step(
    *,
    actor: Actor,
    route_id: int | None = None,
    case_id: int | None = None,
    kind: str,
    text: str,
    task_id: int | None = None,
    on: date,
) -> FamilyStep:
    """The family said what it intends, or took a step of its own accord; perhaps about a task (S0-14)."""
    place = hold_place(actor=actor, route_id=route_id, case_id=case_id)
    plan = Plan.objects.filter(route=place.route).first() if place.route is not None else None
    kept = _checked_step(kind, text)
    if task_id is not None and (plan is None or not Task.objects.filter(pk=task_id, plan=plan).exists()):
        refuse({"task_id": _("Choose a task of this plan.")})
    step = FamilyStep.objects.create(
        **place.keys, plan=plan, task_id=task_id, kind=kind, on=on, text=kept, by_id=actor.user_id
    )
    audit.record(actor=actor, verb="plans.family_step_noted", case_id=place.case_id, route=place.route_id or 0)
    return step


@transaction.atomic
def correct_family_step(
    *, actor: Actor, step_id: int, kind: str, text: str, reason: str = "", on: date, today: date
) -> FamilyStep:
    """What was written of a step is put right; the former words stay readable."""
    step = FamilyStep.objects.select_for_update(of=("self",)).get(pk=step_in_sight(actor=actor, step_id=step_id).pk)
    place = process.check_may_mend(actor=actor, record=step, on=today)
    kept = _checked_step(kind, text)
    before = {"on": step.on.isoformat(), "step": step.kind, "text": opened(step, "text")}
    step.kind, step.on, step.text = kind, on, kept
    step.save(update_fields=["kind", "on", "text"])
    process.corrected(
        actor=actor,
        record=step,
        place=place,
        what="step",
        reason=reason,
        before=before,
        is_reason_needed=False,
        on=today,
    )
    return step


@transaction.atomic
def void_family_step(*, actor: Actor, step_id: int, reason: str = "", is_undo: bool = False, on: date) -> FamilyStep:
    """What the family did not say or do counts nowhere; it stays readable with the reason."""
    found = step_in_sight(actor=actor, step_id=step_id)
    step = FamilyStep.every.select_for_update(of=("self",)).get(pk=found.pk)
    process.void(actor=actor, record=step, what="step", reason=reason, is_undo=is_undo, on=on)
    return step


def _checked_event(kind: str, effect: str, due_on: date, on: date) -> str:
    wrong: dict[str, object] = {}
    told = story(effect, "effect", wrong)
    if kind not in UnforeseenEvent.Kind.values:
        wrong["kind"] = _("Choose what happened.")
    if due_on < on:
        wrong["review_due_on"] = _("The review cannot be earlier than what happened. Check the date.")
    refuse(wrong)
    return told


def _checked_step(kind: str, text: str) -> str:
    wrong: dict[str, object] = {}
    kept = line(text, "text", wrong, sentence=_("Write what the family said or did."))
    if kind not in FamilyStep.Kind.values:
        wrong["kind"] = _("Choose what it was.")
    refuse(wrong)
    return kept


@transaction.atomic
def waive_harm_reduction(*, actor: Actor, route_id: int, child_id: int, reason: str, on: date) -> HarmWaiver:
    """Why nothing is planned for a child in an institution: stated once for this placement (S4-19)."""
    route = hold_route(actor=actor, route_id=route_id)
    wrong: dict[str, object] = {}
    said = line(reason, "reason", wrong, sentence=_("Write why there is no plan of harm reduction."))
    child = next((one for one in household_of(route) if one.person_id == child_id and one.is_child), None)
    if child is None:
        wrong["child_id"] = _("Choose a child of this family.")
    refuse(wrong)
    waiver = HarmWaiver.objects.create(route=route, child_id=child_id, reason=said, on=on, by_id=actor.user_id)
    code = child.code if child else ""
    audit.record(actor=actor, verb="plans.harm_waived", case_id=route.case_id, route=route.pk, code=code)
    return waiver
