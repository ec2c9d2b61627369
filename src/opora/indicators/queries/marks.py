"""By what one knows that what was counted still holds: the days on which records changed that figures rest on.

The database marks these days in the transaction of the change itself (0033). A mark is a line, and the lines of some
days are known by how many there are and which is the newest; once a night they become one.
"""

import re
from collections.abc import Callable, Hashable, Sequence
from datetime import date
from functools import cache
from typing import Any

from opora.common.planning import ask_known
from opora.indicators.queries.kept import marks
from opora.indicators.queries.statements import Asked, Reach, base_of, facts_of
from opora.indicators.rules import MEASURES, REACHED, RECORDED, Day, Period

# Answers to own fields mark no days: whose case or family a fact is tells which answers count, too.
OF_FIELDS = ("details", "whose")
OF_CASES = "case:"
"""Before the name of a mark that matters only to whoever sees single cases (migration 0006)."""
# What is written of a path or a case alone; whatever hangs on one that moves is marked itself.
_MARKED_BY_WHAT_HANGS_ON_THEM = {"cases_case", "process_route"}
_READS = re.compile(r"^-- reads: (.+)$", re.MULTILINE)
_MARKS = re.compile(r"^-- marks: (.+)$", re.MULTILINE)
FORMER = "evidence_formerfact"
"""Of closings that were undone: a figure hangs on the day one looks from only before some case was opened again."""
# reads: evidence_formerfact
_NOW = """
SELECT source, first, last, COUNT(*), MAX(id) FROM indicators_daysmark GROUP BY source, first, last
 UNION ALL
SELECT '', MAX(opened_again_on), MAX(opened_again_on), 0, 0 FROM evidence_formerfact
"""


@cache
def _named(statement: str) -> frozenset[str]:
    if own := _MARKS.findall(statement):
        return frozenset(re.findall(r"\w+", " ".join(own)))
    tables = frozenset(name for line in _READS.findall(statement) for name in re.findall(r"\w+", line))
    return tables - _MARKED_BY_WHAT_HANGS_ON_THEM


def sources_of(asked: Asked) -> tuple[str, ...]:
    """The marks that tell of a change in what this question reads."""
    texts = [facts_of(asked), *(base_of(name) for name in asked.measure.base)]
    return tuple(sorted(frozenset().union(*map(_named, texts))))


def sources_of_all() -> list[str]:
    """The marks that tell of a change in anything any measure reads."""
    return sorted({source for one in (*MEASURES.values(), REACHED, RECORDED) for source in sources_of(Asked(one, ()))})


def mark_of(reach: Reach, asked: Sequence[Asked]) -> Callable[[Asked, Period], Hashable]:
    """The mark of each of these questions over some days, as the records are now.

    Where single cases are seen and not all, it matters as well that records came to hang on a case.
    """
    fields = marks(OF_FIELDS) if any(one.by_fields for one in asked) else {}
    told: dict[str, list[tuple[Any, Any, int, int]]] = {}
    for source, first, last, times, newest in ask_known(_NOW, {}):
        told.setdefault(source, []).append((first, last, times, newest))
    known: dict[tuple[str, bool, date, date], Hashable] = {}

    def of(source: str, is_state: bool, days: Period) -> Hashable:
        key = source, is_state, days.first, days.last
        if key not in known:
            # A state hangs on all that was before.
            found = [
                (times, newest)
                for first, last, times, newest in told.get(source, ())
                if first <= days.last and (is_state or last >= days.first)
            ]
            known[key] = sum(times for times, _newest in found), max((newest for _times, newest in found), default=0)
        return known[key]

    named = ("",) if reach is None else ("", OF_CASES)
    sources = {id(one): [name + source for source in sources_of(one) for name in named] for one in asked}
    again = next(last for _first, last, _times, _newest in told.pop(""))

    def mark(one: Asked, days: Period) -> Hashable:
        is_state = one.measure.day is Day.STATE
        found: tuple[Hashable, ...] = tuple(of(source, is_state, days) for source in sources[id(one)])
        if again is not None and days.as_of < again and FORMER in sources[id(one)]:
            found = (*found, days.as_of)
        return (found, tuple(sorted(fields.items()))) if one.by_fields else found

    return mark
