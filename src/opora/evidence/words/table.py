"""The outcome table with the columns of the source tables, in their order and under their titles (S3-77, S3-78)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import pgettext

from opora.evidence.rules.outcomes import ProgramOutcome
from opora.evidence.rules.rows import OutcomeRow

COLUMNS = {
    "support": (
        "place", "department", "parent", "children", "number", "opened_on", "closed_on", "entry", "exit", "change",
    ),
    "shelter": (
        "place", "department", "parent", "children", "number", "opened_on", "extended_to", "closed_on",
        "followed_up_on", "entry", "exit", "change",
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its key among the row's values and its title."""

    key: str
    title: str
    is_number: bool = False
    is_day: bool = False


def columns(layout: str) -> tuple[Column, ...]:
    """The columns of a layout, "support" or "shelter"; the title of the closing day differs between them."""
    titles = {
        "place": pgettext("outcome table", "No."),
        "department": pgettext("outcome table", "DEPARTMENT"),
        "parent": pgettext("outcome table", "parent code"),
        "children": pgettext("outcome table", "child code"),
        "number": pgettext("outcome table", "CASE NO."),
        "opened_on": pgettext("outcome table", "case opened ON"),
        "extended_to": pgettext("outcome table", "extension"),
        "closed_on": pgettext("outcome table", "closed on"),
        "followed_up_on": pgettext("outcome table", "follow-up after 6 months"),
        "entry": pgettext("outcome table", "number of weak sides, entry"),
        "exit": pgettext("outcome table", "number of weak sides, exit"),
        "change": pgettext("outcome table", "change"),
    }
    if layout == "shelter":
        titles["closed_on"] = pgettext("outcome table", "left the crisis centre, closed")
    numbers, dated = {"place", "entry", "exit", "change"}, {"opened_on", "extended_to", "closed_on", "followed_up_on"}
    return tuple(Column(key, titles[key], key in numbers, key in dated) for key in COLUMNS[layout])


def cells(row: OutcomeRow, *, place: int, layout: str) -> tuple[str | int | date | None, ...]:
    """The values of a row in the order of `columns`; place counts from 1. None stays an empty cell, never a zero."""
    values: dict[str, str | int | date | None] = {
        "place": place,
        "department": row.department,
        "parent": row.parent,
        "children": ",".join(row.children_codes),
        "number": row.number,
        "opened_on": row.opened_on,
        "extended_to": row.extended_to,
        "closed_on": row.closed_on,
        "followed_up_on": row.followed_up_on,
        "entry": row.entry,
        "exit": row.exit,
        "change": row.change,
    }
    return tuple(values[key] for key in COLUMNS[layout])


def totals(outcome: ProgramOutcome) -> Sequence[str | int | None]:
    """The line under the table: sums of weak sides over the cases assessed both times, in the order of `columns`."""
    sums = {"entry": outcome.entry.total, "exit": outcome.exit.total, "change": outcome.change.total}
    first = pgettext("outcome table", "Total")
    if outcome.paired < outcome.closed:
        first = pgettext("outcome table", "Total of those assessed both times")
    return tuple(first if key == "department" else sums.get(key) for key in COLUMNS[outcome.layout])
