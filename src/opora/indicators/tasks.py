"""Figures of the year, put by while nobody works."""

from procrastinate.contrib.django import app

from opora.common.dates import today
from opora.indicators import actions


@app.periodic(cron="23 4 * * *")
@app.task(queueing_lock="indicators.figures", name="indicators.figures", pass_context=False)
def put_figures_by(timestamp: int) -> None:
    """Count everything anew once a night: it also heals figures of rows that came in past the marks of the database."""
    actions.put_figures_by(on=today())
