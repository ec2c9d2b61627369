"""The indicators in force: every measure as it is, and those that the organization composed of one."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from opora.access.rules import Actor
from opora.common.errors import NotFound
from opora.common.findings import Finding
from opora.fields.queries import fields_counted
from opora.fields.rules import OwnField
from opora.indicators import FILE
from opora.indicators.models import IndicatorVersion
from opora.indicators.rules import MEASURES, OF_FACTS, Measure, Period, by_rule, of_fields
from opora.indicators.rules.files import Composed, read_indicators, write_indicators

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
    period_rule: str = ""

    def days_of(self, period: Period) -> Period:
        """Over which days it counts when these are asked for."""
        return by_rule(self.period_rule, period)

    @property
    def is_own(self) -> bool:
        """Whether the organization composed it."""
        return self.number > 0

    @property
    def is_for_some(self) -> bool:
        """Whether it is by an own field that is for some roles: what others read tells nothing of it."""
        named = map(self.measure.split_named, (*self.filters, self.split))
        return any(one.field.roles for one in named if one is not None and one.field is not None)


def indicators_in_force(*, actor: Actor) -> list[Indicator]:
    """Those of the catalogue in their order, then the organization's own, as far as this person may know of them."""
    return [*(_plain(one) for one in MEASURES.values()), *own_indicators(actor=actor)]


def own_indicators(*, actor: Actor) -> list[Indicator]:
    """The newest version of every indicator that was composed here and not put away.

    One by an own field for other roles is left out with its name, for the name may tell of the field (0038).
    """
    rows = IndicatorVersion.objects.order_by("code", "-number").distinct("code")
    listed = [one for one in rows if one.put_away_on is None and one.measure in MEASURES]
    by_fields = any(of_fields([*one.filters, one.split]) for one in listed)
    fields = fields_of_figures(actor=actor) if by_fields else []
    found = [_composed(one, fields) for one in listed]
    return [one for one in found if one is not None]


def free_code() -> str:
    """A code for a new indicator that none bears or bore: under a known one its next version would be published."""
    taken = set(IndicatorVersion.objects.values_list("code", flat=True))
    number = 1
    while f"own-{number}" in taken:
        number += 1
    return f"own-{number}"


def find_indicator(*, actor: Actor, code: str) -> Indicator:
    """An indicator by its code, with the own fields by which this person may tell it apart; raises NotFound."""
    fields = fields_of_figures(actor=actor)
    if code in MEASURES:
        return _plain(MEASURES[code].with_fields(fields))
    for one in own_indicators(actor=actor):
        if one.code == code:
            return replace(one, measure=MEASURES[one.measure.code].with_fields(fields))
    raise NotFound


def fields_of_figures(*, actor: Actor) -> list[OwnField]:
    """The own fields of cases and families with a few known answers that this person may see."""
    return fields_counted(actor=actor, about=OF_FACTS)


def version_of(*, actor: Actor, base: IndicatorVersion, said: Mapping[str, Any]) -> Indicator | None:
    """What a version or its draft says; None where it names an own field that is not there for the reader."""
    told = IndicatorVersion(code=base.code, number=base.number, **said)
    fields = fields_of_figures(actor=actor)
    found = _composed(told, fields)
    return None if found is None else replace(found, measure=MEASURES[base.measure].with_fields(fields))


def _composed(one: IndicatorVersion, fields: list[OwnField]) -> Indicator | None:
    """As it was published; None where it names an own field that is not there for the reader."""
    named = of_fields([*one.filters, one.split])
    measure = MEASURES[one.measure].with_fields(fields) if named else MEASURES[one.measure]
    if any(measure.place_of(name) is None for name in named):
        return None
    filters = {name: tuple(codes) for name, codes in one.filters.items()}
    return Indicator(one.code, measure, one.title, one.about, filters, one.split, one.number, one.period_rule)


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


def own_as_file(*, actor: Actor) -> str:
    """The organization's own indicators in force, as a practice folder has them: to be taken to another house."""
    return write_indicators(
        Composed(one.code, one.title, one.about, one.measure.code, one.filters, one.split, one.period_rule)
        for one in own_indicators(actor=actor)
    )
