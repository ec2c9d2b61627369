"""Tidying up after the moves of the day."""

from procrastinate.contrib.django import app

from opora.common.dates import today
from opora.process import actions


@app.periodic(cron="41 3 * * *")
@app.task(queueing_lock="process.counts", name="process.counts", pass_context=False)
def put_counts_together(timestamp: int) -> None:
    """Put the counts of the map together."""
    actions.put_counts_together(on=today())
