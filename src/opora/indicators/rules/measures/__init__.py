"""Every measure, by code (requirements 6.1). What each is called and how it counts stands in words beside it.

A code with a letter behind its number is a part of the same indicator: IND-20f is IND-20 at the look back.
"""

from collections.abc import Mapping
from typing import Final

from opora.indicators.rules.measure import Measure, Split
from opora.indicators.rules.measures import given, results, working
from opora.indicators.rules.measures.shared import COUNT


def _in_order(measure: Measure) -> tuple[int, str]:
    return int(measure.code[4:6]), measure.code


_ALL: Final = sorted((*given.MEASURES, *working.MEASURES, *results.MEASURES), key=_in_order)
MEASURES: Final[Mapping[str, Measure]] = {one.code: one for one in _ALL}

# Social effects that nobody can compute from records: entered by hand with source and day (requirements 6.1).
EXTERNAL: Final = tuple(f"IND-{number}" for number in range(40, 48))

# What the boxes of a logic model are counted by and no indicator tells of: kept by the same marks.
REACHED: Final = Measure("reached", "results_reached", COUNT, "results", (), (Split("concept"),))
# Papers and records, for boxes that name nothing else to be counted by.
RECORDED: Final = Measure("recorded", "recorded", COUNT, "records", (), (Split("kind"),), base=("records",))
