"""A table as it would leave the house: counted, small groups hidden, laid beside what left before."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from opora.access.rules import SYSTEM, Actor
from opora.common.errors import Invalid
from opora.indicators.models import Target
from opora.indicators.queries import find_indicator, targets_on
from opora.indicators.rules import Period
from opora.indicators.words import definition
from opora.indicators.words import title as title_of
from opora.programs.queries import list_programs
from opora.release import policies, words
from opora.release.queries.prepared import Asked, Prepared, Shown
from opora.release.queries.register import earlier_tables, limits_in_force
from opora.release.queries.units import answers_of, public_indicators, units_of
from opora.release.rules import TOTAL, Limits, Place, Reason, Table, TooHard, hide, printed, tell_each_other
from opora.release.rules.hiding import Released
from opora.release.rules.kinds import ANSWERS, COARSER, KINDS, LESS_IS_BETTER, ROW_COLUMNS, Kind
from opora.release.rules.microdata import by_place, make_alike
from opora.release.rules.tabulating import dimension, tabulate

MOST_CELLS = 300


def prepare(*, actor: Actor, asked: Asked, besides: int | None = None) -> Prepared:
    """The table as it would leave the house today. Raises Refused, and Invalid for what there is not to ask.

    `besides` is a release that is not laid beside it: the very one that is looked at again.
    """
    policies.check_can_prepare(actor)
    kind = _kind_of(asked)
    limits = limits_in_force()
    earlier = earlier_tables(besides=besides)
    program = _program(asked.program_id)
    title = words.title(asked.table, () if asked.table == "rows" else asked.by, asked.first, asked.last, program)
    begun = Prepared(asked, limits, title, (), (), ())
    try:
        if kind.code == "indicators":
            return _indicators(begun, earlier)
        told = [
            (one.unit, one.family, one.groups)
            for one in units_of(kind, period=_period(asked), program_id=asked.program_id)
        ]
        return _row_by_row(begun, told, earlier) if kind.code == "rows" else _counted(begun, kind, told, earlier)
    except TooHard:
        raise Invalid(
            {"column": _("This table has too many small groups to be sure. Choose fewer columns or a longer period.")}
        ) from None


def _kind_of(asked: Asked) -> Kind:
    kind = KINDS.get(asked.table)
    if kind is None:
        raise Invalid({"table": _("Choose from the list.")})
    if asked.first > asked.last:
        raise Invalid({"to_on": _("The period ends before it begins. Change one of the two days.")})
    if kind.code in ("rows", "indicators"):
        return kind
    if asked.row not in kind.rows or asked.column not in kind.columns or asked.row == asked.column:
        raise Invalid({"row": _("This table is not told apart so. Choose from the list.")})
    return kind


def _counted(begun: Prepared, kind: Kind, told: Sequence[Any], earlier: Sequence[Released]) -> Prepared:
    asked, limits = begun.asked, begun.limits
    table = tabulate(
        told,
        counts=kind.counts,
        universe=kind.universe,
        by=asked.by,
        first=asked.first,
        last=asked.last,
        holds=_holds(asked),
        lasts=kind.lasts,
        groups={"answer": ANSWERS},
    )
    if len(list(table.places())) > MOST_CELLS:
        raise TooHard
    hidden = hide(table, limits, earlier)
    rows = table.dimensions[0].groups
    columns = table.dimensions[1].groups if len(asked.by) > 1 else ()
    named = [words.groups(code, one.groups, asked.table) for code, one in zip(asked.by, table.dimensions, strict=True)]
    numbers = printed(table)
    tells_share = asked.column == "answer"

    def shown(place: Place) -> Shown:
        why = hidden.places.get(place)
        return Shown(None if why else table.size(numbers[place]), why)

    def line(row: str, label: str) -> tuple[Shown, ...]:
        places: list[Place] = [(row, column) for column in columns] if columns else [(row,)]
        if columns and (row, TOTAL) in numbers:
            places.append((row, TOTAL))
        cells = [shown(place) for place in places]
        return (Shown(label), *cells, *([_share(cells[0], cells[1], limits)] if tells_share else []))

    heads = [words.dimension(asked.row, asked.table)]
    heads += [named[1][column] for column in columns] if columns else [str(capfirst(words.UNITS[asked.table]))]
    if columns and any(place[1] == TOTAL for place in numbers):
        heads.append(_("In all"))
    if tells_share:
        heads.append(_("Share of those of whom it is known, %"))
    order = sorted(
        rows, key=lambda code: (code in ("", "unknown"), named[0][code] if asked.row != "age" else _age(code))
    )
    lines = [line(row, named[0][row]) for row in order]
    if any(place[0] == TOTAL for place in numbers):
        lines.append(line(TOTAL, _("In all")))
    made = [Released(table, hidden.places)]
    return _done(begun, tuple(heads), tuple(lines), made, earlier, hidden.told_already)


def _age(code: str) -> str:
    return code.split("-")[0].rjust(3)


def _share(yes: Shown, no: Shown, limits: Limits) -> Shown:
    """The share, where both its parts are printed and it tells of no small group."""
    known = (int(yes.value or 0) + int(no.value or 0)) if yes.reason is None and no.reason is None else 0
    is_told = known >= limits.least_for_shares
    return Shown(round(100 * int(yes.value or 0) / known, 1) if is_told else None, is_share=True)


def _indicators(begun: Prepared, earlier: Sequence[Released]) -> Prepared:
    """Each indicator is a table of its own; each is laid beside those before it."""
    asked, limits = begun.asked, begun.limits
    made: list[Released] = []
    rows, facts, told_already = [], [], 0
    targets = targets_on(actor=SYSTEM, day=asked.last, program_id=asked.program_id)
    for code, counts in public_indicators():
        units = [(one.unit, one.family, one.groups) for one in answers_of(code, _period(asked), asked.program_id)]
        table = tabulate(
            units,
            counts=counts,
            universe=code,
            by=("answer",),
            first=asked.first,
            last=asked.last,
            holds=_holds(asked),
            groups={"answer": ANSWERS},
        )
        if not units:
            continue
        hidden = hide(table, limits, [*earlier, *made])
        told_already += hidden.told_already
        made.append(Released(table, hidden.places))
        parts = {
            answer: Shown(None if (why := hidden.places.get((answer,))) else table.size([(answer,)]), why)
            for answer in ANSWERS
        }
        one = find_indicator(actor=SYSTEM, code=code)
        share = _share(parts["yes"], parts["no"], limits)
        rows.append((Shown(f"{code}. {title_of(one)}"), *parts.values(), share))
        facts.append(
            {
                "id": code,
                "title": title_of(one),
                "definition": definition(one),
                **{answer: shown.value for answer, shown in parts.items()},
                "share": share.value,
                "target": _in_percent(targets.get(code)),
                "is_more_better": code not in LESS_IS_BETTER,
            }
        )
    answers = words.groups("answer", ANSWERS)
    heads = (_("Indicator"), *(answers[one] for one in ANSWERS), _("Share of those of whom it is known, %"))
    done = _done(begun, heads, tuple(rows), made, earlier, told_already)
    return Prepared(
        done.asked, limits, done.title, heads, done.rows, done.tables, told_already, 0, done.problem, tuple(facts)
    )


def _in_percent(target: Target | None) -> float | None:
    """A target of a share as the files of other systems want it; one that nobody set is none."""
    return None if target is None else round(100 * float(target.value), 1)


def _row_by_row(begun: Prepared, told: Sequence[Any], earlier: Sequence[Released]) -> Prepared:
    asked, limits = begun.asked, begun.limits
    rows = {unit: tuple(groups[code] for code in ROW_COLUMNS) for unit, _family, groups in told}
    alike = make_alike(rows, limits, COARSER)
    places = by_place(alike)
    found = {code: tuple(sorted({row[at] for row in places})) for at, code in enumerate(ROW_COLUMNS)}
    dimensions = tuple(dimension(code, groups, KINDS["rows"].universe) for code, groups in found.items())
    table = Table(
        KINDS["rows"].counts, KINDS["rows"].universe, dimensions, asked.first, asked.last, places,
        holds=_holds(asked), has_totals=False,
    )  # fmt: skip
    hidden = hide(table, limits, earlier)
    kept = [place for place in table.places() if place not in hidden.places]
    named = {code: {TOTAL: "*", **words.groups(code, groups)} for code, groups in found.items()}
    shown = [
        tuple(Shown(named[code][group]) for code, group in zip(ROW_COLUMNS, place, strict=True))
        for place in kept
        for _unit in range(len(places[place]))
    ]
    left_out = len(rows) - len(shown)
    heads = tuple(words.dimension(code) for code in ROW_COLUMNS)
    made = [Released(table, hidden.places)]
    done = _done(begun, heads, tuple(shown), made, earlier, hidden.told_already)
    return Prepared(
        done.asked, limits, done.title, heads, done.rows, done.tables, done.told_already, left_out, done.problem
    )


def _done(
    begun: Prepared,
    heads: tuple[str, ...],
    rows: tuple[tuple[Shown, ...], ...],
    made: Sequence[Released],
    earlier: Sequence[Released],
    told_already: int,
) -> Prepared:
    is_told = any(isinstance(one.value, int) and one.value > 0 and not one.is_share for row in rows for one in row)
    is_row = begun.asked.table == "rows" and any(one.value != "*" for row in rows for one in row[:-1])
    problem = "" if is_told or is_row else _nothing_left(made)
    if any(tell_each_other(one, other) for one in made for other in earlier):
        problem = _children_told_twice()
    return Prepared(begun.asked, begun.limits, begun.title, heads, rows, tuple(made), told_already, problem=problem)


def _nothing_left(made: Sequence[Released]) -> str:
    if any(Reason.EARLIER in one.hidden.values() for one in made):
        return _(
            "Together with an earlier release this table would tell of a few families. "
            "Choose the same days as before, or wait until more families have come."
        )
    return _("There are too few families here to tell anything. Choose a longer period or the whole organization.")


def _children_told_twice() -> str:
    return _(
        "For these days both a table of children and one by the number of children in families would leave the house. "
        "Together they give hidden numbers back. Choose other days, or a table without the number of children."
    )


def _period(asked: Asked) -> Period:
    return Period(asked.first, asked.last, asked.last)


def _holds(asked: Asked) -> dict[str, str]:
    return {"program": str(asked.program_id)} if asked.program_id is not None else {}


def _program(program_id: int | None) -> str:
    if program_id is None:
        return ""
    found = next((one.name for one in list_programs(actor=SYSTEM) if one.pk == program_id), None)
    if found is None:
        raise Invalid({"program": _("This program is not in use any more. Choose another one.")})
    return str(found)


def choices_of(table: str) -> Iterator[tuple[str, str]]:
    """By which pairs of dimensions a table can be told apart."""
    kind = KINDS[table]
    if table == "rows":
        yield "", ""
        return
    for row in kind.rows:
        for column in kind.columns:
            if row != column:
                yield row, column
