"""Counting at night what pages show by day."""

from procrastinate.contrib.django import app

from opora.common.dates import today
from opora.evidence import actions


@app.periodic(cron="41 2 * * *")
@app.task(queueing_lock="evidence.item_help", name="evidence.item_help", pass_context=False)
def keep_item_help(timestamp: int) -> None:
    """Beside which services items were solved."""
    actions.keep_item_help(on=today())


@app.periodic(cron="11 2 * * *")
@app.task(queueing_lock="evidence.old_months", name="evidence.old_months", pass_context=False)
def count_old_months(timestamp: int) -> None:
    """Months counted by a version that kept less of them."""
    actions.count_old_months()
