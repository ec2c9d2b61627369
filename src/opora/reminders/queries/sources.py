"""Where reminders come from: one list of sources, each a question to the room that keeps the day."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import Case as Choice
from django.db.models import DateField, Exists, F, Func, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Concat, TruncDate

from opora.access.rules import can, hands
from opora.assessments.models import Assessment, AssessmentDraft, Point
from opora.cases import queries as cases
from opora.cases.models import Case, FollowUp, Stay, TeamMember
from opora.correspondence.models import AWAITED, OWED, Agreement, OfficialLetter
from opora.councils.models import PanelSeat
from opora.goods.models import FamilyNeed
from opora.intake.models import Visit
from opora.papers.models import Consent, DestructionTimer, Notice
from opora.partners.models import OnwardReferral
from opora.plans.models import Milestone, Plan, Task, UnforeseenEvent
from opora.process import queries as process
from opora.reminders.queries.due_rows import lined
from opora.reminders.queries.whose_reminders import Sight
from opora.stays.models import Admission, ExitDay

Lines = QuerySet[Any]


def timers(sight: Sight) -> Lines:
    """Data that must be destroyed after a withdrawal, also when the path has ended (X-11)."""
    found = sight.along(DestructionTimer.objects.filter(state=DestructionTimer.State.WAITING))
    return lined(found, "timer", "due_on", route="route", person="person")


def answers(sight: Sight) -> Lines:
    """Notices of high risk that nobody has answered yet (S4-15)."""
    found = sight.along(Notice.objects.filter(answered_on=None, answer_due_on__isnull=False))
    return lined(found, "answer", "answer_due_on", route="route")


def letters(sight: Sight) -> Lines:
    """Letters about families in sight whose answer has not come, and those to which ours is due (S0-44, S2-24)."""
    found = sight.anywhere(OfficialLetter.objects.filter(AWAITED | OWED, answer_due_on__isnull=False))
    return lined(found, "letter", "answer_due_on", route="route", case="case__")


def agreements(_sight: Sight) -> Lines:
    """Agreements with authorities and partners that end (S2-36)."""
    found = Agreement.objects.filter(ended_on=None, until_on__isnull=False)
    return lined(found, "agreement", "until_on", of_family=False)


def votes(sight: Sight) -> Lines:
    """Votes this very person is asked for, however wide the sight is (S4-10)."""
    seats = PanelSeat.objects.filter(user_id=sight.actor.own_id, conflict_on=None, vote=None)
    found = seats.filter(ballot__closed_on=None, ballot__route__in=process.visible_to(sight.actor))
    return lined(found, "vote", "ballot__closes_on", key="ballot_id", route="ballot__route")


def visits(sight: Sight) -> Lines:
    """Visits planned and not held, while the work goes on (S4-05)."""
    going_on = Q(route__isnull=False, route__ended_on=None) | Q(case__isnull=False, case__closed_on=None)
    found = sight.anywhere(Visit.objects.filter(going_on, held_on=None, not_held=""))
    return lined(found, "visit", "planned_on", route="route", case="case__", people="visitor_ids", hour="at")


def held_visits(sight: Sight) -> Lines:
    """Visits that were made, on the day on which they were."""
    found = sight.anywhere(Visit.objects.filter(held_on__isnull=False))
    return lined(found, "held", "held_on", route="route", case="case__", people="visitor_ids", hour="at")


def tasks(sight: Sight) -> Lines:
    """Open tasks given to this very person, a volunteer too, who sees no path (S4-16)."""
    found = Task.objects.filter(worker_id__in=hands(sight.actor, "task.do"), state=Task.State.OPEN)
    return lined(found, "task", "due_on", route="plan__route", words="title")


def milestones(sight: Sight) -> Lines:
    """Stops of mini-projects that are not passed: hearings in court, applications, answers (S4-44, S1-11)."""
    stops = Milestone.objects.filter(done_on=None, task__state=Task.State.OPEN, task__plan__route__ended_on=None)
    found = stops.filter(task__plan__route__in=sight.routes)
    return lined(found, "milestone", "due_on", route="task__plan__route", note="task_id", words="title", hour="at")


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
    return lined(found.filter(last_on__isnull=False), "review", due, note=Value(Point.REVIEW.value))


class _MonthsLater(Func):
    """Whole calendar months later, clipped to the month's end: what add_months says, said by the database."""

    template = "(%(expressions)s))::date"
    arg_joiner = " + make_interval(months => "


