"""How many tasks somebody has open, for whoever chooses whom to give one more family (S4-12)."""

from collections.abc import Collection

from django.db.models import Count

from opora.plans.models import Task


def open_tasks(user_ids: Collection[int]) -> dict[int, int]:
    """The open tasks of some people, from the index that holds nothing but these; nobody is named without one."""
    found = Task.objects.filter(worker_id__in=list(user_ids), state=Task.State.OPEN).order_by()
    return dict(found.values("worker_id").annotate(n=Count("*")).values_list("worker_id", "n"))
