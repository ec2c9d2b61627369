"""The details in force. They stand on every paper that leaves the house and on the public page: no secret."""

from typing import Any

from django.db.models import QuerySet

from opora.access.rules import Actor
from opora.organization import policies
from opora.organization.models import OrganizationDetails
from opora.organization.rules import DETAILS


def details() -> OrganizationDetails:
    """The newest version; one with nothing in it while nobody has told anything."""
    return OrganizationDetails.objects.first() or OrganizationDetails(number=0)


def versions(*, actor: Actor) -> QuerySet[OrganizationDetails]:
    """Every version, the newest first, for those who change them."""
    policies.check_can_change(actor)
    return OrganizationDetails.objects.select_related("by")


def title_of(name: str) -> Any:
    """What a detail is called, for people."""
    return OrganizationDetails._meta.get_field(name).verbose_name  # type: ignore[union-attr]


def consent_text(number: int) -> str:
    """The consent text as it stood in that version; empty where there is none."""
    found = OrganizationDetails.objects.filter(consent_number=number).values_list("consent_text", flat=True)
    return found.order_by("number").first() or ""


def as_fields(kept: OrganizationDetails) -> dict[str, str]:
    """The details by name, as papers fill them in; what nobody told is empty."""
    return {name: getattr(kept, name) for name in DETAILS}
