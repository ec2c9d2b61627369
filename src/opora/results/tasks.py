"""Keeping results up to date in the background."""

from procrastinate.contrib.django import app

from opora.results import actions


@app.periodic(cron="*/2 * * * *")
@app.task(queueing_lock="results.settled", name="results.settled", pass_context=False)
def settle(timestamp: int) -> None:
    """What was recorded since is read by pages at once; here it is kept, so that large lists stay quick."""
    actions.settle_results()
