"""A working day sorted: the sources of reminders are asked once, and each thing finds its place on the page."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from opora.access import queries as access
from opora.access.rules import Actor, can, people_of
from opora.plans.queries import TaskLine, tasks_of
from opora.reminders import queries
from opora.reminders.rules import Reminder
from opora.reminders.words import ICONS, lateness, month_said, title_of
from opora.web.shell.wording import write_day_in_words
from opora.web.today.families import Family, families_of

ROWS = 8
"""So many rows of a part stand on the page; the rest is one tap away."""
_ASKED = 60
"""So many of each kind are asked for; nobody does more in a day."""
_SOON = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Row:
    """One thing to do: what it is, of which family, by when; `task_id` when one tap says that it is done.

    `errand` says where to come and whom to ask, to those who know no more of the family than its code (S4-16).
    """

    title: str
    path: str
    icon: str
    family: Family
    when: str = ""
    is_late: bool = False
    task_id: int | None = None
    errand: TaskLine | None = None


@dataclass(frozen=True, slots=True)
class VisitRow:
    """One way to a family: at what hour, with whom, and whether it is past and waits for its report."""

    path: str
    family: Family
    hour: str = ""
    company: str = ""
    when: str = ""
    report_path: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the page: its first rows, and how many there are."""

    rows: tuple[Row, ...] = ()
    count: int = 0

    @property
    def more(self) -> int:
        return self.count - len(self.rows)


@dataclass(frozen=True, slots=True)
class Day:
    """The page of a day. `next_visit` says when one goes out next, where nothing is planned for today."""

    visits: tuple[VisitRow, ...] = ()
    next_visit: str = ""
    next_family: Family | None = None
    to_do: Part = Part()
    late: Part = Part()
    common: Part = Part()
    leads: bool = False

    @property
    def holds_something(self) -> bool:
        """Whether anything waits for anybody."""
        return bool(self.visits or self.to_do.rows or self.late.rows or self.common.rows)


def day_for(actor: Actor, on: date) -> Day:
    """The day of somebody who works with families; names are opened for the rows that are shown, and for no others."""
    found = queries.day_of(actor=actor, on=on, limit=_ASKED)
    mine = people_of(actor)
    going = [one for one in found.own if one.kind == "visit" and mine & set(one.people)]
    out = [one for one in going if one.day <= on]
    ahead = next((one for one in going if one.day > on), None)
    # Where a colleague goes is read in the calendar: it is nothing that one has to do.
    rest = [one for one in found.own if one not in going and not (one.kind == "visit" and one.people)]
    late = [one for one in rest if _is_late(one, on)]
    to_do = [one for one in rest if not _is_late(one, on) and _is_near(one, on)]
    # A family and the other members of the panel wait for a vote: it is never folded behind one's own tasks.
    to_do.sort(key=lambda one: one.kind != "vote")
    common = [one for one in found.common if _is_near(one, on)]
    parts = [late, to_do, common]
    shown = [one for part in parts for one in part[:ROWS]]
    visits = [*out, *([ahead] if ahead else [])]
    errands = _errands(actor, on)
    families = families_of(actor, [*visits, *shown])
    company = access.names_of(user_ids={pk for one in out for pk in one.people if pk != actor.user_id}) if out else {}
    late_part, to_do_part, common_part = (_part(part, families, errands, on) for part in parts)
    return Day(
        visits=tuple(_visit(one, families[one.name], company, on) for one in out),
        next_visit=lateness(ahead.day, on) if ahead else "",
        next_family=families[ahead.name] if ahead else None,
        to_do=to_do_part,
        late=late_part,
        common=common_part,
        leads=queries.leads(actor),
    )


def _is_near(one: Reminder, on: date) -> bool:
    """What is told by its month only is told for the whole time ahead; the rest in its last week."""
    return one.is_rough or one.day <= on + _SOON


def _is_late(one: Reminder, on: date) -> bool:
    """What only waits is never late: it has no day by which."""
    return one.kind in queries.KINDS and one.is_late(on)


def _errands(actor: Actor, on: date) -> dict[int, TaskLine]:
    """The tasks of somebody who sees no family, with all that he or she may know, by number."""
    if can(actor, "case.read"):
        return {}
    return {task.id: task for task in tasks_of(actor=actor, on=on, limit=_ASKED).rows}


def _part(found: Sequence[Reminder], families: dict[str, Family], errands: dict[int, TaskLine], on: date) -> Part:
    return Part(tuple(_row(one, families[one.name], errands, on) for one in found[:ROWS]), len(found))


def _row(one: Reminder, family: Family, errands: dict[int, TaskLine], on: date) -> Row:
    is_task = one.kind == "task"
    return Row(
        title=one.detail if is_task else title_of(one),
        path=one.path,
        icon=ICONS[one.kind],
        family=family,
        when=_when(one, on),
        is_late=_is_late(one, on),
        task_id=one.key if is_task else None,
        errand=errands.get(one.key) if is_task else None,
    )


def _when(one: Reminder, on: date) -> str:
    """By when: how late, today, or the day; of a thing that only waits, since when."""
    if one.kind not in queries.KINDS:
        return _("waits since %(day)s") % {"day": write_day_in_words(one.day)} if one.day <= on else ""
    if one.is_rough:
        return month_said(one.day)
    if one.day <= on:
        return lateness(one.day, on)
    return _("by %(day)s") % {"day": date_format(one.day, "j E")}


def _visit(one: Reminder, family: Family, company: dict[int, str], on: date) -> VisitRow:
    names = [company[pk] for pk in one.people if pk in company]
    return VisitRow(
        path=one.path,
        family=family,
        hour=one.hour.strftime("%H:%M").lstrip("0") if one.hour else "",
        company=_("You go with %(names)s") % {"names": ", ".join(names)} if names else "",
        when=lateness(one.day, on) if one.day <= on else "",
        report_path=f"{reverse('intake:report_visit', args=[one.key])}?back=/" if one.day <= on else "",
    )
