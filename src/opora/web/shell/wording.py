"""Write dates, numbers and changes the way people here write them."""

from datetime import date, datetime
from decimal import Decimal

from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from opora.common import dates

MINUS = "\u2212"
NARROW_SPACE = "\u202f"


def write_day(value: date | datetime | None) -> str:
    """A day as ДД.ММ.ГГГГ in every language of the pages; an unknown day is an empty text."""
    return local(value).strftime("%d.%m.%Y") if value else ""


def write_day_in_words(value: date | datetime | None) -> str:
    """A day as «15 июня 2021»: for headings, where a row of digits would be cold."""
    return date_format(local(value), "j E Y") if value else ""


def write_near_day(value: date | None, on: date) -> str:
    """A day as «15 июня», with its year only when that is not this one."""
    if not value:
        return ""
    return date_format(value, "j E" if value.year == on.year else "j E Y")


def write_moment(value: datetime | None) -> str:
    """A moment as ДД.ММ.ГГГГ, ЧЧ:ММ in the time zone of the organization."""
    return local(value).strftime("%d.%m.%Y, %H:%M") if value else ""


def write_number(value: int | float | Decimal | None, places: int | None = None) -> str:
    """A number with a true minus, the decimal sign of the language and spaced thousands; one kilogram is no «1,00»."""
    if value is None:
        return ""
    if places is None and value == int(value):
        value = int(value)
    size: float | Decimal = -value if value < 0 else value
    text = number_format(size, decimal_pos=places, use_l10n=True, force_grouping=size >= 10_000)
    text = text.replace("\u00a0", NARROW_SPACE)
    return f"{MINUS}{text}" if value < 0 and text.strip("0.,") else text


def write_change(value: int | float | Decimal | None, places: int | None = None) -> str:
    """A change with its sign: −31, +2 and a bare 0."""
    if value is None:
        return ""
    text = write_number(value, places)
    return f"+{text}" if value > 0 and text.strip("0.,") else text


def write_years(number: int) -> str:
    return ngettext("%(number)d year", "%(number)d years", number) % {"number": number}


def write_months(number: int) -> str:
    return ngettext("%(number)d month", "%(number)d months", number) % {"number": number}


def write_days(number: int) -> str:
    return ngettext("%(number)d day", "%(number)d days", number) % {"number": number}


def write_hours(value: int | float | Decimal | None) -> str:
    """Hours as one says them, to the tenth: 9,5 ч and 12 ч."""
    if value is None:
        return ""
    tenths = round(float(value), 1)
    return _("%(number)s h") % {"number": write_number(tenths, None if tenths == int(tenths) else 1)}


def initials(name: str) -> str:
    """Up to two capitals for the round badge beside a name."""
    return "".join(word[0] for word in name.split()[:2]).upper()


def local(value: date | datetime) -> date | datetime:
    return dates.local(value) if isinstance(value, datetime) and value.tzinfo else value
