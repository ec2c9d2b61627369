"""What is due for one person: every source asked, in a handful of questions to the database."""

from collections.abc import Collection, Hashable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import lru_cache

from django.urls import reverse

from opora.access.rules import Actor
from opora.assessments.models import Point
from opora.cases import queries as cases
from opora.common.dates import add_months
from opora.common.questions import Written
from opora.families.sealing import opener
from opora.goods.models import Category
from opora.plans.models import Milestone, Task
from opora.process import queries as process
from opora.reminders.queries.due_rows import joined, reminder_of
from opora.reminders.queries.sources import ALL_KINDS, DIARY, KINDS, LOOKING_BACK, SOURCES, Source, may_ask
from opora.reminders.queries.whose_reminders import Sight, leads, sight_of, widened, within_department
from opora.reminders.rules import Reminder, far_enough, in_order
from opora.reminders.words import age_said

LIMIT = 100
"""So many of each kind at most; nobody works through more."""
_BIRTHDAYS = 200
_PERSONAL = frozenset({"vote", "task", "draft", "correction", "approval", "entry", "review"})
"""What is asked of one very person, however much he or she sees."""
_FORMS = frozenset({"approval", "draft", "correction"})
_ASKED_ALONE = frozenset({"stage", "birthday", "age"})
"""What is not asked together with everything else, and so only once for one day."""


@dataclass(frozen=True, slots=True)
class Due:
    """What is due, the longest waiting first; `has_more` when a kind had more than was asked for."""

    reminders: list[Reminder]
    has_more: bool = False


def reminders_of(
    *,
    actor: Actor,
    on: date,
    kinds: Collection[str] = KINDS,
    ahead: int | None = None,
    is_wide: bool = False,
    limit: int = LIMIT,
) -> Due:
    """What is late or comes near for one person, in families he or she works with or (wide) sees (X-19).

    `ahead`: so many days, instead of each kind's own notice. At most `limit` of each kind.
    """
    return _due_in(sight_of(actor, is_wide=is_wide), on, kinds, ahead, limit)


def _due_in(sight: Sight, on: date, kinds: Collection[str], ahead: int | None, limit: int) -> Due:
    asked = [source for source in SOURCES if source.kind in kinds and may_ask(source, sight)]
    until = {source.kind: far_enough(on, source.ahead if ahead is None else ahead) for source in asked}
    found = _lines(asked, sight, until, limit + 1)
    for source in asked:
        if source.kind == "stage":
            found += _stages(sight, source, until["stage"], on, limit=limit + 1)
        if source.kind == "birthday":
            found += _birthdays(sight, source, until["birthday"], limit + 1)
        if source.kind == "age":
            # The youngest of a palliative case is told of already.
            told = {(one.case_id, one.day.replace(day=1)) for one in found if one.kind == "birthday"}
            found += _ages(sight, source, until["age"], on, limit + 1, told)
    return _cut(in_order(found, ALL_KINDS), limit)


@dataclass(frozen=True, slots=True)
class Day:
    """All that somebody's day may ask for: one's own work, and for those who lead what is common to the department."""

    own: list[Reminder]
    common: list[Reminder]


def day_of(*, actor: Actor, on: date, limit: int) -> Day:
    """What waits or comes due, asked once of all sources; `limit` of each kind at most.

    Terms of stages and birthdays stand among the common ones of those who lead: those of their own paths are there.
    """
    sight = sight_of(actor, is_wide=False)
    if not leads(actor):
        return Day(_told(_due_in(sight, on, ALL_KINDS, None, limit)), [])
    own = _told(_due_in(sight, on, [kind for kind in ALL_KINDS if kind not in _ASKED_ALONE], None, limit))
    known = {one.name for one in own}
    asked = [kind for kind in ALL_KINDS if kind not in _PERSONAL]
    wide = [one for one in _told(_due_in(widened(sight), on, asked, None, limit)) if one.name not in known]
    return Day(own, wide)


def diary_of(*, actor: Actor, since: date, until: date, is_wide: bool, department_id: int | None = None) -> Due:
    """What stands in the calendar from a day to a day: visits, made ones too, hearings, votes, reviews, ends of stays.

    For one person, or (wide) for those who lead: of all families in sight, or of one department.
    """
    sight = sight_of(actor, is_wide=is_wide)
    if department_id is not None:
        sight = within_department(sight, department_id)
    asked = [source for source in (*LOOKING_BACK, *SOURCES) if source.kind in DIARY and may_ask(source, sight)]
    found = _lines(asked, sight, dict.fromkeys((source.kind for source in asked), until), LIMIT + 1, since=since)
    due = _cut(in_order(found, DIARY), LIMIT)
    return Due(_told(due), due.has_more)


def _told(due: Due) -> list[Reminder]:
    """The same with words for the pages of this house: of the task, the need, the point of the form."""
    return [replace(one, detail=_detail(one)) for one in due.reminders]


