"""The folder of files looks after itself, and what acts of destruction left goes in the night."""

from procrastinate.contrib.django import app

from opora.papers import actions


@app.periodic(cron="*/5 * * * *")
@app.task(queueing_lock="papers.clear_new", name="papers.clear_new", pass_context=False)
def clear_new(timestamp: int) -> None:
    """Clear away what uploads left that were never kept."""
    actions.clear_new_contents()


@app.periodic(cron="11 3 * * *")
@app.task(queueing_lock="papers.compare", name="papers.compare", pass_context=False)
def compare(timestamp: int) -> None:
    """Compare the folder with the table."""
    actions.compare_contents()


@app.periodic(cron="31 2 * * *")
@app.task(queueing_lock="papers.clear_traces", name="papers.clear_traces", pass_context=False)
def clear_traces(timestamp: int) -> None:
    """Clear away what acts of destruction left in the files of the database."""
    actions.clear_traces()
