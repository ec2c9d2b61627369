"""Letters with reminders go out in the morning."""

from procrastinate.contrib.django import app

from opora.common.dates import today
from opora.reminders import actions


# Several times, because a letter that failed is tried again; nobody gets two on one day. The hours are UTC.
@app.periodic(cron="17 4-9 * * *")
@app.task(queueing_lock="reminders.letters", name="reminders.letters", pass_context=False)
def send_letters(timestamp: int) -> None:
    """Send today's letters."""
    actions.send_letters(on=today())
