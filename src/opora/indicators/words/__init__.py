"""Indicators in words: names, definitions, counting rules, figures as they are read."""

from collections.abc import Iterable

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from opora.fields.words import answers_named
from opora.indicators.queries import Indicator
from opora.indicators.rules import Figure, Measure, Shape
from opora.indicators.words.counting import PERIOD_RULES, REASONS, UNITS, counting_rules
from opora.indicators.words.groups import group_names, split_title
from opora.indicators.words.titles import TITLES

__all__ = [
    "PERIOD_RULES",
    "answers_named",
    "counting_rules",
    "definition",
    "group_names",
    "how_counted",
    "outside_reason",
    "plain_number",
    "reason",
    "rests_on",
    "show",
    "show_change",
    "show_value",
    "split_title",
    "title",
    "title_of_code",
    "unit",
]


def title(one: Indicator) -> str:
    """What the indicator is called."""
    return one.title or str(TITLES[one.measure.code][0])


def title_of_code(code: str) -> str:
    """What an indicator of the catalogue is called."""
    return str(TITLES[code][0])


def definition(one: Indicator) -> str:
    """What it says: an own indicator says what it is for and of which measure it is made."""
    own = str(TITLES[one.measure.code][1])
    return f"{one.about} {own}".strip() if one.is_own else own


def how_counted(shown: Iterable[Indicator]) -> list[str]:
    """Of many figures on one paper: what each of them says, then every rule once, with whose it is where not of all."""
    told = {one.code: one for one in shown}
    names = {code: title(one) if one.is_own else code for code, one in told.items()}
    lines = [
        f"{title(one)}: {definition(one)}" if one.is_own else f"{code} {title(one)}: {definition(one)}"
        for code, one in told.items()
    ]
    whose: dict[str, list[str]] = {}
    for code, one in told.items():
        for rule in counting_rules(one.measure, one.filters, one.period_rule):
            whose.setdefault(rule, []).append(names[code])
    return [*lines, *(rule if len(of) == len(told) else f"{rule} ({', '.join(of)})" for rule, of in whose.items())]


def unit(measure: Measure) -> str:
    """What is counted."""
    return str(UNITS[measure.unit])


def reason(figure: Figure) -> str:
    """Why there is no figure; empty where there is one."""
    return str(REASONS[figure.reason]) if figure.reason else ""


def outside_reason() -> str:
    """Why an outside figure is not there."""
    return str(REASONS["outside"])


def show(figure: Figure, measure: Measure) -> str:
    """The figure as people read it; a dash where there is none."""
    return show_value(figure.value, measure)


def show_value(value: float | int | None, measure: Measure) -> str:
    """A value of a measure as people read it."""
    if value is None:
        return "–"
    return f"{plain_number(100 * value)} %" if measure.is_share else plain_number(value)


def show_change(value: float, measure: Measure) -> str:
    """By how much a value differs: from 40 to 50 percent it is 10 points, not 10 percent."""
    return _("%(n)s p.p.") % {"n": plain_number(100 * value)} if measure.is_share else plain_number(value)


def rests_on(figure: Figure, measure: Measure) -> str:
    """What stands beside the figure: both parts of a share, of how many a middle was taken, what is not known."""
    told = []
    if measure.is_share and figure.denominator is not None:
        told.append(
            _("%(part)s of %(whole)s")
            % {"part": plain_number(figure.numerator), "whole": plain_number(figure.denominator)}
        )
    if measure.shape is Shape.MEDIAN and figure.denominator is not None:
        told.append(_("n = %(n)s") % {"n": plain_number(figure.denominator)})
    if figure.unknown:
        told.append(_("not known: %(n)s") % {"n": plain_number(figure.unknown)})
    return "; ".join(told)


def plain_number(value: float | int | None) -> str:
    """A number as people read it: whole, or with one place."""
    rounded = round(value or 0, 1)
    whole = rounded == int(rounded)
    return number_format(int(rounded) if whole else rounded, decimal_pos=0 if whole else 1, force_grouping=True)
