"""The result of a program: every figure of the outcome page, computed from a tally, never without its n."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from opora.evidence.rules import verdict as verdicts
from opora.evidence.rules.counts import Counts
from opora.evidence.rules.findings import Finding, cases_behind, find
from opora.evidence.rules.palliative import Palliative
from opora.evidence.rules.rows import Cohort, OutcomeRow
from opora.evidence.rules.shares import Bounds, Share, bounds, share_of, sign_test
from opora.evidence.rules.shift import Shift, hodges_lehmann
from opora.evidence.rules.signed_rank import SignedRank, ZeroMethod, signed_rank
from opora.evidence.rules.signs import Sign
from opora.evidence.rules.tally import Tally
from opora.evidence.rules.verdict import SUCCESS, Because, Pairs, Verdict

_NONE_APART = Palliative()


class Undefined(StrEnum):
    """Why a figure does not exist; `opora.evidence.words` has the sentences."""

    NO_PAIRS = "no_pairs"
    NOTHING_CHANGED = "nothing_changed"
    ONE_PAIR = "one_pair"
    NO_ITEMS = "no_items"
    NO_SECTIONS = "no_sections"
    NO_CHILDREN = "no_children"
    NO_PLACEMENT = "no_placement"
    NO_CASES = "no_cases"
    NO_WEAK_SIDES = "no_weak_sides"


@dataclass(frozen=True, slots=True)
class Scores:
    """Weak sides at one point in time over the cases measured then."""

    n: int
    total: int
    mean: float | None
    median: float | None
    minimum: int | None
    maximum: int | None


@dataclass(frozen=True, slots=True)
class Sections:
    """K, the sections needing a solution (0 to 8), over the cases that have it at entry and exit (IND-33)."""

    n: int
    entry_mean: float | None
    exit_mean: float | None
    change_mean: float | None


@dataclass(frozen=True, slots=True)
class Items:
    """What single items show over the paired cases that have them (IND-32).

    `any_solved` are cases with at least one problem solved, `solved` and `new` count problems; `change_both_mean`
    is the mean change on the items rated both times, over `both_pairs` cases.
    """

    any_solved: Share
    solved: int
    new: int
    disagreements: int
    both_pairs: int
    change_both_mean: float | None


@dataclass(frozen=True, slots=True)
class Children:
    """Where the children of the closed cases live; the share is over all of them, unknown is not kept (IND-20).

    Children are people: each stands here once, and the intervals rest on people. `kept_later` are those in their own
    family six months after the exit, of the children told of at the follow-up. Who was no child of the family any more
    on the day of closing is told apart: `grown` had come of age, `gone` had left the family, `died`.
    """

    children: int
    known: int
    with_relatives: int
    kept: Share
    kept_later: Share
    grown: int = 0
    gone: int = 0
    died: int = 0


@dataclass(frozen=True, slots=True)
class ProgramOutcome:
    """Everything the page, the report and the command say of one program or of an asked-for pool.

    `closed` cases in the period, `paired` of them measured at entry and exit; entry, exit and change figures are
    over the paired ones, of whom `entry_weak` had any weak side at entry; `palliative` cases are in none of these, and
    `palliative_rows` are theirs when all rows were asked for. `rows` may be a page of all rows. `undefined` names, by
    the path of a figure that is None, why it does not exist.
    """

    program_id: int | None
    name: str
    layout: str
    closed: int
    paired: int
    missing_entry: int
    missing_exit: int
    rows: tuple[OutcomeRow, ...]
    entry: Scores
    exit: Scores
    change: Scores
    shift: Shift
    fallen_share: float | None
    improved: Share
    improved_bounds: Bounds
    baseline_without_exit: Scores
    test: SignedRank
    sign_test_p: float | None
    sections: Sections
    items: Items
    children: Children
    verdict: Verdict
    children_verdict: Verdict
    entry_weak: int
    findings: tuple[Finding, ...]
    changes: Counts
    undefined: Mapping[str, Undefined]
    palliative: Palliative = _NONE_APART
    palliative_rows: tuple[OutcomeRow, ...] = ()
    # Names everything the outcome was computed from; what was made of it holds as long as this stays. Empty: unknown.
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Outcomes:
    """The answer to one question: the programs side by side, and their pool only when it was asked for."""

    cohort: Cohort
    programs: tuple[ProgramOutcome, ...]
    pooled: ProgramOutcome | None = None


def summarize(
    data: Tally,
    *,
    name: str,
    program_id: int | None = None,
    layout: str = "support",
    rows: Sequence[OutcomeRow] = (),
    others: Mapping[str, Tally] | None = None,
    zeros: ZeroMethod = "pratt",
    palliative: Palliative = _NONE_APART,
) -> ProgramOutcome:
    """Compute all figures of one program (IND-20, IND-30 to IND-33, IND-35; golden values in requirements 4.3).

    `others` are the tallies of the programs shown beside it, by name; they only serve to compare baselines.
    """
    sums, changes, paired = data.sums, data.changes, data.paired
    improved = changes.at_least(SUCCESS)
    test = signed_rank(changes, zeros=zeros)
    shift = hodges_lehmann(changes)
    pairs = Pairs(changes, with_weak_sides=data.paired_entries.at_least(SUCCESS))
    told = data.children
    children = Children(
        told.children,
        told.known,
        told.with_relatives,
        share_of(told.kept, told.children),
        share_of(told.kept_later, told.known_later),
        told.grown,
        told.gone,
        told.died,
    )
    entry = _scores(data.paired_entries)
    outcome = ProgramOutcome(
        program_id=program_id,
        name=name,
        layout=layout,
        closed=sums.closed,
        paired=paired,
        missing_entry=sums.closed - data.entries.n,
        missing_exit=sums.closed - data.exits.n,
        rows=tuple(rows),
        entry=entry,
        exit=_scores(data.paired_exits),
        change=_scores(changes),
        shift=shift,
        fallen_share=changes.total / entry.total if entry.total else None,
        improved=share_of(improved, paired),
        improved_bounds=bounds(improved, closed=sums.closed, paired=paired),
        baseline_without_exit=_scores(data.single_entries),
        test=test,
        sign_test_p=sign_test(changes.at_least(1), changes.at_most(-1)),
        sections=_sections(data),
        items=_items(data),
        children=children,
        verdict=verdicts.on_wellbeing(pairs, closed=sums.closed, test=test, shift=shift),
        children_verdict=verdicts.on_children(children=told.children, known=told.known, kept=told.kept),
        entry_weak=pairs.with_weak_sides,
        findings=find(data, program=name, others=others),
        changes=changes,
        undefined={},
        palliative=palliative,
    )
    return replace(outcome, undefined=_undefined(outcome))


def judged_by_parts(pool: ProgramOutcome, parts: Sequence[ProgramOutcome]) -> ProgramOutcome:
    """A pool never says more than its programs have data for, each by itself."""
    return replace(
        pool,
        verdict=verdicts.of_pool(pool.verdict, [part.verdict for part in parts]),
        children_verdict=verdicts.of_pool(
            pool.children_verdict, [part.children_verdict for part in parts], Because.CHILDREN_OF_PARTS
        ),
    )


def with_cases(outcome: ProgramOutcome, *tables: Sequence[OutcomeRow]) -> ProgramOutcome:
    """Name the cases of every finding; `tables` are all rows of the program, or of each program of a pool."""
    return replace(
        outcome,
        findings=tuple(
            replace(found, case_ids=tuple(case_id for rows in tables for case_id in cases_behind(found, rows)))
            for found in outcome.findings
        ),
    )


def _scores(scores: Counts) -> Scores:
    return Scores(scores.n, scores.total, scores.mean, scores.median, scores.minimum, scores.maximum)


def _sections(data: Tally) -> Sections:
    n, entry, exit_ = data.sums.section_pairs, data.sums.entry_sections, data.sums.exit_sections
    if not n:
        return Sections(0, None, None, None)
    return Sections(n, entry / n, exit_ / n, (entry - exit_) / n)


def _items(data: Tally) -> Items:
    sums = data.sums
    return Items(
        any_solved=share_of(sums.any_solved, sums.item_pairs),
        solved=sums.solved,
        new=sums.new,
        disagreements=data.flagged.get(Sign.CRITERIA_DISAGREE, 0),
        both_pairs=sums.both_pairs,
        change_both_mean=sums.change_both / sums.both_pairs if sums.both_pairs else None,
    )


def _undefined(outcome: ProgramOutcome) -> dict[str, Undefined]:
    reasons: dict[str, Undefined] = {}
    if not outcome.closed:
        reasons["improved_bounds"] = Undefined.NO_CASES
    if not outcome.paired:
        figures = ("entry", "exit", "change", "shift.estimate", "shift.interval", "improved", "fallen_share")
        reasons |= dict.fromkeys((*figures, "test", "sign_test_p", "rank_biserial"), Undefined.NO_PAIRS)
    else:
        if not outcome.test.changed:
            reasons |= dict.fromkeys(("test", "sign_test_p", "rank_biserial"), Undefined.NOTHING_CHANGED)
        if outcome.shift.interval is None:
            reasons["shift.interval"] = Undefined.ONE_PAIR
        if outcome.fallen_share is None:
            reasons["fallen_share"] = Undefined.NO_WEAK_SIDES
    if not outcome.sections.n:
        reasons["sections"] = Undefined.NO_SECTIONS
    if not outcome.items.any_solved.total:
        reasons["items"] = Undefined.NO_ITEMS
    if not outcome.children.known:
        known = Undefined.NO_PLACEMENT if outcome.children.children else Undefined.NO_CHILDREN
        reasons["children"] = known
    return reasons
