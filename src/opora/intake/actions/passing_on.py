"""Many visits into other hands at once."""

from collections.abc import Sequence

from django.db import transaction

from opora.access.hanging import Giving, Item
from opora.audit import actions as audit
from opora.common.errors import Conflict
from opora.intake.models import Visit
from opora.process.actions.passing_on import CHANGED, take_part


@transaction.atomic
def pass_on_visits(giving: Giving, items: Sequence[Item]) -> None:
    """Somebody else goes to these families instead, and sees their paths; the other visitors stay."""
    held = Visit.objects.select_for_update(of=("self",)).select_related("route", "case").defer("report")
    visits = list(held.filter(pk__in=[one.key for one in items], held_on=None, not_held="").order_by("pk"))
    if len(visits) < len(items):
        raise Conflict(CHANGED)
    for one in visits:
        stay = [user_id for user_id in one.visitor_ids if user_id != giving.from_user_id]
        one.visitor_ids = sorted({*stay, giving.to_user_id})
    Visit.objects.bulk_update(visits, ["visitor_ids"])
    take_part(giving, [one.route for one in visits if one.route is not None])
    entries = [
        {
            "case_id": one.route.case_id if one.route is not None else one.case_id,
            "route": one.route_id or 0,
            "day": one.planned_on.isoformat(),
            "user": giving.to_user_id,
        }
        for one in visits
    ]
    audit.record_many(actor=giving.actor, verb="intake.visit_passed_on", entries=entries)
