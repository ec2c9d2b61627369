"""The indicators in force: every measure as it is, and those that the organization composed of one."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from opora.common.errors import NotFound
from opora.indicators.models import IndicatorVersion
from opora.indicators.rules import MEASURES, Measure


@dataclass(frozen=True, slots=True)
class Indicator:
    """A measure with filters and the split it is told by first. `title` is empty where it is the measure's own."""

    code: str
    measure: Measure
    title: str = ""
    about: str = ""
    filters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    split: str = ""
    number: int = 0

    @property
    def is_own(self) -> bool:
        """Whether the organization composed it."""
        return self.number > 0


def indicators_in_force() -> list[Indicator]:
    """Those of the catalogue in their order, then the organization's own."""
    return [*(_plain(one) for one in MEASURES.values()), *own_indicators()]


def own_indicators() -> list[Indicator]:
    """The newest version of every indicator that was composed here and not put away."""
    newest = IndicatorVersion.objects.order_by("code", "-number").distinct("code")
    return [
        Indicator(
            one.code,
            MEASURES[one.measure],
            one.title,
            one.about,
            {name: tuple(codes) for name, codes in one.filters.items()},
            one.split,
            one.number,
        )
        for one in newest
        if one.put_away_on is None and one.measure in MEASURES
    ]


def find_indicator(code: str) -> Indicator:
    """An indicator by its code; raises NotFound."""
    if code in MEASURES:
        return _plain(MEASURES[code])
    for one in own_indicators():
        if one.code == code:
            return one
    raise NotFound


def _plain(measure: Measure) -> Indicator:
    return Indicator(measure.code, measure, split=measure.splits[0].code if measure.splits else "")
