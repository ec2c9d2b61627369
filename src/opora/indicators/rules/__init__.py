"""What a measure is, how facts become a figure, and what a composed indicator may say: pure."""

from opora.indicators.rules.counting import Fact, Figure, Sums, count, differs, figure, is_met, told
from opora.indicators.rules.measure import OF_FACTS, Day, Measure, Shape, Split, of_fields
from opora.indicators.rules.measures import EXTERNAL, MEASURES, REACHED, RECORDED
from opora.indicators.rules.periods import (
    EARLIEST,
    Period,
    PeriodRule,
    before,
    by_rule,
    months_up_to,
    period_of,
    with_months,
)

__all__ = [
    "EARLIEST",
    "EXTERNAL",
    "MEASURES",
    "OF_FACTS",
    "REACHED",
    "RECORDED",
    "Day",
    "Fact",
    "Figure",
    "Measure",
    "Period",
    "PeriodRule",
    "Shape",
    "Split",
    "Sums",
    "before",
    "by_rule",
    "count",
    "differs",
    "figure",
    "is_met",
    "months_up_to",
    "of_fields",
    "period_of",
    "told",
    "with_months",
]
