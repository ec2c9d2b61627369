"""From facts to a figure, in plain words: the same that the database counts, and the measure of it in tests.

Unknown is never no: it stands beside a share and in neither of its parts.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from statistics import median
from typing import Final

from opora.indicators.rules.measure import Shape

YES, NO, UNKNOWN = "yes", "no", "unknown"
# Of two facts of one day about the same one: the more careful one for a share, what surely happened for a count.
CAREFUL: Final = {NO: 0, YES: 1, UNKNOWN: 2}
SURE: Final = {YES: 0, NO: 1, UNKNOWN: 2}


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact about somebody or something on a day."""

    subject: int
    on: date
    state: str = YES
    amount: Decimal = Decimal(1)


@dataclass(frozen=True, slots=True)
class Sums:
    """What the facts of a period come to: subjects by state, amounts by state, and the middle of those that count."""

    yes: int = 0
    no: int = 0
    unknown: int = 0
    amount_yes: Decimal = Decimal(0)
    amount_no: Decimal = Decimal(0)
    amount_unknown: Decimal = Decimal(0)
    middle: float | None = None
    families: int = 0


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure with what it rests on. A share has both parts; what cannot be said is None, `reason` says why."""

    value: float | int | None
    numerator: float | int | None = None
    denominator: float | int | None = None
    unknown: float | int = 0
    families: int = 0
    reason: str = ""


def count(facts: Iterable[Fact], shape: Shape) -> Sums:
    """Add facts up: each subject once, by its newest fact, or for a count by the surest."""
    by_subject: dict[int, Fact] = {}
    amounts = {YES: Decimal(0), NO: Decimal(0), UNKNOWN: Decimal(0)}
    middle = []
    for one in facts:
        amounts[one.state] += one.amount
        if one.state == YES:
            middle.append(one.amount)
        before = by_subject.get(one.subject)
        if before is None or _order(one, shape) < _order(before, shape):
            by_subject[one.subject] = one
    states = [one.state for one in by_subject.values()]
    return Sums(
        states.count(YES),
        states.count(NO),
        states.count(UNKNOWN),
        amounts[YES],
        amounts[NO],
        amounts[UNKNOWN],
        float(median(middle)) if middle else None,
    )


def _order(fact: Fact, shape: Shape) -> tuple[int, int]:
    newest = -fact.on.toordinal()
    return (newest, CAREFUL[fact.state]) if shape in (Shape.SHARE, Shape.WEIGHED) else (SURE[fact.state], newest)


def figure(sums: Sums, shape: Shape) -> Figure:
    """The figure of a shape; a share of nobody is no share."""
    if shape is Shape.COUNT:
        return Figure(sums.yes, unknown=sums.unknown, families=sums.families)
    if shape is Shape.SUM:
        return Figure(_plain(sums.amount_yes), unknown=_plain(sums.amount_unknown), families=sums.families)
    if shape is Shape.MEDIAN:
        known = sums.yes
        reason = "" if known else "nothing_measured"
        return Figure(sums.middle, None, known, sums.unknown, sums.families, reason)
    if shape is Shape.SHARE:
        part, other, unknown = Decimal(sums.yes), Decimal(sums.no), Decimal(sums.unknown)
    else:
        part, other, unknown = sums.amount_yes, sums.amount_no, sums.amount_unknown
    whole = part + other
    if not whole:
        reason = "only_unknown" if unknown else "nobody"
        return Figure(None, 0, 0, _plain(unknown), sums.families, reason)
    return Figure(float(part / whole), _plain(part), _plain(whole), _plain(unknown), sums.families)


def _plain(number: Decimal) -> float | int:
    return int(number) if number == number.to_integral_value() else float(number)


def differs(now: Figure, before: Figure) -> float | None:
    """By how much a figure changed; None where one of the two cannot be said."""
    return None if now.value is None or before.value is None else now.value - before.value


def is_met(value: float | None, target: float, *, at_least: bool) -> bool | None:
    """Whether a target is reached; None while there is no value."""
    return None if value is None else (value >= target if at_least else value <= target)


def told(by: Mapping[str, Sums]) -> list[str]:
    """The groups of a split, the largest first; those of equal size by their code."""
    return sorted(by, key=lambda code: (-(by[code].yes + by[code].no + by[code].unknown), code))
