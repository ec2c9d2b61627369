"""Imports too large to wait for, and the tidying up after imports."""

from procrastinate.contrib.django import app

from opora.common.dates import today
from opora.registry import actions


@app.task(name="registry.carry_out", pass_context=False)
def carry_out(run_id: int) -> None:
    """Do a confirmed import."""
    actions.carry_out_queued_run(run_id=run_id, on=today())


@app.periodic(cron="*/5 * * * *")
@app.task(queueing_lock="registry.tidy", name="registry.tidy", pass_context=False)
def tidy(timestamp: int) -> None:
    """Forget what is no longer needed."""
    actions.tidy_runs()
