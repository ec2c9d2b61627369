"""What a careful reader should know before trusting the figures: raised by the data themselves, each with its cases."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from opora.evidence.rules.counts import Counts
from opora.evidence.rules.rows import OutcomeRow
from opora.evidence.rules.signs import OUTSIDE, ROW_SIGNS, SERIES_SIGNS, Sign
from opora.evidence.rules.tally import Tally

# Fewer equal values are a coincidence; from here on a target, a default or a ceiling is suspected.
ALIKE_CASES = 3
ALIKE_SHARE = 0.8
# From this share of improvements by exactly one on, the success rests on what another day's rating may undo.
NOISE_SHARE = 0.2
FLOOR_CASES = 5
FLOOR_SHARE = 0.15
# A gap between two groups: how much more often a case of one stands above a case of the other than below it.
BASELINE_CASES = 3
BASELINE_GAP = 0.33


@dataclass(frozen=True, slots=True)
class Baseline:
    """Where a program's families stood at entry: cases measured and their mean number of weak sides."""

    program: str
    cases: int
    mean: float


@dataclass(frozen=True, slots=True)
class Finding:
    """A weak spot in the data: how many cases it speaks of and the figures its sentence in `words` uses.

    `case_ids` are filled by whoever has the rows (`cases_behind`) and may be cut short; `cases` never is.
    `baselines` is filled for BASELINES_DIFFER.
    """

    code: Sign
    cases: int
    figures: Mapping[str, int]
    baselines: tuple[Baseline, ...] = ()
    case_ids: tuple[int, ...] = ()


def find(data: Tally, *, program: str = "", others: Mapping[str, Tally] | None = None) -> tuple[Finding, ...]:
    """All findings on one program; `others` are the programs shown beside it, by name (requirements 4.3)."""
    raised = [*_alike(data), *_flagged(data), *_floor(data), *baselines(data, program, others or {})]
    order = list(Sign)
    return tuple(sorted(raised, key=lambda finding: order.index(finding.code)))


def find_in_pool(parts: Mapping[str, Tally]) -> tuple[Finding, ...]:
    """Whether the parts of a pool began so far apart that one figure for all of them misleads (finding 8, Q-12)."""
    for name, part in parts.items():
        others = {other: data for other, data in parts.items() if other != name}
        if baselines(part, name, others):
            begun = tuple(_baseline(here, data.entries) for here, data in parts.items() if data.entries.n)
            cases = sum(baseline.cases for baseline in begun)
            return (Finding(Sign.BASELINES_DIFFER, cases, {"cases": cases}, begun),)
    return ()


def cases_behind(finding: Finding, rows: Sequence[OutcomeRow]) -> tuple[int, ...]:
    """The cases a finding speaks of, in rising order of id; of those outside the table none is at hand here."""
    if finding.code in OUTSIDE:
        return ()
    if finding.code in SERIES_SIGNS:
        return tuple(sorted(SERIES_SIGNS[finding.code](rows)))
    shows = ROW_SIGNS.get(finding.code) or _shows(finding)
    return tuple(sorted(row.case_id for row in rows if shows(row)))


def _shows(finding: Finding) -> Callable[[OutcomeRow], bool]:
    """Whether one row belongs to a finding that only the whole table could raise."""
    if finding.code is Sign.EXITS_ALIKE:
        return lambda row: row.exit == finding.figures["value"]
    if finding.code is Sign.ENTRIES_ALIKE:
        return lambda row: row.entry == finding.figures["value"]
    if finding.code is Sign.FLOOR_AT_EXIT:
        return lambda row: row.exit is not None and row.exit <= 0
    return lambda row: row.entry is not None


def gap(here: Counts, there: Counts) -> float:
    """How far two groups stand apart: from -1 (all below) over 0 (mixed evenly) to +1 (all above)."""
    if not here.n or not there.n:
        return 0.0
    balance = sum(
        times * (there.at_most(value - 1) - there.at_least(value + 1))
        for value, times in zip(here.values, here.times, strict=True)
    )
    return balance / (here.n * there.n)


def _alike(data: Tally) -> list[Finding]:
    found = []
    for sign, scores in ((Sign.EXITS_ALIKE, data.exits), (Sign.ENTRIES_ALIKE, data.entries)):
        commonest = scores.commonest
        if commonest is None or scores.n < ALIKE_CASES or commonest[1] < ALIKE_SHARE * scores.n:
            continue
        figures = {"value": commonest[0], "cases": commonest[1], "total": scores.n}
        found.append(Finding(sign, commonest[1], figures))
    return found


def _flagged(data: Tally) -> list[Finding]:
    sums = data.sums
    improved = data.changes.at_least(1)
    more: dict[Sign, dict[str, int]] = {
        Sign.EXITS_MISSING: {"total": sums.closed},
        Sign.ENTRIES_MISSING: {"total": sums.closed},
        Sign.OPENED_AGAIN: {},
        Sign.NUMBERS_OUT_OF_ORDER: {"total": sums.closed},
        Sign.NUMBERS_SPELLED_DIFFERENTLY: {"total": sums.closed},
        Sign.FOLLOW_UP_LATE: {"total": sums.followed_up, "worst": data.worst_days_late},
        Sign.FOLLOW_UP_WITHOUT_SCORE: {"total": sums.followed_up},
        Sign.PLACEMENT_NOT_RECORDED: {
            "total": sums.closed,
            "children": data.children.children,
            "unknown": data.children.children - data.children.known,
        },
        Sign.TOTALS_WITHOUT_ITEMS: {
            "total": sums.closed,
            "without_items": sums.without_items,
            "without_assessor": sums.without_assessor,
            "without_sections": sums.without_sections,
        },
        Sign.RATINGS_INCOMPLETE: {"total": sums.with_items},
        Sign.NO_SECTION_AT_ENTRY: {"total": sums.section_pairs},
        Sign.CHANGE_WITHIN_NOISE: {"total": improved},
        Sign.CRITERIA_DISAGREE: {"total": sums.item_pairs},
        Sign.UNRATED_ITEMS_MOVE_TOTAL: {"total": sums.both_pairs},
    }
    found = []
    for sign, figures in more.items():
        cases = data.flagged.get(sign, 0)
        if not cases or (sign is Sign.CHANGE_WITHIN_NOISE and cases < NOISE_SHARE * improved):
            continue
        found.append(Finding(sign, cases, {"cases": cases} | figures))
    return found


def _floor(data: Tally) -> list[Finding]:
    at_floor = data.exits.at_most(0)
    if data.exits.n < FLOOR_CASES or at_floor < FLOOR_SHARE * data.exits.n:
        return []
    return [Finding(Sign.FLOOR_AT_EXIT, at_floor, {"cases": at_floor, "total": data.exits.n})]


def baselines(data: Tally, program: str, others: Mapping[str, Tally]) -> list[Finding]:
    """Whether the families of a program begin far from those of another one; all that others mean for it."""
    here = data.entries
    apart = {
        name: other.entries
        for name, other in others.items()
        if min(here.n, other.entries.n) >= BASELINE_CASES and abs(gap(here, other.entries)) >= BASELINE_GAP
    }
    if not apart:
        return []
    begun = tuple(_baseline(name, entries) for name, entries in ({program: here} | apart).items())
    return [Finding(Sign.BASELINES_DIFFER, here.n, {"cases": here.n}, begun)]


def _baseline(program: str, entries: Counts) -> Baseline:
    return Baseline(program, entries.n, entries.mean or 0.0)
