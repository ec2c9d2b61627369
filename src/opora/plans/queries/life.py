"""What happened beside the plan: the unforeseen, and what the family intends and does of its own accord."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from opora.access.rules import Actor
from opora.families.sealing import opened
from opora.plans import policies
from opora.plans.models import FamilyStep, Plan, UnforeseenEvent
from opora.process.models import Route
from opora.process.queries import within_sight


@dataclass(frozen=True, slots=True)
class EventView:
    """Something nobody foresaw, with its effect on the family."""

    id: int
    kind: str
    kind_label: str
    on: date
    effect: str
    review_due_on: date
    reviewed_on: date | None


@dataclass(frozen=True, slots=True)
class FamilyStepView:
    """What the family said or did."""

    id: int
    kind: str
    kind_label: str
    on: date
    text: str
    task_id: int | None


def events_in(route: Route, *, limit: int = 50) -> list[EventView]:
    """The unforeseen events of a path just read, the newest first."""
    found = UnforeseenEvent.objects.filter(route=route).order_by("-on", "-pk")[:limit]
    return [
        EventView(
            one.pk,
            one.kind,
            str(one.get_kind_display()),
            one.on,
            opened(one, "effect"),
            one.review_due_on,
            one.reviewed_on,
        )
        for one in found
    ]


def family_steps_in(plan: Plan, *, limit: int = 50) -> list[FamilyStepView]:
    """What the family said and did by itself, the newest first (S0-14)."""
    found = FamilyStep.objects.filter(Q(plan=plan) | Q(route=plan.route_id)).order_by("-on", "-pk")[:limit]
    return [
        FamilyStepView(one.pk, one.kind, str(one.get_kind_display()), one.on, opened(one, "text"), one.task_id)
        for one in found
    ]


def event_in_sight(*, actor: Actor, event_id: int) -> UnforeseenEvent:
    """An event on a path or case in sight; NotFound for any other, and for a voided one."""
    event = within_sight(actor, UnforeseenEvent.objects.filter(pk=event_id)).first()
    if event is None:
        raise policies.unseen()
    return event


def step_in_sight(*, actor: Actor, step_id: int) -> FamilyStep:
    """A step of a family on a path or case in sight; NotFound for any other, and for a voided one."""
    step = within_sight(actor, FamilyStep.objects.filter(pk=step_id)).first()
    if step is None:
        raise policies.unseen()
    return step
