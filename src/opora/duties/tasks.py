"""Work passed on from a coming day goes over on its day."""

from procrastinate.contrib.django import app

from opora.common.dates import today
from opora.duties import actions


# Often, so that the day begins with the right people.
@app.periodic(cron="*/10 * * * *")
@app.task(queueing_lock="duties.passings", name="duties.passings", pass_context=False)
def do_planned_passings(timestamp: int) -> None:
    """Do what was planned for today or an earlier day."""
    actions.do_planned_passings(on=today())


@app.periodic(cron="*/10 * * * *")
@app.task(queueing_lock="duties.adrift", name="duties.adrift", pass_context=False)
def look_for_adrift(timestamp: int) -> None:
    """Look for nobody's work everywhere, so that pages ask only about what changed since."""
    actions.look_for_adrift()


@app.periodic(cron="44 3 * * *")
@app.task(queueing_lock="duties.adrift_anyway", name="duties.adrift_anyway", pass_context=False)
def look_for_adrift_anyway(timestamp: int) -> None:
    """Look once a night, marked or not: what went past the database's marks is known by the morning."""
    actions.look_for_adrift(anyway=True)
