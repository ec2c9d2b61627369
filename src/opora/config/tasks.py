"""The queue looks after itself: what a dead worker left is taken up, what is long finished goes."""

import logging

from procrastinate.contrib.django import app

from opora.config import taking_up

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
