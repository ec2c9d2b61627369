"""How much of the year's figures is put by, and whether somebody is at it: after an import, an upgrade, a new day."""

from dataclasses import dataclass
from datetime import date, timedelta

from procrastinate.contrib.django.models import ProcrastinateJob, ProcrastinateWorker

from opora.access.rules import Actor, can
from opora.common.dates import now
from opora.evidence.models import CaseFact
from opora.indicators import policies
from opora.indicators.queries.figures import cuts_to_put_by
from opora.indicators.queries.statements import reach_of
from opora.indicators.queries.stored import name_of, which_stand
from opora.indicators.rules import Period, period_of
from opora.results.queries import how_many_due

TASK = "figures.put_by"
"""The job that settles results and then puts figures by."""
FEW = 3
"""Of the pieces one in so many may be missing: what a day's work changes is counted with the page."""
LARGE = 5_000
"""With fewer cases the figures are counted sooner than anybody would open the page again."""
ALIVE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Counting:
    """How far the counting has come: cases whose results are still to be read, then pieces of figures."""

    cases_left: int
    done: int
    of: int


def what_is_missing(on: date) -> tuple[frozenset[str], int]:
    """The names of the pieces that are not put by, and how many pieces there are in all."""
    cuts = cuts_to_put_by(period=period_of(None, None, on)).values()
    named = frozenset(name_of(one.asked, key) for one in cuts for key in one.keys)
    return named - which_stand(named), len(named)


def is_much_missing(on: date) -> bool:
    """Whether so little is put by that whoever asks first would wait for it."""
    missing, of = what_is_missing(on)
    return len(missing) * FEW > of


def being_counted(*, actor: Actor, period: Period, program_ids: tuple[int, ...] = ()) -> Counting | None:
    """How far the figures of this list are, while a job counts them; None when they can be shown.

    Figures of a part of the house, or of another period, are not put by: they are counted when they are asked for.
    """
    if not can(actor, policies.READ) or program_ids or reach_of(actor) is not None:
        return None
    if period != period_of(None, None, period.as_of) or not _is_at_work():
        return None
    missing, of = what_is_missing(period.as_of)
    if len(missing) * FEW <= of or CaseFact.objects.count() < LARGE:
        return None
    return Counting(how_many_due(), of - len(missing), of)


def _is_at_work() -> bool:
    """Whether the job waits or runs, and somebody lives who does jobs: nobody is let wait for what will not come."""
    waits = ProcrastinateJob.objects.filter(task_name=TASK, status__in=("todo", "doing"))
    return waits.exists() and ProcrastinateWorker.objects.filter(last_heartbeat__gt=now() - ALIVE).exists()