def _detail(one: Reminder) -> str:
    if one.words:
        return opener(Milestone if one.kind == "milestone" else Task, "title")(one.words)
    if one.kind in _FORMS:
        return str(Point(one.note).label)
    if one.kind == "need":
        return str(Category(one.note).label) if one.note in Category.values else one.note
    return one.detail


def _lines(
    asked: list[Source], sight: Sight, until: dict[str, date], limit: int, *, since: date | None = None
) -> list[Reminder]:
    pages = {source.kind: source for source in asked if source.lines is not None}
    days = tuple((kind, until[kind]) for kind in pages)
    rows = _question(_Asker(sight.actor, sight.made_of, sight), days, limit, since).ask()
    return [_within_sight(reminder_of(row, pages[row[0]].page, pages[row[0]].by), sight) for row in rows]


@dataclass(frozen=True, slots=True)
class _Asker:
    """Who asks: all that the question depends on, and the sight made of it."""

    actor: Actor
    made_of: tuple[Hashable, ...]
    sight: Sight = field(compare=False)


@lru_cache(maxsize=256)
def _question(asker: _Asker, until: tuple[tuple[str, date], ...], limit: int, since: date | None) -> Written:
    """The question of somebody's day; who opens the day again asks the very same while the families are the same."""
    kinds = dict(until)
    sources = [source for source in (*LOOKING_BACK, *SOURCES) if source.kind in kinds]
    told = [source.lines(asker.sight) for source in sources if source.lines is not None]
    found = joined(told, until=kinds, limit=limit, since=since)
    # Few lead, and their question is the largest: theirs is planned once for the day.
    return found.spelled_out() if asker.sight.is_wide else found


def _within_sight(one: Reminder, sight: Sight) -> Reminder:
    """A task may belong to a case its worker does not see: a volunteer knows the family by its code only (S4-16)."""
    if one.kind != "task" or one.case_id in sight.case_ids or leads(sight.actor):
        return one
    return replace(one, number="", route_id=None, case_id=None)


def _stages(sight: Sight, source: Source, until: date, on: date, *, limit: int) -> list[Reminder]:
    """Terms of the stages at which families stand: of those one answers for, or of all in sight."""
    page = process.work_list(actor=sight.actor, on=on, mine=not sight.is_wide, limit=limit)
    return [
        Reminder(
            kind=source.kind,
            day=row.route.due_on,
            key=row.route.pk,
            path=reverse(source.page, args=[row.route.pk]),
            number=row.route.case.number if row.route.case else "",
            route_id=row.route.pk,
            code=row.route.case.client.code if row.route.case else "",
            detail=row.stage_title,
            case_id=row.route.case_id,
        )
        for row in page.rows
        if row.route.due_on is not None and row.route.due_on <= until
    ]


def _birthdays(sight: Sight, source: Source, until: date, limit: int) -> list[Reminder]:
    """Palliative cases that may be closed because the youngest child comes of age (S4-39).

    Birth dates lie sealed and are opened for these few cases; only who may read names is told (see may_ask).
    """
    routes = sight.routes.filter(is_palliative=True, ended_on=None, case__isnull=False)
    rows = list(routes.order_by("pk").values_list("pk", "case_id", "case__number")[:_BIRTHDAYS])
    days = cases.coming_of_age([case_id for _pk, case_id, _number in rows]) if rows else {}
    found = [
        Reminder(
            kind=source.kind,
            day=day,
            key=pk,
            path=reverse(source.page, args=[pk]),
            number=number,
            route_id=pk,
            is_rough=True,
            case_id=case_id,
        )
        for pk, case_id, number in rows
        if (day := days[case_id].on) is not None and day <= until
    ]
    return found[:limit]


def _ages(
    sight: Sight, source: Source, until: date, on: date, limit: int, told: Collection[tuple[int | None, date]]
) -> list[Reminder]:
    """Who of an open case turns fourteen or eighteen, a young mother too, by the month from three months ahead on.

    The day kept is the last of the month, so that nothing is late before the month is over and no day is told.
    """
    return [
        Reminder(
            kind=source.kind,
            day=add_months(one.month, 1) - timedelta(days=1),
            key=one.id,
            path=reverse(source.page, args=[one.case_id]),
            number=one.number,
            detail=age_said(one.code, one.years),
            is_rough=True,
            case_id=one.case_id,
        )
        for one in cases.coming_birthdays(sight.cases, on=on, limit=limit, is_wide=sight.is_wide)
        if one.month <= until and not (one.comes_of_age and not one.is_parent and (one.case_id, one.month) in told)
    ]


def _cut(found: list[Reminder], limit: int) -> Due:
    """The nearest of each kind."""
    counts: dict[str, int] = {}
    kept = []
    for one in found:
        counts[one.kind] = counts.get(one.kind, 0) + 1
        if counts[one.kind] <= limit:
            kept.append(one)
    return Due(kept, len(kept) < len(found))
