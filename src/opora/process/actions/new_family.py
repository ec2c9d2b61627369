"""The family behind a signal comes with its people before there is a case: its consents are theirs to sign."""

from collections.abc import Sequence

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor
from opora.cases import actions as cases
from opora.common.errors import Conflict
from opora.families.rules.newcomers import Newcomer
from opora.process.actions.beginning import name_family
from opora.process.actions.locking import lock
from opora.process.models import Route


@transaction.atomic
def name_new_family(*, actor: Actor, route_id: int, caregiver: Newcomer, children: Sequence[Newcomer]) -> Route:
    """Register the family of a path with its people; if one thing fails, nothing is kept."""
    if lock(actor=actor, route_id=route_id).family_id is not None:
        raise Conflict(_("Somebody has named the family of this path meanwhile. Look at it as it is now."))
    family = cases.register_family(actor=actor, caregiver=caregiver, children=children)
    return name_family(actor=actor, route_id=route_id, family_id=family.pk)
