"""Reading what changes in lives: always for somebody, from what that person sees and may read."""

from opora.circumstances.queries.finding import change_in_sight
from opora.circumstances.queries.now import PRESETS, NowLine, Preset, standing_now
from opora.circumstances.queries.page import Circumstances, Thread, circumstances_of

__all__ = [
    "PRESETS",
    "Circumstances",
    "NowLine",
    "Preset",
    "Thread",
    "change_in_sight",
    "circumstances_of",
    "standing_now",
]
