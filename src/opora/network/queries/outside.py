"""What a family needs from outside, and the circle of organizations that help it."""

from collections.abc import Sequence
from dataclasses import dataclass

from opora.access.rules import Actor, can
from opora.network.models import OutsideNeed
from opora.partners.models import Partner
from opora.process.queries import Place, records_of_family

MOST_PARTNERS = 300


@dataclass(frozen=True, slots=True)
class CirclePartner:
    """An organization of the circle: how it is reached, with whom one talks there, for what."""

    partner: Partner
    contacts: tuple[str, ...]
    needs: tuple[str, ...]
    is_open: bool


def needs_of(*, actor: Actor, place: Place) -> list[OutsideNeed]:
    """The needs of the family at a place just read; what is still needed first, the newest first."""
    found = OutsideNeed.objects.filter(records_of_family(actor=actor, place=place)).select_related("partner")
    return sorted(found.order_by("-on", "-pk"), key=lambda one: bool(one.result))


def circle_of(needs: Sequence[OutsideNeed]) -> list[CirclePartner]:
    """The organizations named in these needs, each once; those that still help first."""
    by_partner: dict[Partner, list[OutsideNeed]] = {}
    for one in needs:
        if one.partner is not None:
            by_partner.setdefault(one.partner, []).append(one)
    circle = [
        CirclePartner(
            partner=partner,
            contacts=tuple(dict.fromkeys(one.contact_text for one in told if one.contact_text)),
            needs=tuple(one.said for one in told),
            is_open=any(not one.result for one in told),
        )
        for partner, told in by_partner.items()
    ]
    return sorted(circle, key=lambda one: not one.is_open)


def partners_offered(*, actor: Actor) -> tuple[tuple[int, str], ...]:
    """The organizations of our directory that work with us."""
    if not can(actor, "partners.read"):
        return ()
    found = Partner.objects.filter(is_active=True).order_by("name", "pk").values_list("pk", "name")
    return tuple(found[:MOST_PARTNERS])
