"""Who gives: the one list of donors, from which the warehouse and other pages choose."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date

from django.db.models import Q

from opora.access.rules import Actor
from opora.common.choices import offered
from opora.volunteers import policies
from opora.volunteers.models import Helper
from opora.volunteers.queries.people import contacts_of

DONOR = Q(kind__in=(Helper.Kind.DONOR, Helper.Kind.BOTH))
DONOR_KINDS = offered(*Helper.Giver)


@dataclass(frozen=True, slots=True)
class DonorEntry:
    """A donor as those who receive goods know it; one who left is not in use.

    ``is_donor``: not so when the entry was voided or is a volunteer's alone by now, though gifts of it are kept.
    """

    pk: int
    name: str
    kind: str
    kind_said: str
    contacts: str
    since_on: date
    is_active: bool
    is_donor: bool = True


def donors(*, actor: Actor, with_ids: Collection[int] = ()) -> list[DonorEntry]:
    """Every donor by name, and those named by number even where their entry is a donor's no more."""
    if not policies.may_know_donors(actor):
        raise policies.unseen()
    found = [_entry(one) for one in Helper.objects.filter(DONOR)]
    if missing := set(with_ids) - {one.pk for one in found}:
        found += (replace(_entry(one), is_donor=False) for one in Helper.every.filter(pk__in=missing))
    return sorted(found, key=lambda one: (one.name.casefold(), one.pk))


def is_donor(donor_id: int) -> bool:
    """Whether somebody of this number gives."""
    return Helper.objects.filter(DONOR, pk=donor_id).exists()


def _entry(one: Helper) -> DonorEntry:
    return DonorEntry(
        pk=one.pk,
        name=one.name_text,
        kind=one.giver,
        kind_said=one.get_giver_display() if one.giver else "",
        contacts=contacts_of(one),
        since_on=one.joined_on,
        is_active=one.left_on is None,
    )
