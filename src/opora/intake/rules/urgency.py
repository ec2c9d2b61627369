"""By when a signal must be answered (S4-02)."""

from datetime import date, timedelta

TODAY, DAYS, CALM = "today", "days", "calm"
URGENCIES = (TODAY, DAYS, CALM)
_DAYS = {TODAY: 0, DAYS: 3}
_CALM_DAYS = 7


def answer_by(urgency: str, on: date, stage_due: date | None) -> date:
    """The last day for deciding a signal received on a day: at once, within three days, or when its stage ends.

    A stage that ends sooner wins, but a day before the receipt never: nothing is late when it comes in (S4-02).
    Raises ValueError for an unknown urgency.
    """
    if urgency not in URGENCIES:
        raise ValueError(urgency)
    by_urgency = on + timedelta(days=_DAYS[urgency]) if urgency in _DAYS else None
    known = [day for day in (by_urgency, stage_due) if day is not None]
    return max(on, min(known)) if known else on + timedelta(days=_CALM_DAYS)
