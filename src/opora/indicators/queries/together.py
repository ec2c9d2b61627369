"""Many indicators in one question, for a page that shows a whole model: each with the period before it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from opora.access.rules import Actor
from opora.indicators import policies
from opora.indicators.queries.composed import Indicator, indicators_in_force
from opora.indicators.queries.marks import mark_of
from opora.indicators.queries.pieces import Rows, count_all
from opora.indicators.queries.statements import Asked, reach_of
from opora.indicators.rules import Day, Figure, Measure, Period, Sums, before, figure, with_months


@dataclass(frozen=True, slots=True)
class Compared:
    """An indicator with its figure for a period, and for the period of the same length right before."""

    indicator: Indicator
    now: Figure
    before: Figure


def read_together(
    *,
    actor: Actor,
    codes: Collection[str],
    period: Period,
    program_ids: tuple[int, ...] = (),
    family_id: int | None = None,
    tells_some: bool = True,
    beside: Mapping[str, Asked] = MappingProxyType({}),
) -> tuple[dict[str, Compared], dict[str, Rows]]:
    """The named indicators, as far as this person may count; a code that nobody defined is left out. Raises Refused.

    ``tells_some`` is given up where others will see the answer: then also what is for some roles alone is left out.
    What else is asked ``beside`` them is counted in the same question, and comes as rows.
    """
    policies.check_can_read(actor)
    known = [one for one in indicators_in_force(actor=actor) if one.code in codes]
    wanted = [one for one in known if tells_some or not one.is_for_some]
    narrowed = bool(program_ids) or family_id is not None
    asked = {
        one.code: Asked(
            one.measure,
            [one.days_of(each) for each in compared(one.measure, period)],
            program_ids,
            filters=one.filters,
            family_id=family_id,
        )
        for one in wanted
        if not period.is_empty and not (narrowed and one.measure.is_whole)
    }
    reach, together = reach_of(actor), {**asked, **beside}
    counts = count_all(reach, together, mark_of(reach, list(together.values())))
    why = "no_days" if period.is_empty else "whole_house"
    found = {}
    for one in wanted:
        if one.code in counts:
            rows = counts[one.code]
            told = [figure(rows.get((place, ""), Sums()), one.measure.shape) for place in range(2)]
        else:
            told = [Figure(None, reason=why)] * 2
        found[one.code] = Compared(one, *told)
    return found, {name: counts[name] for name in beside}


def compared(measure: Measure, period: Period) -> list[Period]:
    """A period and the one before it first; then the months of it, by which what changed is counted anew."""
    own, *months = [period] if measure.day is Day.STATE else with_months(period)
    return [own, before(period), *months]
