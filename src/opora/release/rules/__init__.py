"""What may be printed of a table that everybody may read: pure."""

from opora.release.rules.hiding import Hidden, TooHard, hide
from opora.release.rules.small import Limits, Reason, too_small
from opora.release.rules.tables import TOTAL, Dimension, Place, Table, printed

__all__ = [
    "TOTAL",
    "Dimension",
    "Hidden",
    "Limits",
    "Place",
    "Reason",
    "Table",
    "TooHard",
    "hide",
    "printed",
    "too_small",
]
