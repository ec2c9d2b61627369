"""Where families stand, kept up while the house works."""

from procrastinate.contrib.django import app

from opora.attention import actions
from opora.common.dates import today


@app.periodic(cron="*/5 * * * *")
@app.task(queueing_lock="attention.places", name="attention.places", pass_context=False)
def keep_places(timestamp: int) -> None:
    """Compute anew where those families stand of which something was recorded."""
    actions.keep_places(on=today())


@app.periodic(cron="47 3 * * *")
@app.task(queueing_lock="attention.all", name="attention.all", pass_context=False)
def look_at_all(timestamp: int) -> None:
    """Compute every place anew, once a night."""
    actions.look_at_all(on=today())
