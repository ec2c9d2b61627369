"""How many tasks somebody has open, for whoever chooses whom to give one more family (S4-12)."""

from collections.abc import Collection

from django.db import connection

from opora.plans.models import Task

_OPEN = "SELECT worker_id, count(*) FROM plans_task WHERE worker_id = ANY(%s) AND state = %s GROUP BY worker_id"


def open_tasks(user_ids: Collection[int]) -> dict[int, int]:
    """The open tasks of some people, from the index that holds nothing but these; nobody is named without one."""
    with connection.cursor() as cursor:
        cursor.execute(_OPEN, [list(user_ids), Task.State.OPEN.value])
        return dict(cursor.fetchall())
