"""Indicators with their figures: the period, the twelve months before its end, and the groups of a split."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from opora.access.rules import Actor
from opora.common.errors import NotFound
from opora.indicators import policies
from opora.indicators.queries.composed import Indicator, find_indicator, indicators_in_force
from opora.indicators.queries.marks import mark_of
from opora.indicators.queries.pieces import Cut, Rows, count_all, count_pieces, cut_up
from opora.indicators.queries.statements import Asked, reach_of
from opora.indicators.queries.stored import name_of
from opora.indicators.rules import (
    MEASURES,
    REACHED,
    RECORDED,
    Figure,
    Measure,
    Period,
    Sums,
    before,
    figure,
    months_up_to,
    with_months,
)
from opora.indicators.rules.packing import packed


@dataclass(frozen=True, slots=True)
class Answer:
    """An indicator with its figure, what it came to month by month, and by groups."""

    indicator: Indicator
    figure: Figure
    months: tuple[tuple[Period, Figure], ...] = ()
    groups: Mapping[str, Figure] = field(default_factory=dict)

    @property
    def measure(self) -> Measure:
        return self.indicator.measure


def read_indicators(
    *,
    actor: Actor,
    period: Period,
    program_ids: tuple[int, ...] = (),
    department_ids: tuple[int, ...] = (),
    with_months: bool = True,
) -> list[Answer]:
    """Every indicator in force with its figure for the period, as far as this person may count. Raises Refused."""
    policies.check_can_read(actor)
    listed = {one.code: one for one in indicators_in_force(actor=actor)}
    return _answers(actor, listed, period, program_ids, department_ids, with_months=with_months)


def read_indicator(
    *,
    actor: Actor,
    code: str,
    period: Period,
    program_ids: tuple[int, ...] = (),
    department_ids: tuple[int, ...] = (),
    split: str = "",
    with_months: bool = True,
) -> Answer:
    """One indicator, told by groups of a split of its own, of departments or programs. Raises Refused, NotFound."""
    policies.check_can_read(actor)
    found = find_indicator(actor=actor, code=code)
    known = {"", "department", "program", *(one.code for one in found.measure.splits)}
    if split not in known:
        raise NotFound
    named, wanted = {found.code: found}, split or found.split
    (told,) = _answers(actor, named, period, program_ids, department_ids, with_months=with_months, split=wanted)
    return told


def value_of(
    *, actor: Actor, indicator: str, program_id: int | None = None, first: date, last: date, as_of: date
) -> Figure:
    """The figure of an indicator for a program and a period, for whoever builds on it. Raises Refused, NotFound."""
    period = Period(first, min(last, as_of), as_of)
    programs = () if program_id is None else (program_id,)
    return read_indicator(actor=actor, code=indicator, period=period, program_ids=programs, with_months=False).figure


def try_out(*, actor: Actor, one: Indicator, period: Period) -> Figure:
    """What an indicator comes to that is only being composed, counted now. Raises Refused."""
    policies.check_can_read(actor)
    measure = one.measure
    asked = Asked(measure, [one.days_of(period)], filters=one.filters)
    reach = reach_of(actor)
    rows = count_all(reach, {"": asked}, mark_of(reach, [asked]))
    return figure(rows[""].get((0, ""), Sums()), measure.shape)


def _answers(
    actor: Actor,
    listed: Mapping[str, Indicator],
    period: Period,
    program_ids: tuple[int, ...],
    department_ids: tuple[int, ...],
    *,
    with_months: bool,
    split: str = "",
) -> list[Answer]:
    """All of them by one counting: what is split is counted a second time, by its groups."""
    asked, split_asked = {}, {}
    months = months_up_to(period.last) if with_months else []
    for code, one in listed.items():
        if _why_not(one.measure, period, bool(program_ids or department_ids)):
            continue
        days = [one.days_of(each) for each in (period, *months)]
        asked[code] = Asked(one.measure, days, program_ids, department_ids, one.filters)
        if split:
            # Cut at the same days, so that a change counts the same few days anew.
            split_asked[code] = Asked(one.measure, days, program_ids, department_ids, one.filters, split)
    reach = reach_of(actor)
    mark = mark_of(reach, [*asked.values(), *split_asked.values()])
    counted, by_group = count_all(reach, asked, mark), count_all(reach, split_asked, mark)
    return [
        _answer(one, counted[code], by_group.get(code, {}), months)
        if code in counted
        else Answer(one, Figure(None, reason=_why_not(one.measure, period, bool(program_ids or department_ids))))
        for code, one in listed.items()
    ]


def cuts_to_put_by(*, period: Period) -> dict[str, Cut]:
    """What pages ask for of the whole house, cut into its pieces.

    The period with its months and the one before it of all measures, and what is given and reached at boxes.
    """
    months = [period, *months_up_to(period.last)]
    asked = [
        *(Asked(one, [*months, before(period)]) for one in MEASURES.values()),
        *(
            Asked(one, [period, before(period), *with_months(period)[1:]], split=split)
            for one, split in ((MEASURES["IND-02"], "service"), (REACHED, "concept"), (RECORDED, "kind"))
        ),
    ]
    mark = mark_of(None, asked)
    return {str(place): cut_up(None, one, mark) for place, one in enumerate(asked)}


def to_put_by(*, period: Period) -> dict[str, bytes]:
    """The pieces of it all by the names under which they are put by, as they are now."""
    cuts = cuts_to_put_by(period=period)
    return {
        name_of(cuts[name].asked, key): packed(piece)
        for name, counted in count_pieces(None, cuts).items()
        for key, piece in zip(cuts[name].keys, counted, strict=True)
    }


def _why_not(measure: Measure, period: Period, is_narrowed: bool) -> str:
    if period.is_empty:
        return "no_days"
    return "whole_house" if measure.is_whole and is_narrowed else ""


def _answer(one: Indicator, rows: Rows, by_group: Rows, months: Sequence[Period]) -> Answer:
    shape = one.measure.shape
    told = [(month, figure(rows.get((place, ""), Sums()), shape)) for place, month in enumerate(months, start=1)]
    groups = {group: figure(found, shape) for (place, group), found in sorted(by_group.items()) if not place}
    return Answer(one, figure(rows.get((0, ""), Sums()), shape), tuple(told), groups)
