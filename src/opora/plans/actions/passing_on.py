"""Many tasks into other hands at once."""

from collections.abc import Sequence

from django.db import transaction
from django.db.models import F

from opora.access.hanging import Giving, Item
from opora.audit import actions as audit
from opora.common.errors import Conflict
from opora.plans.models import Plan, Task
from opora.process.actions.passing_on import CHANGED


@transaction.atomic
def pass_on_tasks(giving: Giving, items: Sequence[Item]) -> None:
    """Somebody else answers for these tasks from now on; what is to be done and by when stays as it was agreed."""
    ids = [one.key for one in items]
    plans = Task.objects.filter(pk__in=ids).values("plan_id")
    list(Plan.objects.select_for_update().filter(pk__in=plans).order_by("pk").values_list("pk"))
    held = Task.objects.select_for_update(of=("self",)).select_related("plan__route").filter(pk__in=ids)
    tasks = [
        one
        for one in held.order_by("pk")
        if one.state == Task.State.OPEN and giving.from_user_id in (None, one.worker_id)
    ]
    if len(tasks) < len(items):
        raise Conflict(CHANGED)
    Task.objects.filter(pk__in=ids).update(worker_id=giving.to_user_id, revision=F("revision") + 1)
    Plan.objects.filter(pk__in={one.plan_id for one in tasks}).update(edits=F("edits") + 1)
    entries = [
        {
            "case_id": one.plan.route.case_id,
            "route": one.plan.route_id,
            "task": one.pk,
            "user": giving.to_user_id,
        }
        for one in tasks
    ]
    audit.record_many(actor=giving.actor, verb="plans.task_passed_on", entries=entries)
