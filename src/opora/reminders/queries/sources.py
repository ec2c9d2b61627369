"""Where reminders come from: one list of sources, each a question to the room that keeps the day."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import DateField, Exists, F, Func, OuterRef, Q, QuerySet, Subquery

from opora.access.rules import can
from opora.assessments.models import Assessment, Point
from opora.cases.models import Case, FollowUp, Stay
from opora.councils.models import PanelSeat
from opora.intake.models import Visit
from opora.papers.models import Consent, DestructionTimer, Notice
from opora.partners.models import OnwardReferral
from opora.plans.models import Plan, Task, UnforeseenEvent
from opora.process import queries as process
from opora.reminders.queries.lines import lined
from opora.reminders.queries.sight import Sight

Lines = QuerySet[Any]


def timers(sight: Sight) -> Lines:
    """Data that must be destroyed after a withdrawal, also when the path has ended (X-11)."""
    found = sight.along(DestructionTimer.objects.filter(state=DestructionTimer.State.WAITING))
    return lined(found, "timer", "due_on", route="route", person="person")


def answers(sight: Sight) -> Lines:
    """Notices of high risk that nobody has answered yet (S4-15)."""
    found = sight.along(Notice.objects.filter(answered_on=None, answer_due_on__isnull=False))
    return lined(found, "answer", "answer_due_on", route="route")


def votes(sight: Sight) -> Lines:
    """Votes this very person is asked for, however wide the sight is (S4-10)."""
    seats = PanelSeat.objects.filter(user_id=sight.actor.user_id or 0, conflict_on=None, vote=None)
    found = seats.filter(ballot__closed_on=None, ballot__route__in=process.visible_to(sight.actor))
    return lined(found, "vote", "ballot__closes_on", key="ballot_id", route="ballot__route")


def visits(sight: Sight) -> Lines:
    """Visits planned and not held, while the path goes on (S4-05)."""
    found = sight.along(Visit.objects.filter(held_on=None, not_held="", route__ended_on=None))
    return lined(found, "visit", "planned_on", route="route")


def tasks(sight: Sight) -> Lines:
    """Open tasks given to this very person, a volunteer too, who sees no path (S4-16)."""
    found = Task.objects.filter(worker_id=sight.actor.user_id or 0, state=Task.State.OPEN)
    return lined(found, "task", "due_on", route="plan__route")


def plan_reviews(sight: Sight) -> Lines:
    """Plans in force that are to be looked at again (S4-13)."""
    found = sight.along(Plan.objects.filter(state=Plan.State.CURRENT, route__ended_on=None))
    return lined(found.filter(review_due_on__isnull=False), "plan", "review_due_on", route="route")


def event_reviews(sight: Sight) -> Lines:
    """Plans to be looked at because something happened that nobody foresaw (S4-36)."""
    found = sight.along(UnforeseenEvent.objects.filter(reviewed_on=None, route__ended_on=None))
    return lined(found, "event", "review_due_on", route="route")


def reviews(sight: Sight) -> Lines:
    """Families one works with whose form is to be filled in again, as their program says (S4-18, Q-09).

    Only of the families one works with: whoever leads sees the terms of their stages instead.
    """
    standing = Assessment.objects.filter(case=OuterRef("pk"), point__in=(Point.ENTRY, Point.REVIEW))
    handed_in = standing.filter(status__in=(Assessment.Status.SUBMITTED, Assessment.Status.APPROVED))
    found = Case.objects.filter(pk__in=sight.case_ids, closed_on=None)
    found = found.annotate(last_on=Subquery(handed_in.order_by("-on").values("on")[:1]))
    due = _MonthsLater(F("last_on"), F("program__review_months"), output_field=DateField())
    return lined(found.filter(last_on__isnull=False), "review", due)


class _MonthsLater(Func):
    """Whole calendar months later, clipped to the month's end: what add_months says, said by the database."""

    template = "(%(expressions)s))::date"
    arg_joiner = " + make_interval(months => "


def stays(sight: Sight) -> Lines:
    """Families in the centre whose agreed time ends (S3-83)."""
    found = sight.within(Stay.objects.filter(left_on=None, planned_until__isnull=False))
    return lined(found, "stay", "planned_until", case="case__")


def consents(sight: Sight) -> Lines:
    """Consents that end while the path goes on, unless a later one for the same purpose holds (X-11)."""
    holding = Consent.objects.filter(withdrawn_on=None, valid_until__isnull=False, route__ended_on=None)
    later = Consent.objects.filter(
        Q(valid_until=None) | Q(valid_until__gt=OuterRef("valid_until")),
        route=OuterRef("route"),
        person=OuterRef("person"),
        purpose=OuterRef("purpose"),
        withdrawn_on=None,
    )
    return lined(sight.along(holding).filter(~Exists(later)), "consent", "valid_until", route="route", person="person")


def onward(sight: Sight) -> Lines:
    """Families referred to partners, of whom nobody knows yet whether they were helped (S4-03)."""
    found = sight.along(OnwardReferral.objects.filter(outcome=OnwardReferral.Outcome.UNKNOWN))
    return lined(found, "onward", "follow_up_on", route="route")


def follow_ups(sight: Sight) -> Lines:
    """Families to look back at six months after the exit (X-12)."""
    found = sight.within(FollowUp.objects.filter(done_on=None, cancelled_at=None))
    return lined(found, "follow_up", "due_on", case="case__")


@dataclass(frozen=True, slots=True)
class Source:
    """One source of reminders: its kind, the page where the thing is done, how many days ahead it is said.

    `lines` is its question; none for the two that are read in another way (terms of stages, birthdays).
    `needs_sight`: it speaks of families in sight, so that it is not asked for somebody who sees none.
    `on_today`: today has no panel of its own for it.
    """

    kind: str
    path: str
    ahead: int
    lines: Callable[[Sight], Lines] | None = None
    needs_sight: bool = True
    on_today: bool = False


SOURCES = (
    Source("timer", "/routes/{route}/papers/", 30, timers, on_today=True),
    Source("answer", "/papers/notices/{key}/", 14, answers, on_today=True),
    Source("vote", "/ballots/{key}/", 14, votes, needs_sight=False),
    Source("visit", "/signals/visits/{key}/", 14, visits, on_today=True),
    Source("stage", "/routes/{route}/", 14),
    Source("task", "/tasks/", 14, tasks, needs_sight=False),
    Source("plan", "/routes/{route}/plan/", 14, plan_reviews, on_today=True),
    Source("event", "/routes/{route}/plan/", 14, event_reviews, on_today=True),
    Source("review", "/cases/{case}/assessments/review/", 14, reviews),
    Source("stay", "/cases/{case}/stay/", 14, stays),
    Source("consent", "/papers/consents/{key}/", 30, consents, on_today=True),
    Source("onward", "/onward/{key}/confirm/", 7, onward, on_today=True),
    Source("follow_up", "/cases/{case}/", 30, follow_ups),
    Source("birthday", "/routes/{route}/", 92, on_today=True),
)

KINDS = tuple(source.kind for source in SOURCES)
ON_TODAY = frozenset(source.kind for source in SOURCES if source.on_today)


def may_ask(source: Source, sight: Sight) -> bool:
    """Say whether a source has anything to say to this person at all."""
    if source.kind == "task":
        return can(sight.actor, "task.do")
    if source.kind == "vote":
        return can(sight.actor, "council.vote")
    if source.kind == "birthday":
        return can(sight.actor, "identity.read") and not sight.is_empty
    return not (source.needs_sight and sight.is_empty)
