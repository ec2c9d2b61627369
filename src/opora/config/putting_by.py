"""After much has changed at once, results are settled and figures put by at once, not only when the night comes.

An import, an upgrade and a restore ask for it; a new day, or a server that stood still, is found by the clock.
"""

from datetime import date

from django.db import transaction
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from opora.cases.models import Case
from opora.indicators import actions as indicators
from opora.indicators.queries.putting_by import TASK, is_much_missing
from opora.results import actions as results

_ALL = 10**9


def ask() -> None:
    """Put the job into the queue, in the transaction of what changed; it stands there once."""
    try:
        # Who asks twice is refused by the database, and that must not undo what changed.
        with transaction.atomic():
            app.configure_task(TASK, queueing_lock=TASK).defer()
    except AlreadyEnqueued:
        return


def ask_if_missing(*, on: date) -> None:
    """A house without families has nothing to put by, and a day's work leaves little to count."""
    if Case.objects.exists() and is_much_missing(on):
        ask()


def put_by(*, on: date) -> None:
    """First what families reached, then the figures, which rest on it."""
    results.settle_results(most=_ALL)
    indicators.put_missing_by(on=on)
