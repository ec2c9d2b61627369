"""A thread drawn through time, with the same in words for those who do not see it."""

from datetime import date
from decimal import Decimal

from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from opora.circumstances.queries import Thread
from opora.circumstances.rules import ChangeKind, Measured, periods
from opora.circumstances.words import number_said, value_label
from opora.common.dates import show_day
from opora.pictures.through_time import Held, through_time


def picture_of(thread: Thread, *, on: date, narrow: bool = False) -> SafeString:
    """The thread as a drawing; nothing while there is only one record to draw."""
    if len(thread.records) < 2:
        return SafeString("")
    kind = thread.kind
    found = periods(thread.history, until=on)
    if len(found) < 2:
        return SafeString("")
    top = max((value for _first, _last, value in found if isinstance(value, Decimal)), default=Decimal(1))
    held = [Held(first, last, _level(kind, value, top), _said(kind, value)) for first, last, value in found]
    return SafeString(
        through_time(
            held,
            levels=_levels(kind, top),
            title=thread.label,
            description=_described(held),
            first_label=show_day(held[0].first),
            last_label=pgettext("line through time", "today"),
            narrow=narrow,
        )
    )


def _levels(kind: ChangeKind, top: Decimal) -> list[str]:
    if kind.is_ordered:
        return [value_label(kind.code, value) for value in kind.values]
    if kind.is_number and kind.is_money:
        return [number_said(top * step / 4, kind) for step in range(5)]
    if kind.is_number:
        return [str(point) for point in range(kind.least or 0, (kind.most or 0) + 1)]
    return []


def _level(kind: ChangeKind, value: Measured, top: Decimal) -> float | None:
    if isinstance(value, Decimal):
        return float(value / top * 4) if kind.is_money and top else float(value - (kind.least or 0))
    return kind.rank(value)


def _said(kind: ChangeKind, value: Measured) -> str:
    return number_said(value, kind) if isinstance(value, Decimal) else value_label(kind.code, value)


def _described(held: list[Held]) -> str:
    told = [
        _("from %(first)s to %(last)s %(what)s")
        % {"first": show_day(one.first), "last": show_day(one.last), "what": one.label}
        for one in held
    ]
    return capfirst("; ".join(told)) + "."
