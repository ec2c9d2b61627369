"""The letter with reminders: plain text, codes and counts, never a name and never what it is about."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from opora.common.dates import show_day
from opora.reminders.rules import Reminder
from opora.reminders.words import day_of, place_of, title_of

MOST_LINES = 40


@dataclass(frozen=True, slots=True)
class Letter:
    """What a letter says: its subject and its text."""

    subject: str
    text: str


def letter_of(due: Sequence[Reminder], later: int, *, on: date) -> Letter:
    """The letter about what is late and near; `later` counts what comes after that."""
    late = [one for one in due if one.is_late(on)]
    coming = [one for one in due if not one.is_late(on)]
    parts = [
        *_section(_("Late: %(n)s") % {"n": len(late)}, late, MOST_LINES),
        *_section(_("Now: %(n)s") % {"n": len(coming)}, coming, max(MOST_LINES - len(late), 0)),
    ]
    if later:
        parts.append(_("Later: %(n)s") % {"n": later} + "\n")
    if settings.OPORA_ORIGIN:
        parts.append(_("Everything with its page: %(url)s") % {"url": f"{settings.OPORA_ORIGIN}/reminders/"})
        stop = f"{settings.OPORA_ORIGIN}/reminders/settings/"
        parts.append(_("You asked for this letter. To change or stop it: %(url)s") % {"url": stop})
    else:
        parts.append(_("You asked for this letter. To change or stop it: Opora, menu of your account, Reminders."))
    count = ngettext("%(n)d reminder", "%(n)d reminders", len(due)) % {"n": len(due)}
    return Letter(_("Opora, %(day)s: %(count)s") % {"day": show_day(on), "count": count}, "\n".join(parts) + "\n")


def _section(title: str, reminders: Sequence[Reminder], most: int) -> list[str]:
    if not reminders:
        return []
    lines = [f"— {day_of(one)}: {title_of(one.for_outside())}, {place_of(one)}" for one in reminders[:most]]
    if len(reminders) > most:
        lines.append(_("… and %(n)s more") % {"n": len(reminders) - most})
    return [title, *lines, ""]


def post(letter: Letter, address: str) -> None:
    """Hand the letter to the mail server, or to the console where there is none; raises what the server answers."""
    message = EmailMessage(
        letter.subject,
        letter.text,
        to=[address],
        connection=get_connection(settings.REMINDERS_EMAIL_BACKEND),
        headers={"Auto-Submitted": "auto-generated"},
    )
    message.send()


def reaches_people() -> bool:
    """Say whether letters leave this machine at all, or only its console tells them."""
    return "console" not in settings.REMINDERS_EMAIL_BACKEND
