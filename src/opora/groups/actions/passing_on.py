"""Groups into other hands at once."""

from collections.abc import Sequence

from django.db import transaction

from opora.access.hanging import Giving, Item
from opora.audit import actions as audit
from opora.groups.models import Group


@transaction.atomic
def pass_on_groups(giving: Giving, items: Sequence[Item]) -> None:
    """Somebody else leads these groups from now on, beside those who go on leading them."""
    for group in Group.objects.select_for_update().filter(pk__in=[one.key for one in items]).order_by("pk"):
        if giving.from_user_id is not None:
            group.leaders.remove(giving.from_user_id)
        group.leaders.add(giving.to_user_id)
        audit.record(actor=giving.actor, verb="groups.led_by", group=group.pk, user=giving.to_user_id)
