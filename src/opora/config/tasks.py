"""The queue looks after itself: what a dead worker left is taken up, what is long finished goes.

And after figures: what nobody put by is counted before somebody asks for it.
"""

import logging

from procrastinate.contrib.django import app

from opora.common.dates import today
from opora.config import putting_by, taking_up
from opora.indicators.queries.putting_by import TASK

logger = logging.getLogger("opora.jobs")
KEPT_HOURS = 30 * 24


@app.periodic(cron="* * * * *")
@app.task(queueing_lock="jobs.take_up", name="jobs.take_up", pass_context=False)
def take_up(timestamp: int) -> None:
    """Take up the jobs of workers that died."""
    taking_up.take_up_left_jobs()


@app.periodic(cron="53 2 * * *")
@app.task(queueing_lock="jobs.clear", name="jobs.clear", pass_context=False)
async def clear(timestamp: int) -> None:
    """Clear away what was finished: at once when it went well, after a month when somebody may still ask why not."""
    await app.job_manager.delete_old_jobs(nb_hours=1)
    await app.job_manager.delete_old_jobs(
        nb_hours=KEPT_HOURS, include_failed=True, include_cancelled=True, include_aborted=True
    )


@app.periodic(cron="*/5 * * * *")
@app.task(queueing_lock="figures.looked_after", name="figures.looked_after", pass_context=False)
def look_after_figures(timestamp: int) -> None:
    """A new day, a restore, a server that stood still: whoever comes first need not wait."""
    putting_by.ask_if_missing(on=today())


@app.task(name=TASK, pass_context=False)
def put_figures_by() -> None:
    """Asked for by whatever changed much at once."""
    putting_by.put_by(on=today())
