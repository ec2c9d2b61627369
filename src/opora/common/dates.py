"""Days as people here count them: calendar months that respect the month's end, dates typed as ДД.ММ.ГГГГ."""

import calendar
import re
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

_DOTTED = re.compile(r"(\d{1,2})[./](\d{1,2})[./](\d{4}|\d{2})")
_zone = ZoneInfo("Europe/Moscow")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")


def add_months(day: date, months: int) -> date:
    """The same day number ``months`` later, clipped to the month's end: 31.08 + 6 is 28.02 or 29.02 (S3-85)."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def parse_day(text: str) -> date:
    """A day typed as ДД.ММ.ГГГГ, ДД.ММ.ГГ (years 2000 to 2079, else 1900s) or ISO; ``ValueError`` otherwise."""
    text = text.strip().removesuffix("г.").removesuffix("г").strip()
    if match := _DOTTED.fullmatch(text):
        day, month, year = (int(part) for part in match.groups())
        if len(match[3]) == 2:
            year += 2000 if year < 80 else 1900
        return date(year, month, day)
    if match := _ISO.fullmatch(text):
        return date(int(match[1]), int(match[2]), int(match[3]))
    raise ValueError(text)


def show_day(day: date | None) -> str:
    """ДД.ММ.ГГГГ, or nothing for a day that is not known."""
    return day.strftime("%d.%m.%Y") if day else ""


def use_zone(name: str) -> None:
    """From now on days and hours are those of this time zone; set once by the settings."""
    global _zone
    _zone = ZoneInfo(name)


def now() -> datetime:
    """This moment, with its time zone."""
    return datetime.now(UTC)


def local(moment: datetime) -> datetime:
    """The same moment as the organization's clock on the wall shows it."""
    return moment.astimezone(_zone)


def day_of(moment: datetime) -> date:
    """The organization's calendar day on which a moment fell."""
    return local(moment).date()


def moment_of(day: date, hour: time) -> datetime:
    """The moment of a day and an hour told by the organization's clock."""
    return datetime.combine(day, hour, _zone)


def today() -> date:
    """The organization's calendar day; asked for by pages, commands and jobs only, rules are given ``on``."""
    return day_of(now())
