"""The journal seals itself every minute."""

from procrastinate.contrib.django import app

from opora.audit import actions


@app.periodic(cron="* * * * *")
@app.task(queueing_lock="audit.seal", name="audit.seal", pass_context=False)
def seal_journal(timestamp: int) -> None:
    """Seal what was written since the last time."""
    actions.seal_journal()
