"""Imports too large to wait for, and the tidying up after imports."""

from django.db import InterfaceError, OperationalError
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from opora.common.dates import today
from opora.registry import actions


# A database that went away and came back is no reason to give an import up.
@app.task(
    name="registry.carry_out",
    pass_context=False,
    retry=RetryStrategy(max_attempts=3, wait=30, retry_exceptions={OperationalError, InterfaceError}),
)
def carry_out(run_id: int) -> None:
    """Do a confirmed import."""
    actions.carry_out_run(run_id=run_id, on=today())


@app.periodic(cron="*/5 * * * *")
@app.task(queueing_lock="registry.tidy", name="registry.tidy", pass_context=False)
def tidy(timestamp: int) -> None:
    """Forget what is no longer needed."""
    actions.tidy_runs()
