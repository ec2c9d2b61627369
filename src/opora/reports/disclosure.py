"""What may leave the house: no small cell, no share that tells of every family in a small group (X-13)."""

from datetime import date

LEAST = 5  # fewer cases are not published at all
LEAST_FOR_SHARES = 10  # percentages need so many cases below the line


def may_show_group(cases: int) -> bool:
    """Whether figures of a group of so many cases may be published."""
    return cases >= LEAST


def may_show_share(part: int, whole: int) -> bool:
    """Whether «part of whole» may be published.

    Needs ten cases, and neither the part nor the rest may be a small group; a rest or part of nobody is allowed
    only in a group that large, where it tells little of each single family.
    """
    return whole >= LEAST_FOR_SHARES and all(group == 0 or group >= LEAST for group in (part, whole - part))


def quarter(day: date) -> str:
    """The quarter of a day, instead of the day: «III 2021»."""
    return f"{('I', 'II', 'III', 'IV')[(day.month - 1) // 3]} {day.year}"
