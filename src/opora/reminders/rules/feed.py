"""A calendar file by RFC 5545: days, with hours where they are known, names that stay the same, nothing but codes."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

LASTS = timedelta(hours=1)
"""Nobody writes down how long a visit takes; an hour is shown."""
REFRESH = timedelta(hours=6)
"""So often a calendar program should look again; most look when they please."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing in the calendar: its lasting name, its day, its words, the page it leads to and its hour (or none)."""

    name: str
    day: date
    title: str
    url: str = ""
    begins_at: datetime | None = None


def calendar(entries: Iterable[Entry], *, title: str, house: str, language: str, at: datetime) -> bytes:
    """The calendar file (UTF-8, lines folded, CRLF).

    `house` tells installations apart in the lasting names, `at` is the moment of making with its time zone.
    Entries without an hour are all-day; all take nobody's time and are marked private (X-19).
    """
    # Imported where a calendar is made: the library loads slowly, and most pages and commands make none.
    from icalendar import Calendar, Event, vDuration

    found = Calendar()
    found.add("prodid", f"-//Opora//Reminders//{language.upper()}")
    found.add("version", "2.0")
    found.add("calscale", "GREGORIAN")
    found.add("method", "PUBLISH")
    found.add("name", title)
    found.add("x-wr-calname", title)
    found.add("refresh-interval", vDuration(REFRESH), parameters={"value": "DURATION"})
    found.add("x-published-ttl", vDuration(REFRESH))
    for entry in entries:
        event = Event()
        event.add("uid", f"{entry.name}@{house}")
        event.add("dtstamp", at)
        begins: date | datetime = entry.begins_at.astimezone(UTC) if entry.begins_at is not None else entry.day
        event.add("dtstart", begins)
        event.add("dtend", begins + (LASTS if entry.begins_at is not None else timedelta(days=1)))
        event.add("summary", entry.title)
        event.add("class", "PRIVATE")
        event.add("transp", "TRANSPARENT")
        if entry.url:
            event.add("url", entry.url)
        found.add_component(event)
    return bytes(found.to_ical())
