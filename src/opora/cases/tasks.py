"""Hand-overs dated ahead are done on their day."""

from procrastinate.contrib.django import app

from opora.cases import actions
from opora.common.dates import today


# Often, so that the day begins with the right people; a day that has come on the organization's wall is looked at here.
@app.periodic(cron="*/10 * * * *")
@app.task(queueing_lock="cases.hand_overs", name="cases.hand_overs", pass_context=False)
def do_planned_hand_overs(timestamp: int) -> None:
    """Do what was planned for today or an earlier day."""
    actions.do_planned_hand_overs(on=today())
