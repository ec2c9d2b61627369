"""Tidying the shelves up at night."""

from procrastinate.contrib.django import app

from opora.common.dates import today
from opora.goods import actions


@app.periodic(cron="23 2 * * *")
@app.task(queueing_lock="goods.lapsed", name="goods.lapsed", pass_context=False)
def put_back_lapsed(timestamp: int) -> None:
    """What nobody came for lies on the shelf again."""
    actions.put_back_lapsed(on=today())
