"""What may be said of a registered hypothesis, and how far chance and missing forms might explain it."""

from dataclasses import dataclass, replace

from opora.evidence.rules.outcomes import ProgramOutcome
from opora.evidence.rules.shares import Share, share_of
from opora.evidence.rules.verdict import MOST, SUCCESS, Answer, Because, Verdict


def fell_by(outcome: ProgramOutcome, least: int) -> Share:
    """In how many of the families assessed both times weak sides fell by so many."""
    return share_of(outcome.changes.at_least(least), outcome.paired)


def on_wellbeing(outcome: ProgramOutcome, least: int) -> Verdict:
    """Part one for a hypothesis that asks for a fall of so many weak sides.

    Asked for one, it is the verdict of the outcomes. Asked for more, the data agree only if the typical family and more
    than half of the families reach that, and they disagree if not even the favorable end of the interval does.
    """
    found = outcome.verdict
    if least <= SUCCESS or found.answer is not Answer.AGREE:
        return found
    estimate, (_low, high) = outcome.shift.estimate or 0.0, outcome.shift.interval or (0.0, 0.0)
    is_for_most = outcome.changes.at_least(least) > MOST * outcome.paired
    if estimate >= least and is_for_most:
        return found
    answer = Answer.DISAGREE if high < least and not is_for_most else Answer.NOT_ENOUGH
    return replace(found, answer=answer, because=Because.FEW_IMPROVED if answer is Answer.DISAGREE else found.because)


def is_testable(verdict: Verdict) -> bool:
    """Whether there is anything by which a part could be judged at all; unknown is no answer."""
    return verdict.because not in (Because.NO_PLACEMENT, Because.NO_CHILDREN, Because.NO_PAIRS)


@dataclass(frozen=True, slots=True)
class Regression:
    """What would be expected without any help, if entries are as far from the usual as `rho` leaves of it."""

    rho: float
    expected: float
    remains: float


def regression(*, entry: float, change: float, usual: float, rho: float) -> Regression:
    """Families come at their worst: by itself the mean would fall from `entry` towards `usual`.

    Expected exit = usual + rho · (entry - usual), so (1 - rho) · (entry - usual) of the fall needs no help at all.
    """
    expected = (1 - rho) * max(0.0, entry - usual)
    return Regression(rho, expected, change - expected)
