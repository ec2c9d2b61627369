"""What needs a hand today: one panel per question, each read from its own room and guarded by its own door."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Protocol

from django.utils.functional import Promise
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from opora.access.rules import Actor, Scope, can, scope
from opora.assessments import queries as assessments
from opora.cases.queries import due_follow_ups, ending_stays
from opora.common.dates import local
from opora.councils.queries import waiting_for
from opora.councils.queries.ballots import question_of
from opora.evidence.queries.reviews import reviews_due
from opora.plans.queries import tasks_of
from opora.process import queries as process
from opora.reminders import queries as reminders
from opora.reminders.words import lateness, place_of, title_of
from opora.web.shell.wording import write_day, write_moment

AHEAD = timedelta(days=14)
"""So far ahead a day counts as near: time enough to call the family and agree."""


@dataclass(frozen=True, slots=True)
class Row:
    """One thing to do: where it leads, what it is, a remark, and whether its day has passed."""

    path: str
    title: str
    remark: str = ""
    due: str = ""
    is_late: bool = False


Reader = Callable[[Actor, date, int], Sequence[Row]]


@dataclass(frozen=True, slots=True)
class Panel:
    """One question of the day: its door, its words, and how its rows are read."""

    name: str
    title: str | Promise
    icon: str
    ability: str
    read: Reader
    calm: str | Promise
    calm_text: str | Promise = ""
    # A page of its own that says more than the panel's list, where there is one.
    more: str = ""

    @property
    def url_name(self) -> str:
        """The name of the panel's own address, under which its door stands in the access table."""
        return f"shell:today_{self.name}"


class _Due(Protocol):
    """A case with something that comes due."""

    @property
    def case_id(self) -> int: ...
    @property
    def number(self) -> str: ...
    @property
    def client_code(self) -> str: ...


def _of_case(found: _Due, day: date, on: date, *, page: str = "") -> Row:
    return Row(f"/cases/{found.case_id}/{page}", found.number, found.client_code, say_due(day, on), day < on)


def read_follow_ups(actor: Actor, on: date, limit: int) -> Sequence[Row]:
    """Families to look back at: six calendar months have passed since the exit, or soon will have (S3-85)."""
    return [_of_case(found, found.due_on, on) for found in due_follow_ups(actor=actor, on=on + AHEAD, limit=limit)]


def read_reassessments(actor: Actor, on: date, limit: int) -> Sequence[Row]:
    """Families to assess anew: the months of their program have passed since the last assessment (S4-18)."""
    due = reviews_due(actor=actor, until=on + AHEAD, limit=limit)
    return [_of_case(found, found.due_on, on, page="assessments/review/") for found in due]


def read_ending_stays(actor: Actor, on: date, limit: int) -> Sequence[Row]:
    """Families whose agreed stay ends: to extend it or to say goodbye (S3-83)."""
    ending = ending_stays(actor=actor, until=on + AHEAD, limit=limit)
    return [_of_case(found, found.planned_until, on) for found in ending]


def read_drafts(actor: Actor, on: date, limit: int) -> Sequence[Row]:
    """Forms this person began and has not sent yet."""
    return [
        Row(path_of_draft(found), found.number, found.point_label, write_moment(found.saved_at))
        for found in assessments.drafts_of(actor, limit=limit)
    ]


def path_of_draft(draft: assessments.DraftLine) -> str:
    """Where the draft goes on: in the form of its case, or in the correction of a form that was sent."""
    if draft.assessment_id is not None:
        return f"/assessments/{draft.assessment_id}/correct/"
    return f"/cases/{draft.case_id}/assessments/{draft.point}/"


def read_unassessed(actor: Actor, on: date, limit: int) -> Sequence[Row]:
    """Open cases without an entry assessment: without it no change can ever be shown."""
    return [
        Row(
            f"/cases/{found.case_id}/assessments/entry/",
            found.number,
            due=_("since %(day)s") % {"day": write_day(found.opened_on)},
        )
        for found in assessments.unassessed(actor=actor, limit=limit)
    ]


def read_waiting(actor: Actor, on: date, limit: int) -> Sequence[Row]:
    """Forms this person may approve."""
    return [
        Row(f"/assessments/{found.assessment_id}/", found.number, found.point_label, write_day(found.on))
        for found in assessments.waiting(actor=actor, limit=limit)
    ]


def read_paths(actor: Actor, on: date, limit: int) -> Sequence[Row]:
    """Families whose stage nears its term or is past it: one's own, for those who lead those of their departments."""
    leads = scope(actor, "case.read") >= Scope.DEPARTMENT
    page = process.work_list(actor=actor, on=on, mine=not leads, limit=limit)
    return [
        Row(
            f"/routes/{found.route.pk}/",
            found.route.case.number if found.route.case else _("Path %(n)s") % {"n": found.route.pk},
            found.stage_title,
            say_due(found.route.due_on, on),
            found.is_late,
        )
        for found in page.rows
        if found.route.due_on is not None and found.route.due_on <= on + AHEAD
    ]


