"""Letters with reminders go out in the morning."""

from procrastinate.contrib.django import app

from opora.common.dates import local, now, today
from opora.reminders import actions

MORNING = range(7, 20)
"""Until evening, for the day on which nothing ran in the morning."""


# Every hour of the morning, because a letter that failed is tried again; nobody gets two on one day. Jobs are timed
# in UTC, so the hour on the organization's wall is looked at here.
@app.periodic(cron="17 * * * *")
@app.task(queueing_lock="reminders.letters", name="reminders.letters", pass_context=False)
def send_letters(timestamp: int) -> None:
    """Send today's letters, when it is morning here."""
    if local(now()).hour in MORNING:
        actions.send_letters(on=today())
