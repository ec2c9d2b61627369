"""Numbers as people read them here: a comma where the language has one, no more digits than the data bear."""

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

_SMALLEST_P = 0.0001
_NO_BREAK = "\u00a0"


def number(value: float | None, places: int = 1) -> str:
    """A figure with at most so many decimals: 20, 20,5; a dash when there is none."""
    if value is None:
        return "–"
    rounded = round(value, places)
    whole = rounded == int(rounded)
    if whole:
        said = str(number_format(int(rounded), decimal_pos=0))
    else:
        said = str(number_format(rounded, decimal_pos=places)).rstrip("0")
    return said.replace("-", "−")


def percent(share: float | None, places: int = 1) -> str:
    """A share from 0 to 1 as a percentage: 47,8 %."""
    return "–" if share is None else f"{number(share * 100, places)}{_NO_BREAK}%"


def p_value(p: float | None) -> str:
    """A p-value with five decimals at most; what is smaller is said to be smaller, never to be zero."""
    if p is None:
        return "–"
    if p < _SMALLEST_P:
        return f"<{_NO_BREAK}{number(_SMALLEST_P, 4)}"
    return number(p, 5)


def p_equals(p: float | None) -> str:
    """A p-value inside a sentence: p = 0,0625, p < 0,0001."""
    said = p_value(p)
    return f"p{_NO_BREAK}{said}" if said.startswith("<") else f"p{_NO_BREAK}={_NO_BREAK}{said}"


def interval(bounds: tuple[float, float] | None) -> str:
    """From – to, in weak sides."""
    if bounds is None:
        return "–"
    return _("from %(low)s to %(high)s") % {"low": number(bounds[0]), "high": number(bounds[1])}


def percent_interval(bounds: tuple[float, float] | None) -> str:
    """From – to, in percent."""
    if bounds is None:
        return "–"
    return _("from %(low)s to %(high)s") % {"low": number(bounds[0] * 100), "high": percent(bounds[1])}


def part(cases: int, total: int) -> str:
    """So many of so many cases: 3 из 10 случаев."""
    return ngettext("%(cases)s of %(total)s case", "%(cases)s of %(total)s cases", total) % {
        "cases": number(cases),
        "total": number(total),
    }


def days(count: int) -> str:
    """10 дней."""
    return ngettext("%(days)s day", "%(days)s days", count) % {"days": number(count)}
