"""Counting at night what the plan shows by day."""

from procrastinate.contrib.django import app

from opora.common.dates import today
from opora.evidence import actions


@app.periodic(cron="41 2 * * *")
@app.task(queueing_lock="evidence.item_help", name="evidence.item_help", pass_context=False)
def keep_item_help(timestamp: int) -> None:
    """Beside which services items were solved."""
    actions.keep_item_help(on=today())
