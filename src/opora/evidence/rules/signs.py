"""Signs of a weak spot in the data that one row shows by itself, and those that only many rows show together.

Each sign is a code; `opora.evidence.words` has the sentence. Findings 1 to 8 are those of requirements 4.3.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum

from opora.evidence.rules.rows import OutcomeRow, number_order, number_series, number_shape

COMPLETE_ENOUGH = 0.8


class Sign(StrEnum):
    """Everything that may weaken a figure, in the order in which it is shown."""

    EXITS_MISSING = "exits_missing"
    ENTRIES_MISSING = "entries_missing"
    OPENED_AGAIN = "opened_again"
    EXITS_ALIKE = "exits_alike"  # finding 1
    ENTRIES_ALIKE = "entries_alike"
    NUMBERS_OUT_OF_ORDER = "numbers_out_of_order"  # finding 2
    FOLLOW_UP_LATE = "follow_up_late"  # finding 3
    NUMBERS_SPELLED_DIFFERENTLY = "numbers_spelled_differently"  # finding 4
    FOLLOW_UP_WITHOUT_SCORE = "follow_up_without_score"  # finding 5
    PLACEMENT_NOT_RECORDED = "placement_not_recorded"  # finding 6
    TOTALS_WITHOUT_ITEMS = "totals_without_items"  # finding 7
    BASELINES_DIFFER = "baselines_differ"  # finding 8
    RATINGS_INCOMPLETE = "ratings_incomplete"
    NO_SECTION_AT_ENTRY = "no_section_at_entry"
    CHANGE_WITHIN_NOISE = "change_within_noise"
    CRITERIA_DISAGREE = "criteria_disagree"
    UNRATED_ITEMS_MOVE_TOTAL = "unrated_items_move_total"
    FLOOR_AT_EXIT = "floor_at_exit"


def without_items(row: OutcomeRow) -> bool:
    return _measured(row) and not row.has_items


def without_assessor(row: OutcomeRow) -> bool:
    return _measured(row) and not row.assessor_known


def without_sections(row: OutcomeRow) -> bool:
    return (row.entry is not None and row.entry_sections is None) or (
        row.exit is not None and row.exit_sections is None
    )


# The same rules stand in sql/tally.sql; a test draws random rows and compares both.
ROW_SIGNS: Mapping[Sign, Callable[[OutcomeRow], bool]] = {
    Sign.EXITS_MISSING: lambda row: row.exit is None,
    Sign.ENTRIES_MISSING: lambda row: row.entry is None,
    Sign.FOLLOW_UP_LATE: lambda row: row.days_late > 0,
    Sign.FOLLOW_UP_WITHOUT_SCORE: lambda row: row.followed_up_on is not None and row.follow_up is None,
    Sign.PLACEMENT_NOT_RECORDED: lambda row: row.children_known < row.children,
    Sign.TOTALS_WITHOUT_ITEMS: lambda row: without_items(row) or without_assessor(row) or without_sections(row),
    Sign.RATINGS_INCOMPLETE: lambda row: any(
        share is not None and share < COMPLETE_ENOUGH for share in (row.entry_complete, row.exit_complete)
    ),
    Sign.NO_SECTION_AT_ENTRY: lambda row: row.entry_sections == 0,
    Sign.CHANGE_WITHIN_NOISE: lambda row: row.change == 1,
    Sign.CRITERIA_DISAGREE: lambda row: (
        row.change is not None and row.solved is not None and (row.change >= 1) != (row.solved >= 1)
    ),
    Sign.UNRATED_ITEMS_MOVE_TOTAL: lambda row: (
        row.change is not None and row.change_both is not None and row.change != row.change_both
    ),
}


def numbers_out_of_order(rows: Sequence[OutcomeRow]) -> list[int]:
    """Cases that began before a case with a lower number of the same department and series (finding 2)."""
    series: dict[tuple[int, str], list[tuple[int, OutcomeRow]]] = defaultdict(list)
    for row in rows:
        order = number_order(row.number)
        if order is not None:
            series[row.department_id, number_series(row.number)].append((order, row))
    early = []
    for numbered in series.values():
        latest = None
        # Of equal numbers the earlier start comes first, so that they never accuse each other.
        for _order, row in sorted(numbered, key=lambda pair: (pair[0], pair[1].opened_on, pair[1].case_id)):
            if latest is not None and row.opened_on < latest:
                early.append(row.case_id)
            latest = max(latest, row.opened_on) if latest else row.opened_on
    return sorted(early)


def numbers_spelled_differently(rows: Sequence[OutcomeRow]) -> list[int]:
    """Cases whose number is spelled unlike most of its series; of equally common spellings the first is usual."""
    spellings: dict[tuple[int, str], Counter[str]] = defaultdict(Counter)
    for row in rows:
        spellings[row.department_id, number_series(row.number)][number_shape(row.number)] += 1
    usual = {key: min(shapes, key=lambda shape: (-shapes[shape], shape)) for key, shapes in spellings.items()}
    return sorted(
        row.case_id for row in rows if number_shape(row.number) != usual[row.department_id, number_series(row.number)]
    )


# What the closed cases cannot show themselves: these are not among them any more.
OUTSIDE = frozenset({Sign.OPENED_AGAIN})

SERIES_SIGNS: Mapping[Sign, Callable[[Sequence[OutcomeRow]], list[int]]] = {
    Sign.NUMBERS_OUT_OF_ORDER: numbers_out_of_order,
    Sign.NUMBERS_SPELLED_DIFFERENTLY: numbers_spelled_differently,
}


def _measured(row: OutcomeRow) -> bool:
    return row.entry is not None or row.exit is not None
