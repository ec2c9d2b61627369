"""The calendar of a week or of one day, of a person or of the house: hours, hearings, votes, ends of stays."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy
from django.views.decorators.http import require_GET

from opora.access import queries as access
from opora.cases.queries import departments_of
from opora.common.dates import today
from opora.reminders import queries
from opora.reminders.rules import Reminder
from opora.reminders.words import ICONS, title_of
from opora.web.shell.asking import actor_of
from opora.web.shell.forms import offer
from opora.web.shell.widgets import Segmented
from opora.web.today.families import Family, families_of

WEEK = 7
_FARTHEST = timedelta(days=3_660)
OWN, HOUSE = "", "house"
_OTHER = {"today:week": "today:day", "today:day": "today:week"}


class WeekForm(forms.Form):
    """Whose week is shown; nonsense in the address narrows nothing."""

    whose = forms.ChoiceField(
        required=False,
        label=pgettext_lazy("calendar", "Whose"),
        choices=[(OWN, pgettext_lazy("calendar", "Mine")), (HOUSE, pgettext_lazy("calendar", "All families"))],
        widget=Segmented,
    )
    department = forms.TypedChoiceField(
        required=False, label=pgettext_lazy("calendar", "Department"), coerce=int, empty_value=None
    )
    day = forms.DateField(required=False, widget=forms.HiddenInput)
    use_required_attribute = False

    def __init__(self, *args: object, departments: Sequence[tuple[int, str]], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        choices = [("", pgettext_lazy("calendar", "All departments")), *departments]
        offer(self, "department", choices)
        if len(departments) < 2:
            self.fields["department"].widget = forms.HiddenInput()


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing of a day: its hour or none, what it is, of which family, who goes."""

    path: str
    title: str
    icon: str
    hour: str
    people: str
    family: Family
    kind: str


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """A day of the week with what stands in it, those with an hour first."""

    day: date
    entries: tuple[Entry, ...]
    is_today: bool
    path: str


@require_GET
def show_week(request: HttpRequest) -> HttpResponse:
    """Seven days from Monday, of oneself, or of all families for those who lead."""
    asked = _asked_day(request)
    return _calendar(request, "today:week", asked - timedelta(days=asked.weekday()), WEEK)


@require_GET
def show_day(request: HttpRequest) -> HttpResponse:
    """One day with its hours, and how to reach each family."""
    return _calendar(request, "today:day", _asked_day(request), 1)


def _asked_day(request: HttpRequest) -> date:
    on = today()
    try:
        asked = date.fromisoformat(request.GET.get("day", ""))
    except ValueError:
        asked = on
    return min(max(asked, on - _FARTHEST), on + _FARTHEST)


def _calendar(request: HttpRequest, name: str, first: date, length: int) -> HttpResponse:
    actor, on = actor_of(request), today()
    leads = queries.leads(actor)
    form = WeekForm(request.GET, departments=departments_of(actor=actor) if leads else [])
    form.is_valid()
    is_wide = leads and form.cleaned_data.get("whose") == HOUSE
    last = first + timedelta(days=length - 1)
    due = queries.diary_of(
        actor=actor,
        since=first,
        until=last,
        is_wide=is_wide,
        department_id=form.cleaned_data.get("department") if is_wide else None,
    )
    families = families_of(actor, due.reminders)
    names = access.names_of(user_ids={pk for one in due.reminders for pk in one.people})
    entries = [(one.day, _entry(one, families[one.name], names)) for one in due.reminders]
    days = [first + timedelta(days=n) for n in range(length)]
    context = {
        "form": form if leads else None,
        "days": [
            CalendarDay(day, tuple(e for at, e in entries if at == day), day == on, _turned(request, "today:day", day))
            for day in days
        ],
        "is_empty": not entries,
        "has_more": due.has_more,
        "is_week": length == WEEK,
        "title": _say_week(first, last) if length == WEEK else date_format(first, "l, j E").capitalize(),
        "is_this": first <= on <= last,
        "before": _turned(request, name, first - timedelta(days=length)),
        "after": _turned(request, name, first + timedelta(days=length)),
        "now": _turned(request, name, on),
        "other": _turned(
            request, "today:day" if length == WEEK else "today:week", on if first <= on <= last else first
        ),
    }
    return render(request, "today/week.html" if length == WEEK else "today/day.html", context)


def _entry(one: Reminder, family: Family, names: dict[int, str]) -> Entry:
    return Entry(
        path=one.path,
        title=one.detail if one.kind == "milestone" else title_of(one),
        icon=ICONS[one.kind],
        hour=one.hour.strftime("%H:%M").lstrip("0") if one.hour else "",
        people=", ".join(names[pk] for pk in one.people if pk in names),
        family=family,
        kind=one.kind,
    )


def _say_week(first: date, last: date) -> str:
    """«30 ноября – 6 декабря»."""
    begin = date_format(first, "j" if first.month == last.month else "j E")
    return _("%(first)s – %(last)s") % {"first": begin, "last": date_format(last, "j E Y")}


def _turned(request: HttpRequest, name: str, day: date) -> str:
    query = request.GET.copy()
    query["day"] = day.isoformat()
    return f"{reverse(name)}?{query.urlencode()}"
