"""Once a night, what nobody comes back to is forgotten."""

from procrastinate.contrib.django import app

from opora.common.dates import now
from opora.drafts import actions


@app.periodic(cron="23 1 * * *")
@app.task(queueing_lock="drafts.forget", name="drafts.forget", pass_context=False)
def forget_old(timestamp: int) -> None:
    """Forget what is too old to be of use."""
    actions.forget_old(at=now())
