"""Planned services into other hands at once."""

from collections.abc import Sequence

from django.db import transaction

from opora.access.hanging import Giving, Item
from opora.audit import actions as audit
from opora.common.errors import Conflict
from opora.process.actions.passing_on import CHANGED
from opora.services.models import PlannedService


@transaction.atomic
def pass_on_planned(giving: Giving, items: Sequence[Item]) -> None:
    """Somebody else is to give these services from now on; what was agreed with the families stays."""
    ids = [one.key for one in items]
    held = PlannedService.objects.select_for_update(of=("self",)).filter(pk__in=ids, ended_on=None).order_by("pk")
    planned = [one for one in held if giving.from_user_id in (None, one.worker_id)]
    if len(planned) < len(items):
        raise Conflict(CHANGED)
    PlannedService.objects.filter(pk__in=ids).update(worker_id=giving.to_user_id)
    entries = [
        {"case_id": one.case_id, "family_id": one.family_id, "user": giving.to_user_id, "service": plan.service_id}
        for one, plan in zip(sorted(items, key=lambda item: item.key), planned, strict=True)
    ]
    audit.record_many(actor=giving.actor, verb="services.passed_on", entries=entries)
