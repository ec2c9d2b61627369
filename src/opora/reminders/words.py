"""The words of reminders: what is due, about whom, and whether its day has passed."""

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext_lazy

from opora.common.dates import show_day
from opora.reminders.rules import Reminder

TITLES = {
    "timer": gettext_lazy("Destroy the data"),
    "answer": gettext_lazy("The answer of an authority"),
    "letter": gettext_lazy("The answer to a letter"),
    "agreement": gettext_lazy("End of an agreement"),
    "vote": gettext_lazy("Your vote"),
    "visit": gettext_lazy("Visit to the family"),
    "held": gettext_lazy("Visit made"),
    "stage": gettext_lazy("Term of the stage"),
    "task": gettext_lazy("Task of the plan"),
    "milestone": gettext_lazy("Stop of a mini-project"),
    "plan": gettext_lazy("Review of the plan"),
    "event": gettext_lazy("Review of the plan after an event"),
    "review": gettext_lazy("Re-assessment"),
    "stay": gettext_lazy("End of the stay"),
    "leaving": gettext_lazy("Agreed day of leaving"),
    "consent": gettext_lazy("End of a consent"),
    "need": gettext_lazy("Bring what the family needs"),
    "onward": gettext_lazy("Ask whether the partner helped"),
    "follow_up": gettext_lazy("Follow-up after six months"),
    "birthday": gettext_lazy("The youngest child comes of age"),
    "age": gettext_lazy("A child turns 14 or 18"),
    "entry": gettext_lazy("First assessment"),
    "approval": gettext_lazy("Approve an assessment"),
    "draft": gettext_lazy("Finish an assessment"),
    "correction": gettext_lazy("Finish a correction of an assessment"),
}
"""What to do, by kind; said in letters and calendars too, so nothing here may tell of whom or with what."""

_NAMED = {"need": gettext_lazy("Bring: %(what)s")}

ICONS = {
    "timer": "trash",
    "answer": "send",
    "letter": "mail",
    "agreement": "heart-handshake",
    "vote": "checks",
    "visit": "home-heart",
    "held": "circle-check",
    "stage": "route",
    "task": "list-check",
    "milestone": "flag",
    "plan": "clipboard-list",
    "event": "clipboard-list",
    "review": "clipboard-check",
    "stay": "bed",
    "leaving": "door-exit",
    "consent": "file-check",
    "need": "archive",
    "onward": "building-community",
    "follow_up": "calendar-due",
    "birthday": "mood-smile",
    "age": "mood-smile",
    "entry": "clipboard-check",
    "approval": "checks",
    "draft": "pencil",
    "correction": "pencil",
}
"""How each kind of thing is drawn."""

NO_CODE = pgettext_lazy("code", "without a case")
_LONG_LATE = 60
"""From so many days on, nobody counts in days any more."""


def title_of(reminder: Reminder) -> str:
    """What is due; inside the house with the words of its own."""
    if reminder.detail and reminder.kind in _NAMED:
        return _NAMED[reminder.kind] % {"what": reminder.detail}
    title = str(TITLES[reminder.kind])
    return f"{title}: {reminder.detail}" if reminder.detail else title


def place_of(reminder: Reminder) -> str:
    """Whom it is about: the number of the case or of the path, and a code."""
    if reminder.number:
        place = reminder.number
    elif reminder.route_id is not None:
        place = _("Path %(n)s") % {"n": reminder.route_id}
    else:
        return reminder.code or str(NO_CODE)
    return f"{place} · {reminder.code}" if reminder.code else place


def day_of(reminder: Reminder) -> str:
    """The day as it may be said outside: a birthday by its month only."""
    return month_said(reminder.day) if reminder.is_rough else show_day(reminder.day)


def month_said(day: date) -> str:
    """The month of a day, where the day itself is nobody's to know."""
    return date_format(day, "F Y")


def age_said(code: str, years: int) -> str:
    """Who turns how old, for the pages of this house."""
    return _("%(code)s, %(years)s years") % {"code": code, "years": years}


LATE = pgettext_lazy("day", "late")
"""Of one thing, or over a list of them."""

ONLY_LATE = gettext_lazy("Only what is late")


def late_count(number: object) -> str:
    """How many things are late."""
    return _("late: %(n)s") % {"n": number}


def lateness(day: date, on: date) -> str:
    """How far a day is from today: today, tomorrow, in 3 days, 5 days late, 4 months late."""
    days = (day - on).days
    if days == 0:
        return _("today")
    if days == 1:
        return _("tomorrow")
    if days > 0:
        return ngettext("in %(n)d day", "in %(n)d days", days) % {"n": days}
    return late_by(-days)


def late_by(days: int) -> str:
    """How late something is, in days while they can be counted, in months afterwards."""
    if days < _LONG_LATE:
        return ngettext("%(n)d day late", "%(n)d days late", days) % {"n": days}
    months = days // 30
    return ngettext("%(n)d month late", "%(n)d months late", months) % {"n": months}
