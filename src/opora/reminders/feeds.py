"""Reminders as a calendar file: what leaves the house at a calendar's address, in codes only (X-19)."""

from collections.abc import Iterable
from datetime import datetime
from urllib.parse import urlsplit

from django.conf import settings
from django.utils.translation import gettext as _

from opora.common.dates import moment_of
from opora.reminders.rules import Entry, Reminder, calendar
from opora.reminders.words import place_of, title_of


def calendar_of(reminders: Iterable[Reminder], *, language: str, at: datetime) -> bytes:
    """The file for a calendar program, in the language that is active."""
    return calendar(
        (_entry(one.for_outside()) for one in reminders),
        title=_("Opora: reminders"),
        house=urlsplit(settings.OPORA_ORIGIN).hostname or "opora",
        language=language,
        at=at,
    )


def _entry(one: Reminder) -> Entry:
    url = f"{settings.OPORA_ORIGIN}{one.path}" if settings.OPORA_ORIGIN else ""
    begins_at = moment_of(one.day, one.hour) if one.hour is not None else None
    return Entry(one.name, one.day, f"{title_of(one)} · {place_of(one)}", url, begins_at)
