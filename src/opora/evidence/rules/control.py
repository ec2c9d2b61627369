"""Many questions at once: of twenty without anything in them one looks like an answer; what is left of it then."""

from collections.abc import Sequence

RISK = 0.05


def holm(p: Sequence[float]) -> list[float]:
    """Each p as it stands among all of them (Holm): then even one false alarm is as rare as the risk."""
    order = sorted(range(len(p)), key=p.__getitem__)
    found, highest = [1.0] * len(p), 0.0
    for place, index in enumerate(order):
        highest = max(highest, min(1.0, (len(p) - place) * p[index]))
        found[index] = highest
    return found


def false_alarms(p: Sequence[float]) -> list[float]:
    """Each p as the share of false alarms among all that look at least as clear (Benjamini and Hochberg)."""
    if not p:
        return []
    from scipy import stats

    return [float(one) for one in stats.false_discovery_control(p, method="bh")]
