"""Keeping results up to date in the background."""

from procrastinate.contrib.django import app

from opora.results import actions


@app.periodic(cron="*/2 * * * *")
@app.task(queueing_lock="results.settled", name="results.settled", pass_context=False)
def settle(timestamp: int) -> None:
    """What was recorded since is read by pages at once; here it is kept, so that large lists stay quick."""
    actions.settle_results()


@app.periodic(cron="17 3 * * *")
@app.task(queueing_lock="results.refreshed", name="results.refreshed", pass_context=False)
def refresh(timestamp: int) -> None:
    """Everything anew, so that what came in past the journal or by a new rule stands in the lists too."""
    actions.refresh_all()
