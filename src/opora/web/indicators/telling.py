"""Indicators as the pages tell them."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from opora.common.dates import show_day
from opora.indicators import words
from opora.indicators.queries import Answer, Indicator
from opora.indicators.rules import differs, is_met
from opora.pictures.months import Month, months
from opora.web.shell.drawing import as_drawing


@dataclass(frozen=True, slots=True)
class Line:
    """An indicator in the list: its figure, what it rests on, how it went, and whether its target is reached."""

    code: str
    title: str
    unit: str
    value: str
    rests_on: str
    reason: str
    change: str
    target: str
    is_met: bool | None
    picture: SafeString

    @property
    def is_own(self) -> bool:
        """Whether the organization composed it: its code is for addresses, not for reading."""
        return not self.code.startswith("IND-")


def line_of(answer: Answer, target: Any | None) -> Line:
    """One line of the list."""
    measure = answer.measure
    return Line(
        answer.indicator.code,
        words.title(answer.indicator),
        words.unit(measure),
        words.show(answer.figure, measure),
        words.rests_on(answer.figure, measure),
        words.reason(answer.figure),
        change_of(answer),
        target_in_words(target, answer) if target is not None else "",
        met(target, answer) if target is not None else None,
        picture_of(answer),
    )


def change_of(answer: Answer) -> str:
    """How the last whole month differs from the one before it."""
    told = [figure for _period, figure in answer.months][-3:-1]
    if len(told) < 2 or (change := differs(told[1], told[0])) is None or not round(change, 4):
        return ""
    shown = words.show_change(abs(change), answer.measure)
    return f"+{shown}" if change > 0 else f"−{shown}"


def target_in_words(target: Any, answer: Answer) -> str:
    """A target as it is read."""
    return f"{target.get_way_display()} {words.show_value(float(target.value), answer.measure)}"


def met(target: Any, answer: Answer) -> bool | None:
    """Whether the figure reaches its target."""
    return is_met(answer.figure.value, float(Decimal(target.value)), at_least=target.way == "at_least")


def picture_of(answer: Answer, *, is_large: bool = False, is_narrow: bool = False) -> SafeString:
    """The twelve months as bars; empty where there is nothing to draw."""
    told = [
        Month(period.first.strftime("%m.%y"), figure.value, words.show(figure, answer.measure))
        for period, figure in answer.months
    ]
    if not any(one.value for one in told):
        return SafeString()
    first, last = answer.months[0][0].first, answer.months[-1][0].last
    drawn = months(
        told,
        title=_("By month: %(title)s") % {"title": words.title(answer.indicator)},
        description=_("From %(first)s to %(last)s") % {"first": show_day(first), "last": show_day(last)},
        is_large=is_large,
        is_narrow=is_narrow,
    )
    return as_drawing(drawn)


def narrowed(one: Indicator) -> list[str]:
    """What an indicator counts alone, split by split, in words."""
    measure = one.measure
    return [
        f"{words.split_title(measure, split)}: {', '.join(words.group_names(measure, split, list(codes)).values())}"
        for split, codes in one.filters.items()
    ]
