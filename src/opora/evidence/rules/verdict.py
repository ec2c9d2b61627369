"""What may be said of the hypothesis: the data agree, disagree, or there are not enough of them. Never "proved"."""

from dataclasses import dataclass
from enum import StrEnum

from opora.evidence.rules.shares import share_of
from opora.evidence.rules.shift import Shift
from opora.evidence.rules.signed_rank import SignedRank, smallest_possible_p

RISK = 0.05
SUCCESS = 1
MOST = 0.5


class Answer(StrEnum):
    AGREE = "agree"
    DISAGREE = "disagree"
    NOT_ENOUGH = "not_enough"


class Because(StrEnum):
    """Why this answer and no other; `opora.evidence.words` has the sentences."""

    IMPROVED = "improved"
    WORSENED = "worsened"
    NO_SHIFT = "no_shift"
    NOT_DISTINCT = "not_distinct"
    NO_PAIRS = "no_pairs"
    TOO_FEW = "too_few"
    MOSTLY_MISSING = "mostly_missing"
    NO_CHILDREN = "no_children"
    NO_PLACEMENT = "no_placement"
    PLACEMENT_PARTLY_KNOWN = "placement_partly_known"
    CHILDREN_KEPT = "children_kept"
    CHILDREN_NOT_KEPT = "children_not_kept"
    CHILDREN_UNDECIDED = "children_undecided"


@dataclass(frozen=True, slots=True)
class Verdict:
    """The answer to one part of the hypothesis, with its reason."""

    answer: Answer
    because: Because


def needed_pairs(risk: float = RISK) -> int:
    """The least number of pairs with which a two-sided test can reach the risk at all: 6 for 0.05."""
    pairs = 1
    while smallest_possible_p(pairs) > risk:
        pairs += 1
    return pairs


def on_wellbeing(*, closed: int, paired: int, test: SignedRank, shift: Shift) -> Verdict:
    """Part one of S3-94: did the number of weak sides fall? (S3-95, standards 4)

    Five cases cannot reach 0.05 two-sided, so they are not enough whatever they show. More cases unmeasured than
    measured decide nothing either. Data disagree when weak sides rose, or when even the favorable end of the
    interval lies below the success of one weak side fewer.
    """
    if not paired:
        return Verdict(Answer.NOT_ENOUGH, Because.NO_PAIRS)
    if paired < needed_pairs():
        return Verdict(Answer.NOT_ENOUGH, Because.TOO_FEW)
    if closed - paired > paired:
        return Verdict(Answer.NOT_ENOUGH, Because.MOSTLY_MISSING)
    if test.p_two_sided is not None and test.rank_biserial is not None and test.p_two_sided <= RISK:
        if test.rank_biserial > 0:
            return Verdict(Answer.AGREE, Because.IMPROVED)
        return Verdict(Answer.DISAGREE, Because.WORSENED)
    if shift.interval is not None and shift.interval[1] < SUCCESS:
        return Verdict(Answer.DISAGREE, Because.NO_SHIFT)
    return Verdict(Answer.NOT_ENOUGH, Because.NOT_DISTINCT)


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
