"""Shares of cases and how sure a share is: Clopper-Pearson, the sign test, the bounds that missing forms leave."""

from dataclasses import dataclass

CONFIDENCE = 0.95


@dataclass(frozen=True, slots=True)
class Share:
    """`n` of `total` cases; `share` and `interval` run from 0 to 1 and are None when there is no case."""

    n: int
    total: int
    share: float | None
    interval: tuple[float, float] | None


@dataclass(frozen=True, slots=True)
class Bounds:
    """The share of improved cases if every unmeasured case had not improved, and if every one had."""

    lowest: float | None
    highest: float | None


def share_of(n: int, total: int, *, confidence: float = CONFIDENCE) -> Share:
    """A share with its exact Clopper-Pearson interval: 5 of 5 is 47.8 to 100 % (requirements 4.3)."""
    if not 0 <= n <= total:
        raise ValueError(f"{n} of {total} is no share")
    if not total:
        return Share(0, 0, None, None)
    # Imported where they are used: most pages and commands need no statistics, and a library of them loads slowly.
    from scipy import special

    risk = (1 - confidence) / 2
    lowest = special.betaincinv(n, total - n + 1, risk) if n else 0.0
    highest = special.betainccinv(n + 1, total - n, risk) if n < total else 1.0
    return Share(n, total, n / total, (float(lowest), float(highest)))


def sign_test(better: int, worse: int) -> float | None:
    """Two-sided p of the sign test, free of assumptions; None when no case changed (standards 4)."""
    if not better + worse:
        return None
    from scipy import special

    return min(1.0, 2 * float(special.bdtr(min(better, worse), better + worse, 0.5)))


def bounds(improved: int, *, closed: int, paired: int) -> Bounds:
    """What the share of improved cases may be over all closed cases, the unmeasured included (S3-73, X-06)."""
    if not closed:
        return Bounds(None, None)
    return Bounds(improved / closed, (improved + closed - paired) / closed)
