"""Tidying up after sign-ins."""

from procrastinate.contrib.django import app

from opora.access import actions


@app.periodic(cron="23 3 * * *")
@app.task(queueing_lock="access.tidy", name="access.tidy", pass_context=False)
def tidy(timestamp: int) -> None:
    """Forget sessions that ended by themselves and invitations nobody accepted in time."""
    actions.forget_expired()
