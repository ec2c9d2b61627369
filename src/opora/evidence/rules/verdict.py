"""What may be said of the hypothesis: the data agree, disagree, or there are not enough of them. Never "proved".

A small p alone says nothing: of forty families six may have got on better and thirty-four stayed as they were. The
estimate, its interval and the share of families decide together.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from opora.evidence.rules.counts import Counts
from opora.evidence.rules.shares import share_of
from opora.evidence.rules.shift import Shift, hodges_lehmann
from opora.evidence.rules.signed_rank import SignedRank, signed_rank, smallest_possible_p

RISK = 0.05
SUCCESS = 1
MOST = 0.5


class Answer(StrEnum):
    AGREE = "agree"
    DISAGREE = "disagree"
    NOT_ENOUGH = "not_enough"
    NOT_JUDGED = "not_judged"


class Because(StrEnum):
    """Why this answer and no other; `opora.evidence.words` has the sentences."""

    IMPROVED = "improved"
    WORSENED = "worsened"
    FEW_IMPROVED = "few_improved"
    NO_SHIFT = "no_shift"
    PARTLY_IMPROVED = "partly_improved"
    NOT_DISTINCT = "not_distinct"
    NO_PAIRS = "no_pairs"
    TOO_FEW = "too_few"
    MOSTLY_MISSING = "mostly_missing"
    NOTHING_TO_FALL = "nothing_to_fall"
    PARTS_LACK_DATA = "parts_lack_data"
    CHILDREN_OF_PARTS = "children_of_parts"
    NO_CHILDREN = "no_children"
    NO_PLACEMENT = "no_placement"
    PLACEMENT_PARTLY_KNOWN = "placement_partly_known"
    CHILDREN_KEPT = "children_kept"
    CHILDREN_NOT_KEPT = "children_not_kept"
    CHILDREN_UNDECIDED = "children_undecided"


@dataclass(frozen=True, slots=True)
class Verdict:
    """The answer to one part of the hypothesis, with its reason.

    `missing_may_turn`: the cases without a second assessment are so many that with them the answer might be another.
    """

    answer: Answer
    because: Because
    missing_may_turn: bool = False

    @property
    def is_decided(self) -> bool:
        return self.answer in (Answer.AGREE, Answer.DISAGREE)


@dataclass(frozen=True, slots=True)
class Pairs:
    """The paired cases as the verdict looks at them: entry minus exit, and how many had a weak side at entry at all."""

    changes: Counts
    with_weak_sides: int


def needed_pairs(risk: float = RISK) -> int:
    """The least number of pairs with which a two-sided test can reach the risk at all: 6 for 0.05."""
    pairs = 1
    while smallest_possible_p(pairs) > risk:
        pairs += 1
    return pairs


def on_wellbeing(pairs: Pairs, *, closed: int, test: SignedRank, shift: Shift) -> Verdict:
    """Part one of S3-94: did the number of weak sides fall? (S3-95, standards 4)

    Five cases cannot reach 0.05 two-sided, so they are not enough whatever they show; more cases unmeasured than
    measured decide nothing either, and families without a weak side at entry cannot have fewer. Then data agree when
    the change is clear of chance, the typical family has at least one weak side fewer, and more than half of the
    families do. They disagree when weak sides rose, or when even the favorable end of the interval lies below one and
    at most half of the families have one fewer.
    """
    found = _judged(pairs, closed=closed, test=test, shift=shift)
    missing = closed - pairs.changes.n
    size = max(SUCCESS, round(abs(shift.estimate or 0)))
    return replace(found, missing_may_turn=missing > 0 and _may_turn(found, pairs, missing, size))


def _judged(pairs: Pairs, *, closed: int, test: SignedRank, shift: Shift) -> Verdict:
    paired = pairs.changes.n
    if not paired:
        return Verdict(Answer.NOT_ENOUGH, Because.NO_PAIRS)
    if not pairs.with_weak_sides and not pairs.changes.at_most(-1):
        return Verdict(Answer.NOT_JUDGED, Because.NOTHING_TO_FALL)
    if paired < needed_pairs():
        return Verdict(Answer.NOT_ENOUGH, Because.TOO_FEW)
    if closed - paired > paired:
        return Verdict(Answer.NOT_ENOUGH, Because.MOSTLY_MISSING)
    return _by_change(pairs, test, shift)


def _by_change(pairs: Pairs, test: SignedRank, shift: Shift) -> Verdict:
    estimate, (low, high) = shift.estimate or 0.0, shift.interval or (0.0, 0.0)
    is_clear = test.p_two_sided is not None and test.p_two_sided <= RISK
    rose = is_clear and (test.rank_biserial or 0) < 0
    if rose and estimate < 0:
        return Verdict(Answer.DISAGREE, Because.WORSENED)
    if pairs.with_weak_sides < needed_pairs() and not rose:
        return Verdict(Answer.NOT_JUDGED, Because.NOTHING_TO_FALL)
    fell = is_clear and not rose
    is_for_most = pairs.changes.at_least(SUCCESS) > MOST * pairs.changes.n
    if fell and estimate >= SUCCESS and low > 0 and is_for_most:
        return Verdict(Answer.AGREE, Because.IMPROVED)
    if high < SUCCESS and not is_for_most:
        return Verdict(Answer.DISAGREE, Because.FEW_IMPROVED if fell else Because.NO_SHIFT)
    return Verdict(Answer.NOT_ENOUGH, Because.PARTLY_IMPROVED if fell else Because.NOT_DISTINCT)


def _may_turn(found: Verdict, pairs: Pairs, missing: int, size: int) -> bool:
    """Whether the answer would be another if all unmeasured families had got on so much better, or so much worse."""
    # More of the same turns nothing: what would turn an answer lies on its other side.
    turning = {Answer.AGREE: (-size,), Answer.DISAGREE: (size,)}.get(found.answer, (size, -size))
    for change in turning:
        changes = pairs.changes + Counts.of({change: missing})
        supposed = Pairs(changes, pairs.with_weak_sides + missing)
        then = _judged(supposed, closed=changes.n, test=signed_rank(changes), shift=hodges_lehmann(changes))
        if then.answer is not found.answer:
            return True
    return False


def of_pool(found: Verdict, parts: Sequence[Verdict], because: Because = Because.PARTS_LACK_DATA) -> Verdict:
    """Programs that each lack data do not agree when they are put together (Q-12)."""
    if found.is_decided and parts and not any(part.is_decided for part in parts):
        return Verdict(Answer.NOT_ENOUGH, because, found.missing_may_turn)
    return found


def on_children(*, children: int, known: int, kept: int) -> Verdict:
    """Part two of S3-94: were the children kept in their families? Unknown is never kept (IND-20).

    The data agree when, unknown counted as not kept, even the low end of the interval lies above half of the
    children; they disagree when, unknown counted as kept, even the high end lies below half.
    """
    if not children:
        return Verdict(Answer.NOT_ENOUGH, Because.NO_CHILDREN)
    if not known:
        return Verdict(Answer.NOT_ENOUGH, Because.NO_PLACEMENT)
    if children - known > known:
        return Verdict(Answer.NOT_ENOUGH, Because.PLACEMENT_PARTLY_KNOWN)
    surely, possibly = share_of(kept, children).interval, share_of(kept + children - known, children).interval
    if surely is not None and surely[0] > MOST:
        return Verdict(Answer.AGREE, Because.CHILDREN_KEPT)
    if possibly is not None and possibly[1] < MOST:
        return Verdict(Answer.DISAGREE, Because.CHILDREN_NOT_KEPT)
    return Verdict(Answer.NOT_ENOUGH, Because.CHILDREN_UNDECIDED)
