"""A table as it would leave the house: counted, small groups hidden, laid beside what left before."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from opora.access.rules import SYSTEM, Actor
from opora.common.errors import Invalid
from opora.programs.queries import list_programs
from opora.release import policies, words
from opora.release.queries.finishing import done, holds, period_of, share
from opora.release.queries.of_indicators import of_indicators
from opora.release.queries.prepared import Asked, Prepared, Shown
from opora.release.queries.register import earlier_tables, limits_in_force
from opora.release.queries.units import units_of
from opora.release.rules import TOTAL, Place, Table, TooHard, hide, printed
from opora.release.rules.hiding import Released
from opora.release.rules.kinds import ANSWERS, COARSER, KINDS, ROW_COLUMNS, Kind
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
            return of_indicators(begun, earlier)
        told = [
            (one.unit, one.family, one.groups)
            for one in units_of(kind, period=period_of(asked), program_id=asked.program_id)
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
        holds=holds(asked),
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
        return (Shown(label), *cells, *([share(cells[0], cells[1], limits)] if tells_share else []))

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
    return done(begun, tuple(heads), tuple(lines), made, earlier, hidden.told_already)


def _age(code: str) -> str:
    return code.split("-")[0].rjust(3)


def _row_by_row(begun: Prepared, told: Sequence[Any], earlier: Sequence[Released]) -> Prepared:
    asked, limits = begun.asked, begun.limits
    rows = {unit: tuple(groups[code] for code in ROW_COLUMNS) for unit, _family, groups in told}
    alike = make_alike(rows, limits, COARSER)
    places = by_place(alike)
    found = {code: tuple(sorted({row[at] for row in places})) for at, code in enumerate(ROW_COLUMNS)}
    dimensions = tuple(dimension(code, groups, KINDS["rows"].universe) for code, groups in found.items())
    table = Table(
        KINDS["rows"].counts, KINDS["rows"].universe, dimensions, asked.first, asked.last, places,
        holds=holds(asked), has_totals=False,
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
    finished = done(begun, heads, tuple(shown), made, earlier, hidden.told_already)
    return replace(finished, left_out=left_out)


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
