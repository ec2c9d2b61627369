"""Donors are entered and changed where goods and money come in, in the one list that knows them (S0-78, S2-46)."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor
from opora.audit import actions as audit
from opora.common.errors import Invalid
from opora.common.text import fold, squeeze
from opora.volunteers import policies
from opora.volunteers.models import Helper
from opora.volunteers.queries.donors import DONOR, donors

_LONGEST_NAME = 200
_TWICE = _("There is one with this name already. Give it another name.")


@transaction.atomic
def keep_donor(
    *,
    actor: Actor,
    donor_id: int | None = None,
    name: str,
    giver: str,
    contacts: str = "",
    since_on: date | None = None,
    is_active: bool = True,
    on: date,
) -> Helper:
    """A donor, new or known: who left is chosen no more, and what was given stays."""
    policies.check_may_keep_donors(actor)
    donor = Helper(kind=Helper.Kind.DONOR, by_id=actor.user_id)
    if donor_id is not None:
        found = Helper.objects.filter(DONOR, pk=donor_id).select_for_update(of=("self",)).first()
        if found is None:
            raise policies.unseen()
        donor = found
    wrong: dict[str, object] = {}
    if not 0 < len(squeeze(name)) <= _LONGEST_NAME:
        wrong["name"] = _("Enter the name, up to 200 letters.")
    elif any(fold(one.name) == fold(squeeze(name)) and one.pk != donor.pk for one in donors(actor=actor)):
        wrong["name"] = _TWICE
    if giver not in Helper.Giver.values:
        wrong["kind"] = _("Choose from the list.")
    if wrong:
        raise Invalid(wrong)
    donor.name, donor.giver, donor.contacts = squeeze(name), giver, contacts.strip()
    donor.joined_on = since_on or donor.joined_on or on
    donor.left_on = None if is_active else donor.left_on or max(on, donor.joined_on)
    donor.revision += 1
    donor.save()
    audit.record(actor=actor, verb="volunteers.kept", helper=donor.pk)
    return donor
