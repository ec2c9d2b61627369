"""What may be printed of a table that everybody may read: pure."""

from opora.release.rules.hiding import Hidden, TooHard, hide
from opora.release.rules.small import Limits, Reason, too_small
from opora.release.rules.tables import TOTAL, Dimension, Place, Table, printed
from opora.release.rules.two_kinds import tell_each_other

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
    "tell_each_other",
    "too_small",
]
