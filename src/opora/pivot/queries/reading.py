"""A table with its figures, as far as the reader may count."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db import connection

from opora.access.rules import Actor
from opora.common.errors import NotFound
from opora.common.kept import Kept
from opora.indicators.queries.kept import marks
from opora.indicators.queries.statements import reach_of
from opora.pivot import policies
from opora.pivot.queries.own_fields import for_reader, seen_by
from opora.pivot.queries.saved import find_table
from opora.pivot.queries.statement import Asked, counted, told_results
from opora.pivot.rules import ALL, Cell, Definition, Key, Period, days_of, definition_from, problems_of

# Figures alone, and only as long as nothing changed in the rooms they rest on.
_KEPT = Kept(300)


@dataclass(frozen=True, slots=True)
class Result:
    """A definition with its cells: a row and a column by their codes, or ALL of them; "" is what is not known."""

    definition: Definition
    period: Period
    cells: Mapping[Key, Cell]
    title: str = ""
    table_id: int | None = None
    number: int = 0

    @property
    def whole(self) -> Cell:
        """Everything together, each thing once."""
        return self.cells.get((ALL, ALL), Cell())

    @property
    def rows(self) -> list[str]:
        """The codes of its rows, unordered."""
        return [row for row, column in self.cells if row is not ALL and column is ALL]

    @property
    def columns(self) -> list[str]:
        """The codes of its columns, unordered; none where it has one figure a row."""
        return [column for row, column in self.cells if row is ALL and column is not ALL]


def run_table(*, actor: Actor, table_id: int, as_of: date) -> Result:
    """A saved table run as of a day: moving periods move along with it. Raises Refused, NotFound."""
    table = find_table(actor=actor, table_id=table_id)
    definition = for_reader(actor=actor, definition=definition_from(table.data))
    if problems_of(definition):
        raise NotFound
    return read_table(
        actor=actor,
        definition=definition,
        as_of=as_of,
        title=table.title,
        table_id=table.pk,
        number=table.number,
    )


def read_table(
    *,
    actor: Actor,
    definition: Definition,
    as_of: date,
    title: str = "",
    table_id: int | None = None,
    number: int = 0,
    tells_health: bool = True,
) -> Result:
    """What the definition counts in the cases this person reaches; it must be free of problems. Raises Refused.

    NotFound where it names an own field that is not for this person. ``tells_health`` is given up where others, who may
    not read of illnesses, will see the answer.
    """
    policies.check_can_read(actor)
    definition = seen_by(actor, definition)
    period = days_of(definition.period, as_of, definition.first, definition.last)
    if period.is_empty:
        return Result(definition, period, {}, title, table_id, number)
    asked = Asked(definition, period, reach_of(actor), actor, tells_health)
    rooms = rooms_of(definition)
    now = marks(rooms)
    # Of results about health it depends on the reader whether they are told.
    who = tuple(told_results(actor, tells_health)) if definition.about.statement == "results" else ()
    key = (repr(definition), period, asked.reach, who, tuple(now[room] for room in rooms))
    return Result(definition, period, _KEPT.get(key, lambda: _count(asked)), title, table_id, number)


def rooms_of(definition: Definition) -> list[str]:
    """The rooms on whose records a table rests."""
    known = definition.known
    rests = set(definition.about.rests)
    for code in (definition.rows, definition.columns, *definition.filters):
        rests |= set(known[code].rests) if code else set()
    return sorted(rests)


def _count(asked: Asked) -> dict[Key, Cell]:
    sentence, values = counted(asked)
    has_columns = bool(asked.definition.columns)
    found: dict[Key, Cell] = {}
    with connection.cursor() as cursor:
        cursor.execute(sentence, values)
        for every_row, every_column, row, column, *figures in cursor.fetchall():
            key = (ALL if every_row else row, ALL if every_column or not has_columns else column)
            found[key] = _cell(*figures)
    return found


def _cell(yes: int, no: int, unknown: int, amount: object, measured: int, middle: object, unnamed: int) -> Cell:
    middle_one = None if middle is None else float(str(middle))
    return Cell(yes, no, unknown, float(str(amount)), measured, middle_one, unnamed)