def stays(sight: Sight) -> Lines:
    """Families in the centre whose agreed time ends (S3-83)."""
    found = sight.within_places(Stay.objects.filter(left_on=None, planned_until__isnull=False))
    return lined(found, "stay", "planned_until", case="case__")


def leavings(sight: Sight) -> Lines:
    """Families whose leaving of the centre is agreed for a day (S0-56)."""
    agreed = ExitDay.objects.filter(admission=OuterRef("pk")).order_by("-agreed_on", "-pk").values("exit_on")[:1]
    # Of few families a day is agreed: only their admissions are asked for it, whatever number there ever were.
    told = ExitDay.objects.values("admission_id")
    living = Admission.objects.filter(pk__in=told, stay__isnull=False, stay__left_on=None)
    found = sight.within(living).annotate(leaves_on=Subquery(agreed)).filter(leaves_on__isnull=False)
    return lined(found, "leaving", "leaves_on", case="case__")


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


def needs(sight: Sight) -> Lines:
    """Things a family needs again by a day, while the work goes on (S0-51).

    Of all in a team they wait for the case manager, and for whoever noted what the family needs; before there is a
    case, for whoever answers for the path.
    """
    going_on = Q(route__isnull=False, route__ended_on=None) | Q(case__isnull=False, case__closed_on=None)
    found = sight.anywhere_in_places(FamilyNeed.objects.filter(going_on, ended_on=None, due_on__isnull=False))
    if not sight.is_wide:
        found = found.filter(_brings(sight))
    sized = Concat("good__name", Value(", "), "size")
    what = Choice(When(good=None, then="category"), When(size="", then="good__name"), default=sized)
    return lined(found, "need", "due_on", route="route", case="case__", note=what)


def _brings(sight: Sight) -> Q:
    people = hands(sight.actor, "case.read")
    led = TeamMember.objects.filter(user_id__in=people, part=TeamMember.Part.CASE_MANAGER, to_on=None).values("case_id")
    answers_for = Q(route__case=None, route__worker_id__in=hands(sight.actor, "intake.work"))
    return Q(by_id__in=people) | Q(case_id__in=led) | Q(route__case_id__in=led) | answers_for


def follow_ups(sight: Sight) -> Lines:
    """Families to look back at six months after the exit (X-12)."""
    found = sight.within_places(FollowUp.objects.filter(done_on=None, cancelled_at=None))
    return lined(found, "follow_up", "due_on", case="case__")


def entries(sight: Sight) -> Lines:
    """Open cases one works on without an entry assessment: without it no change can ever be shown."""
    standing = Assessment.objects.filter(case=OuterRef("pk"), point=Point.ENTRY)
    standing = standing.exclude(status=Assessment.Status.REPLACED)
    found = Case.objects.filter(pk__in=sight.case_ids, closed_on=None).filter(~Exists(standing))
    return lined(found, "entry", "opened_on", note=Value(Point.ENTRY.value))


def approvals(sight: Sight) -> Lines:
    """Forms this very person may approve (S4-24)."""
    seen = cases.visible_to(sight.actor, "assessment.approve").values("pk")
    found = Assessment.objects.filter(status=Assessment.Status.SUBMITTED, case__in=seen)
    return lined(found, "approval", "on", case="case__", note="point")


def drafts(sight: Sight) -> Lines:
    """Forms this very person began in cases that he or she still may assess, and has not sent yet."""
    return lined(_own_drafts(sight).filter(assessment=None), "draft", _day_of("saved_at"), case="case__", note="point")


def corrections(sight: Sight) -> Lines:
    """Corrections this very person began of forms that were sent."""
    found = _own_drafts(sight).filter(assessment__isnull=False)
    return lined(found, "correction", _day_of("saved_at"), key="assessment_id", case="case__", note="point")


