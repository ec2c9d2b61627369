"""Everything that is due, by day."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from opora.common.dates import today
from opora.common.language import spoken
from opora.reminders import queries
from opora.reminders.rules import Reminder
from opora.reminders.words import ICONS, LATE, TITLES, lateness, month_said, place_of, title_of
from opora.web.reminders.forms import OWN, ReminderFilters
from opora.web.shell import sheets
from opora.web.shell.asking import actor_of


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a day."""

    path: str
    title: str
    place: str
    icon: str
    remark: str = ""
    is_late: bool = False


@dataclass(frozen=True, slots=True)
class Day:
    """A day, or all days gone by, with what is due."""

    title: str
    is_late: bool = False
    rows: list[Row] = field(default_factory=list)


def show_reminders(request: HttpRequest) -> HttpResponse:
    """The reminders of the reader, the longest waiting first."""
    actor = actor_of(request)
    on = today()
    form = ReminderFilters(
        request.GET, kinds=[(kind, TITLES[kind]) for kind in queries.KINDS], may_widen=queries.leads(actor)
    )
    kind, ahead, whose = (form.chosen(name) for name in ("kind", "ahead", "whose"))
    is_sheet = sheets.is_asked(request)
    due = queries.reminders_of(
        actor=actor,
        on=on,
        limit=sheets.MOST + 1 if is_sheet else queries.LIMIT,
        kinds=[kind] if kind else queries.KINDS,
        ahead=int(ahead) if ahead else None,
        is_wide=whose != OWN,
    )
    if is_sheet:
        columns = _columns(on)
        return sheets.answer(request, name="reminders", title=_("Reminders"), columns=columns, rows=due.reminders)
    context = {
        "form": form,
        "days": days_of(due.reminders, on),
        "late": sum(one.is_late(on) for one in due.reminders),
        "count": len(due.reminders),
        "has_more": due.has_more,
        "limit": queries.LIMIT,
        "is_filtered": bool(kind or ahead or whose),
    }
    return render(request, "reminders/list.html", context)


def _columns(on: date) -> list[sheets.Column]:
    """In codes only, as a reminder is; of a birthday the month alone."""
    return [
        sheets.Column(_("When"), lambda one: month_said(one.day) if one.is_rough else f"{one.day:%d.%m.%Y}"),
        sheets.Column(_("What is due"), title_of),
        sheets.Column(_("About whom"), place_of),
        sheets.Column(_("Late"), lambda one: lateness(one.day, on) if one.is_late(on) else ""),
    ]


def days_of(reminders: Sequence[Reminder], on: date) -> list[Day]:
    """Reminders by day; what is late stands together at the top, each with how late it is."""
    late = [one for one in reminders if one.is_late(on)]
    days = [Day(str(capfirst(LATE)), True, [_row(one, on) for one in late])] if late else []
    coming = (one for one in reminders if not one.is_late(on))
    for (day, is_rough), found in groupby(coming, key=lambda one: (one.day, one.is_rough)):
        said = month_said(day) if is_rough else _say_day(day, on)
        days.append(Day(said, False, [_row(one, on) for one in found]))
    return days


def _say_day(day: date, on: date) -> str:
    # In the middle of a line a Russian day of the week has no capital; an English one keeps it.
    weekday = date_format(day, "l")
    weekday = weekday.lower() if spoken() == "ru" else weekday
    said = f"{date_format(day, 'j E' if day.year == on.year else 'j E Y')}, {weekday}"
    if day == on:
        return _("Today, %(day)s") % {"day": said}
    if day == on + timedelta(days=1):
        return _("Tomorrow, %(day)s") % {"day": said}
    return said


def _row(one: Reminder, on: date) -> Row:
    is_late = one.is_late(on)
    return Row(
        path=one.path,
        title=title_of(one),
        place=place_of(one),
        icon=ICONS[one.kind],
        remark=lateness(one.day, on) if is_late else "",
        is_late=is_late,
    )
