"""The indicators in force: every measure as it is, and those that the organization composed of one."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from opora.common.errors import NotFound
from opora.common.findings import Finding
from opora.indicators.models import IndicatorVersion
from opora.indicators.rules import MEASURES, Measure
from opora.indicators.rules.files import FILE, Composed, read_indicators, write_indicators

LARGEST_FILE = 1024 * 1024


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


def check_folder(*, folder: Path) -> tuple[Finding, ...]:
    """What must be mended in the indicators of a practice folder; nothing where it has none."""
    file = folder / FILE
    return read_indicators(read_file(file))[1] if file.is_file() else ()


def read_file(file: Path) -> str:
    """The text of a file; what is no text reads as what no file of ours says, and is complained of there."""
    if file.stat().st_size > LARGEST_FILE:
        return "…"
    return file.read_text(encoding="utf-8-sig", errors="replace")


def own_as_file() -> str:
    """The organization's own indicators in force, as a practice folder has them: to be taken to another house."""
    return write_indicators(
        Composed(one.code, one.title, one.about, one.measure.code, one.filters, one.split) for one in own_indicators()
    )