def _own_drafts(sight: Sight) -> QuerySet[AssessmentDraft]:
    seen = cases.visible_to(sight.actor, "assessment.write").values("pk")
    return AssessmentDraft.objects.filter(user_id=sight.actor.own_id, case__in=seen)


def _day_of(moment: str) -> TruncDate:
    return TruncDate(moment)


@dataclass(frozen=True, slots=True)
class Source:
    """One source of reminders: its kind, the page where the thing is done, how many days ahead it is said.

    `page` is the name of the page and `by` what its address is made of: key, route, case or note of the line. `lines`
    is the question; none for those that are read in another way (terms of stages, birthdays).
    `needs_sight`: it speaks of families in sight, so that it is not asked for somebody who sees none.
    `is_dated`: it has a day by which it is to be done, so that it also stands in letters and calendars; other things
    only wait, and today names them.
    """

    kind: str
    page: str
    by: tuple[str, ...]
    ahead: int = 14
    lines: Callable[[Sight], Lines] | None = None
    needs_sight: bool = True
    is_dated: bool = True


SOURCES = (
    Source("timer", "papers:panel", ("route",), 30, timers),
    Source("answer", "papers:notice", ("key",), 14, answers),
    Source("letter", "correspondence:letter", ("key",), 7, letters),
    Source("agreement", "correspondence:agreement", ("key",), 60, agreements, needs_sight=False),
    Source("vote", "councils:ballot", ("key",), 14, votes, needs_sight=False),
    Source("visit", "intake:visit", ("key",), 14, visits),
    Source("stage", "process:route", ("route",), 14),
    Source("task", "plans:tasks", (), 14, tasks, needs_sight=False),
    Source("milestone", "plans:milestones", ("note",), 14, milestones),
    Source("plan", "plans:panel", ("route",), 14, plan_reviews),
    Source("event", "plans:panel", ("route",), 14, event_reviews),
    Source("review", "assessments:fill_in", ("case", "note"), 14, reviews),
    Source("stay", "stays:case", ("case",), 14, stays),
    Source("leaving", "stays:exit", ("key",), 14, leavings),
    Source("consent", "papers:consent", ("key",), 30, consents),
    Source("need", "goods:need", ("key",), 7, needs),
    Source("onward", "partners:confirm", ("key",), 7, onward),
    Source("follow_up", "cases:file", ("case",), 30, follow_ups),
    Source("birthday", "process:route", ("route",), 92),
    Source("age", "cases:file", ("case",), 92),
    Source("entry", "assessments:fill_in", ("case", "note"), 0, entries, is_dated=False),
    Source("approval", "assessments:show", ("key",), 0, approvals, is_dated=False),
    Source("draft", "assessments:fill_in", ("case", "note"), 0, drafts, needs_sight=False, is_dated=False),
    Source("correction", "assessments:correct", ("key",), 0, corrections, needs_sight=False, is_dated=False),
)

LOOKING_BACK = (Source("held", "intake:visit", ("key",), 0, held_visits),)
"""What was done: for the calendar only."""

DIARY = ("held", "visit", "milestone", "vote", "stay", "leaving", "review", "plan", "event", "follow_up", "answer")
"""What stands in the calendar of a week: where one goes and on which days something is decided or ends."""

KINDS = tuple(source.kind for source in SOURCES if source.is_dated)
"""What has a day: the list of reminders, letters and calendars."""
ALL_KINDS = tuple(source.kind for source in SOURCES)
"""What today speaks of: also what only waits."""

_ABILITIES = {
    "task": "task.do",
    "vote": "council.vote",
    "agreement": "letters.sign",
    "approval": "assessment.approve",
    "draft": "assessment.write",
    "correction": "assessment.write",
}


def may_ask(source: Source, sight: Sight) -> bool:
    """Say whether a source has anything to say to this person at all."""
    if source.kind in _ABILITIES:
        return can(sight.actor, _ABILITIES[source.kind])
    if source.kind in ("birthday", "age"):
        return can(sight.actor, "identity.read") and not sight.is_empty
    return not (source.needs_sight and sight.is_empty)
