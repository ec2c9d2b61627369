"""What a table is, what it may tell apart, of which days it speaks, and how its cells become figures."""

from opora.pivot.rules.definition import SHOWN, SORTS, Definition, Problem, definition_from, problems_of
from opora.pivot.rules.dimensions import ABOUTS, SHARED, Dimension, Order, own_dimensions
from opora.pivot.rules.figures import ALL, Cell, Key, value_in
from opora.pivot.rules.periods import PERIODS, Period, days_of, keys_between
from opora.pivot.rules.ready import READY
from opora.pivot.rules.subjects import SUBJECTS, Kind, Subject, dimensions_of

__all__ = [
    "ABOUTS",
    "ALL",
    "PERIODS",
    "READY",
    "SHARED",
    "SHOWN",
    "SORTS",
    "SUBJECTS",
    "Cell",
    "Definition",
    "Dimension",
    "Key",
    "Kind",
    "Order",
    "Period",
    "Problem",
    "Subject",
    "days_of",
    "definition_from",
    "dimensions_of",
    "keys_between",
    "own_dimensions",
    "problems_of",
    "value_in",
]