def read_tasks(actor: Actor, on: date, limit: int) -> Sequence[Row]:
    """One's own tasks from the plans of families, the most pressing first; a volunteer has nothing else (S4-16)."""
    return [
        Row(
            "/tasks/",
            Truncator(task.title).chars(90),
            task.case_number if task.may_open else "",
            say_due(task.due_on, on),
            task.is_late,
        )
        for task in tasks_of(actor=actor, on=on, limit=limit).rows
    ]


def read_votes(actor: Actor, on: date, limit: int) -> Sequence[Row]:
    """Votes this person is asked for and has not given."""
    return [
        Row(f"/ballots/{ballot.pk}/", _("Path %(n)s") % {"n": ballot.route_id}, question_of(ballot))
        for ballot in waiting_for(actor=actor)[:limit]
    ]


def read_reminders(actor: Actor, on: date, limit: int) -> Sequence[Row]:
    """Days no other panel speaks of: visits, answers, consents, birthdays; for those who lead, of all in sight."""
    due = reminders.reminders_of(
        actor=actor, on=on, kinds=reminders.ON_TODAY, is_wide=reminders.leads(actor), limit=limit
    )
    return [
        Row(one.path, place_of(one), title_of(one), say_due(one.day, on), one.is_late(on))
        for one in due.reminders[:limit]
    ]


def say_due(day: date, on: date) -> str:
    """A day as one says it: today; a day with how near it is or how late one is."""
    return lateness(day, on) if day == on else f"{write_day(day)}, {lateness(day, on)}"


PANELS = {
    panel.name: panel
    for panel in (
        Panel(
            name="tasks",
            title=gettext_lazy("My tasks"),
            icon="list-check",
            ability="task.do",
            read=read_tasks,
            calm=gettext_lazy("No task waits for you"),
        ),
        Panel(
            name="paths",
            title=gettext_lazy("Families on their way"),
            icon="route",
            ability="intake.work",
            read=read_paths,
            calm=gettext_lazy("No step is pressing"),
            calm_text=gettext_lazy("A family whose stage nears its term will be named here."),
        ),
        Panel(
            name="votes",
            title=gettext_lazy("Votes asked of you"),
            icon="checks",
            ability="council.vote",
            read=read_votes,
            calm=gettext_lazy("Nobody waits for your vote"),
        ),
        Panel(
            name="reminders",
            title=gettext_lazy("Not to forget"),
            icon="bell",
            ability="intake.work",
            read=read_reminders,
            calm=gettext_lazy("Nothing else is pressing"),
            calm_text=gettext_lazy("Visits, answers, consents and reviews that come near will be named here."),
            more="/reminders/",
        ),
        Panel(
            name="follow-ups",
            title=gettext_lazy("Follow-ups"),
            icon="calendar-due",
            ability="case.read",
            read=read_follow_ups,
            calm=gettext_lazy("No follow-up is due"),
            calm_text=gettext_lazy("Six months after a family's exit it will be named here."),
        ),
        Panel(
            name="drafts",
            title=gettext_lazy("My drafts"),
            icon="pencil",
            ability="assessment.write",
            read=read_drafts,
            calm=gettext_lazy("No draft is waiting"),
            calm_text=gettext_lazy("A form you begin is kept here until you send it."),
        ),
        Panel(
            name="unassessed",
            title=gettext_lazy("Cases without an entry assessment"),
            icon="clipboard-check",
            ability="assessment.write",
            read=read_unassessed,
            calm=gettext_lazy("Every open case has its entry assessment"),
        ),
        Panel(
            name="reassessments",
            title=gettext_lazy("Families to assess anew"),
            icon="clipboard-list",
            ability="assessment.write",
            read=read_reassessments,
            calm=gettext_lazy("No family waits for a new assessment"),
            calm_text=gettext_lazy("A family is named here when the term since its last assessment nears."),
        ),
        Panel(
            name="waiting",
            title=gettext_lazy("Assessments to approve"),
            icon="checks",
            ability="assessment.approve",
            read=read_waiting,
            calm=gettext_lazy("Nothing waits for approval"),
        ),
        Panel(
            name="stays",
            title=gettext_lazy("Stays that end"),
            icon="bed",
            ability="case.read",
            read=read_ending_stays,
            calm=gettext_lazy("No stay ends soon"),
        ),
    )
}


def panels_for(actor: Actor) -> list[Panel]:
    """The panels whose door opens for this person."""
    return [panel for panel in PANELS.values() if can(actor, panel.ability)]


def greeting(name: str, moment: datetime) -> str:
    """A word of welcome that knows the time of the day."""
    hour = local(moment).hour
    if 5 <= hour < 12:
        words = _("Good morning, %(name)s")
    elif 12 <= hour < 18:
        words = _("Good day, %(name)s")
    else:
        words = _("Good evening, %(name)s")
    return words % {"name": name}
