"""The calendar of a week: where one goes at which hour, hearings, votes, ends of stays; of a person or of the house."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
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
from opora.web.shell.widgets import Segmented
from opora.web.today.families import Family, families_of

WEEK = 7
_FARTHEST = timedelta(days=3_660)
OWN, HOUSE = "", "house"


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
        self.fields["department"].choices = choices  # type: ignore[attr-defined]
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


@require_GET
def show_week(request: HttpRequest) -> HttpResponse:
    """Seven days from Monday, of oneself, or of all families for those who lead."""
    actor, on = actor_of(request), today()
    leads = queries.leads(actor)
    places = departments_of(actor=actor) if leads else []
    form = WeekForm(request.GET, departments=places)
    form.is_valid()
    chosen = {name: form.cleaned_data.get(name) for name in ("whose", "department", "day")}
    asked = chosen["day"] or on
    asked = min(max(asked, on - _FARTHEST), on + _FARTHEST)
    monday = asked - timedelta(days=asked.weekday())
    is_wide = leads and chosen["whose"] == HOUSE
    due = queries.diary_of(
        actor=actor,
        since=monday,
        until=monday + timedelta(days=WEEK - 1),
        is_wide=is_wide,
        department_id=chosen["department"] if is_wide else None,
    )
    families = families_of(actor, due.reminders)
    names = access.names_of(user_ids={pk for one in due.reminders for pk in one.people})
    entries = [(one.day, _entry(one, families[one.name], names)) for one in due.reminders]
    days = [monday + timedelta(days=n) for n in range(WEEK)]
    context = {
        "form": form if leads else None,
        "days": [CalendarDay(day, tuple(e for at, e in entries if at == day), day == on) for day in days],
        "is_empty": not entries,
        "has_more": due.has_more,
        "title": _say_week(monday, days[-1]),
        "is_this": monday <= on <= days[-1],
        "before": _turned(request, monday - timedelta(days=WEEK)),
        "after": _turned(request, monday + timedelta(days=WEEK)),
        "now": _turned(request, on),
    }
    return render(request, "today/week.html", context)


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


def _turned(request: HttpRequest, day: date) -> str:
    query = request.GET.copy()
    query["day"] = day.isoformat()
    return f"?{query.urlencode()}"
