"""Tallies of programs, counted by the database: the same as `rules.tally` over the same rows."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import BigIntegerField, Count, F, Func, Max, Q, QuerySet, Sum, TextField, Value
from django.db.models.functions import Cast, Concat

from opora.common.kept import Kept
from opora.evidence.models import CaseFact
from opora.evidence.queries import signs
from opora.evidence.queries.put_together import statement
from opora.evidence.rules.children import FIELDS, ChildCounts
from opora.evidence.rules.counts import Counts
from opora.evidence.rules.signs import Sign
from opora.evidence.rules.tally import Sums, Tally

KEPT = ("sum_", "sign_", "child_", "order_")

_SECTIONS = Q(entry_sections__isnull=False, exit_sections__isnull=False)
_ITEMS = Q(change__isnull=False, solved__isnull=False)
_BOTH = Q(change__isnull=False, change_both__isnull=False)

SUMS: Mapping[str, Count | Sum] = {
    "closed": Count("*"),
    "section_pairs": Count("case_id", filter=_SECTIONS),
    "entry_sections": Sum("entry_sections", filter=_SECTIONS, default=0),
    "exit_sections": Sum("exit_sections", filter=_SECTIONS, default=0),
    "item_pairs": Count("case_id", filter=_ITEMS),
    "any_solved": Count("case_id", filter=Q(change__isnull=False, solved__gte=1)),
    "solved": Sum("solved", filter=_ITEMS, default=0),
    "new": Sum("new", filter=_ITEMS, default=0),
    "both_pairs": Count("case_id", filter=_BOTH),
    "change_both": Sum("change_both", filter=_BOTH, default=0),
    "followed_up": Count("followed_up_on"),
    "with_items": Count("case_id", filter=Q(has_items=True)),
    "without_items": Count("case_id", filter=signs.WITHOUT_ITEMS),
    "without_assessor": Count("case_id", filter=signs.WITHOUT_ASSESSOR),
    "without_sections": Count("case_id", filter=signs.WITHOUT_SECTIONS),
}
# Children as the cases tell of them, by the names of `ChildCounts`: who is named by two cases stands there twice.
CHILDREN: Mapping[str, Sum] = {
    name: Sum("children" if name == "children" else f"children_{name}", default=0) for name in FIELDS
}
# By what one knows that cases still stand in the same order: a number for each, added up.
_PLACE = ("case_id", "department_id", "number_series", "number_order", "opened_on")
_PLACED = Concat(*(part for name in _PLACE for part in (Cast(name, TextField()), Value(" "))), output_field=TextField())
ORDER: Mapping[str, Count | Sum] = {
    "order_cases": Count("*"),
    "order_sum": Sum(Func(_PLACED, Value(0), function="hashtextextended", output_field=BigIntegerField()), default=0),
}
_EARLY = Kept(200)
_LATE = signs.ROW_SIGNS[Sign.FOLLOW_UP_LATE]


@dataclass(slots=True)
class Added:
    """The closed cases of one program as sums that can be added to others, month by month."""

    figures: Counter[str] = field(default_factory=Counter)
    worst: int = 0
    scores: Counter[tuple[int | None, int | None]] = field(default_factory=Counter)
    # Department, series, shape: how the numbers are spelled.
    spellings: Counter[tuple[int, str, str]] = field(default_factory=Counter)

    def take(self, figures: Mapping[str, Any]) -> None:
        """Add the row that `figures_of` asked for."""
        late = figures.get("worst") or 0
        self.worst = max(self.worst, late.days if isinstance(late, timedelta) else late)
        self.figures.update({name: int(figures[name]) for name in figures if name.startswith(KEPT)})

    def join(self, other: "Added") -> None:
        """Add what was added up elsewhere."""
        self.worst = max(self.worst, other.worst)
        self.figures.update(other.figures)
        self.scores.update(other.scores)
        self.spellings.update(other.spellings)


def figures_of() -> dict[str, Any]:
    """What is asked of the database for a group of cases."""
    figures: dict[str, Any] = {f"sum_{name}": figure for name, figure in SUMS.items()}
    figures |= {f"child_{name}": figure for name, figure in CHILDREN.items()}
    figures |= {f"sign_{sign}": Count("case_id", filter=shows) for sign, shows in signs.ROW_SIGNS.items()}
    figures |= ORDER
    return figures | {"worst": Max(F("followed_up_on") - F("follow_up_due_on"), filter=_LATE)}


def count_up(seen: QuerySet[CaseFact], into: dict[int, Added] | None = None) -> dict[int, Added]:
    """Walk through these facts and add them up by program."""
    added: dict[int, Added] = defaultdict(Added) if into is None else into
    for row in seen.order_by().values("program_id").annotate(**figures_of()):
        added[row["program_id"]].take(row)
    # One question for both: whatever is grouped here is few beside the cases themselves.
    keys = ("program_id", "department_id", "number_series", "number_shape", "entry", "exit")
    for *key, cases in seen.order_by().values_list(*keys).annotate(cases=Count("*")):
        program, department, series, shape, entry, exit_ = key
        added[program].scores[entry, exit_] += cases
        added[program].spellings[department, series, shape] += cases
    return added


def out_of_order(seen: QuerySet[CaseFact], known_by: Hashable | None = None) -> Counter[int]:
    """How many cases of each program began before one with a lower number."""

    def early() -> QuerySet[CaseFact, int]:
        return signs.out_of_order(seen).order_by().values_list("program_id", flat=True)

    try:
        text, parameters = statement("out of order", early, known_by)
    except EmptyResultSet:
        return Counter()
    with connection.cursor() as cursor:
        counted = ("SELECT program_id, COUNT(*) FROM (", text, ") early GROUP BY program_id")
        cursor.execute(" ".join(counted), parameters)
        return Counter(dict(cursor.fetchall()))


def early_by_program(
    seen: QuerySet[CaseFact], added: Mapping[int, Added], known_by: Hashable | None, cohort: Hashable
) -> Counter[int]:
    """The same, walked through anew only for programs in which a case was closed, opened again or numbered otherwise.

    A form that was corrected changes no order. `cohort` says which period and departments are read, whoever asks.
    """
    if known_by is None:
        return out_of_order(seen)
    marks = {program: (program, cohort, _order_of(one)) for program, one in added.items()}
    early = {program: None if mark[-1] is None else _EARLY.find(mark) for program, mark in marks.items()}
    if missing := [program for program, kept in early.items() if kept is None]:
        walked = out_of_order(seen.filter(program_id__in=missing), (known_by, *missing))
        early |= {program: _EARLY.put(marks[program], walked[program]) for program in missing}
    return Counter({program: cases for program, cases in early.items() if cases})


def _order_of(added: Added) -> tuple[int, int] | None:
    """The mark of the order; None where a month was counted before its order was kept."""
    cases = added.figures["order_cases"]
    return (cases, added.figures["order_sum"]) if cases == added.figures["sum_closed"] else None


def tallies(added: Mapping[int, Added], early: Mapping[int, int], twice: Mapping[int, ChildCounts]) -> dict[int, Tally]:
    """One tally per program that has a case; `twice` is what was counted of children more than once."""
    return {
        program: _tally(program, one, early.get(program, 0), twice.get(program, ChildCounts()))
        for program, one in added.items()
    }


def _tally(program: int, added: Added, early: int, twice: ChildCounts) -> Tally:
    flagged = Counter({sign: added.figures[f"sign_{sign}"] for sign in signs.ROW_SIGNS})
    flagged[Sign.NUMBERS_OUT_OF_ORDER] = early
    spelled = [(program, *key, cases) for key, cases in sorted(added.spellings.items())]
    flagged[Sign.NUMBERS_SPELLED_DIFFERENTLY] = sum(group[4] for group in signs.unusual_spellings(spelled))
    scores = added.scores.items()
    return Tally(
        sums=Sums(**{name: added.figures[f"sum_{name}"] for name in SUMS}),
        pairs={(entry, exit_): n for (entry, exit_), n in scores if entry is not None and exit_ is not None},
        single_entries=_single((entry, n) for (entry, exit_), n in scores if exit_ is None),
        single_exits=_single((exit_, n) for (entry, exit_), n in scores if entry is None),
        worst_days_late=added.worst,
        flagged=+flagged,
        children=ChildCounts(*(added.figures[f"child_{name}"] for name in FIELDS)) - twice,
    )


def _single(scored: Iterable[tuple[int | None, int]]) -> Counts:
    return Counts.of({score: cases for score, cases in scored if score is not None})
