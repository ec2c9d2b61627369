"""Tallies of programmes, counted by the database: the same as `rules.tally` over the same rows."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from datetime import timedelta
from typing import Any

from django.db.models import Count, F, Max, Q, QuerySet, Sum

from opora.evidence.models import CaseFact
from opora.evidence.queries import signs
from opora.evidence.rules.counts import Counts
from opora.evidence.rules.signs import Sign
from opora.evidence.rules.tally import Sums, Tally

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
    "children": Sum("children", default=0),
    "children_known": Sum("children_known", default=0),
    "children_kept": Sum("children_kept", default=0),
    "children_with_relatives": Sum("children_with_relatives", default=0),
    "followed_up": Count("followed_up_on"),
    "with_items": Count("case_id", filter=Q(has_items=True)),
    "without_items": Count("case_id", filter=signs.WITHOUT_ITEMS),
    "without_assessor": Count("case_id", filter=signs.WITHOUT_ASSESSOR),
    "without_sections": Count("case_id", filter=signs.WITHOUT_SECTIONS),
}
_LATE = signs.ROW_SIGNS[Sign.FOLLOW_UP_LATE]


def tallies(seen: QuerySet[CaseFact]) -> dict[int, Tally]:
    """One tally per programme that has a case among these facts."""
    scores = _scores(seen)
    flagged: dict[int, Counter[Sign]] = defaultdict(Counter)
    sums: dict[int, Sums] = {}
    worst: dict[int, int] = {}
    for program, figures in _sums(seen):
        sums[program] = Sums(**{name: figures[f"sum_{name}"] for name in SUMS})
        worst[program] = (figures["worst"] or timedelta()).days
        flagged[program].update({sign: figures[f"sign_{sign}"] for sign in signs.ROW_SIGNS})
    for program in signs.out_of_order(seen).order_by().values_list("program_id", flat=True):
        flagged[program][Sign.NUMBERS_OUT_OF_ORDER] += 1
    for program, _, _, _, cases in signs.unusual_spellings(signs.spellings(seen)):
        flagged[program][Sign.NUMBERS_SPELLED_DIFFERENTLY] += cases
    return {
        program: Tally(
            sums=sums[program],
            pairs={(entry, exit_): n for entry, exit_, n in groups if entry is not None and exit_ is not None},
            single_entries=_single((entry, n) for entry, exit_, n in groups if exit_ is None),
            single_exits=_single((exit_, n) for entry, exit_, n in groups if entry is None),
            worst_days_late=worst[program],
            flagged=+flagged[program],
        )
        for program, groups in scores.items()
    }


def _sums(seen: QuerySet[CaseFact]) -> Iterable[tuple[int, Mapping[str, Any]]]:
    figures = {f"sum_{name}": figure for name, figure in SUMS.items()}
    shown = {f"sign_{sign}": Count("case_id", filter=shows) for sign, shows in signs.ROW_SIGNS.items()}
    worst = Max(F("followed_up_on") - F("follow_up_due_on"), filter=_LATE)
    groups: Iterable[Mapping[str, Any]] = seen.order_by().values("program_id").annotate(**figures, **shown, worst=worst)
    return ((group["program_id"], group) for group in groups)


def _scores(seen: QuerySet[CaseFact]) -> dict[int, list[tuple[int | None, int | None, int]]]:
    found: dict[int, list[tuple[int | None, int | None, int]]] = defaultdict(list)
    groups = seen.order_by().values_list("program_id", "entry", "exit").annotate(cases=Count("*"))
    for program, entry, exit_, cases in groups:
        found[program].append((entry, exit_, cases))
    return found


def _single(scored: Iterable[tuple[int | None, int]]) -> Counts:
    return Counts.of({score: cases for score, cases in scored if score is not None})
