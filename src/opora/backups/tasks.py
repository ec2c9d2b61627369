"""A backup every night, when the organization has named a place for it."""

import logging

from procrastinate.contrib.django import app

from opora.backups import actions

logger = logging.getLogger("opora.backups")


@app.periodic(cron="37 0 * * *")
@app.task(queueing_lock="backups.nightly", name="backups.nightly", pass_context=False)
def back_up(timestamp: int) -> None:
    """Make the night's backup; why one could not be made stands in the log and that it was not in the journal."""
    actions.back_up_nightly(say=logger.info)
