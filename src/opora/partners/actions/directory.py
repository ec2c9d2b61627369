"""An entry of the directory is added or changed."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor
from opora.audit import actions as audit
from opora.common.errors import Invalid
from opora.common.seen import check_seen
from opora.partners import policies, rules
from opora.partners.models import Partner
from opora.partners.queries.directory import FIELDS

CHANGED_MEANWHILE = _("Somebody else changed this entry while you were typing. Compare it and save again.")
SEARCHED = ("name", "services", "audience", "area", "conditions", "documents")


@transaction.atomic
def keep_partner(
    *,
    actor: Actor,
    partner_id: int | None = None,
    entry: Mapping[str, Any],
    revision: int | None = None,
    on: date,
) -> Partner:
    """Write an entry, new or known (S4-28); raises Conflict when somebody else changed it meanwhile."""
    policies.check_can_change(actor)
    if partner_id is None:
        partner = Partner()
    else:
        known = Partner.objects.select_for_update().filter(pk=partner_id).first()
        if known is None:
            raise policies.unseen()
        partner = known
        check_seen(partner.revision, revision, CHANGED_MEANWHILE)
    for name in FIELDS:
        if name in entry:
            value = entry[name]
            setattr(partner, name, value.strip() if isinstance(value, str) else value)
    _check(partner, on)
    partner.search_text = " ".join(
        rules.words_of(" ".join([*(getattr(partner, name) for name in SEARCHED), str(partner.get_kind_display())]))
    )
    partner.revision += 1
    partner.save()
    audit.record(actor=actor, verb="partners.changed" if partner_id else "partners.added", partner=partner.pk)
    return partner


def _check(partner: Partner, on: date) -> None:
    wrong: dict[str, object] = {
        name: _("Fill this in.") for name in ("name", "services", "contacts") if not getattr(partner, name)
    }
    if partner.kind not in Partner.Kind.values:
        wrong["kind"] = _("Choose what kind of organization it is.")
    if partner.rating is not None and not 1 <= partner.rating <= 5:
        wrong["rating"] = _("The rating is a number from 1 to 5.")
    if partner.checked_on is not None and partner.checked_on > on:
        wrong["checked_on"] = _("This day has not come yet. Enter today or an earlier day.")
    twins = Partner.objects.filter(name__iexact=partner.name, area__iexact=partner.area).exclude(pk=partner.pk)
    if "name" not in wrong and twins.exists():
        wrong["name"] = _("This organization is in the directory already. Change its entry instead.")
    if wrong:
        raise Invalid(wrong)
