"""Reading catalogues; what is offered is no secret to anybody who works here."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache

from opora.access.rules import Actor
from opora.catalogue.models import CatalogueVersion, Service
from opora.catalogue.rules import Catalogue
from opora.programs.models import Program


@dataclass(frozen=True, slots=True)
class Published:
    """A catalogue in force: whose it is, which version, since when, and what it says."""

    code: str
    number: int
    programs: tuple[str, ...]
    catalogue: Catalogue


@lru_cache(maxsize=32)
def _parsed(version_id: int, sha256: str) -> Catalogue:
    return Catalogue.from_data(CatalogueVersion.objects.get(pk=version_id, sha256=sha256).body)


def catalogues(*, actor: Actor) -> list[Published]:
    """The newest version of every catalogue that was published."""
    newest = CatalogueVersion.objects.defer("text").order_by("code", "-number").distinct("code")
    return [Published(one.code, one.number, tuple(one.programs), _parsed(one.pk, one.sha256)) for one in newest]


def services_in_force() -> list[Service]:
    """Every service that is offered to families now, direction by direction."""
    found = Service.objects.filter(is_current=True, is_inner=False).select_related("direction")
    return list(found.order_by("practice", "position", "pk"))


def services_for(*, program_id: int) -> list[Service]:
    """What may be given to a family of a program: its own practice first, then whatever else the organization offers.

    Practices share the people and the families of one organization, so nothing is hidden; it only stands lower.
    """
    practice = Program.objects.filter(pk=program_id).values_list("practice__code", flat=True).first()
    return sorted(services_in_force(), key=lambda one: one.practice != practice)


def keys_of_services(*, practice: str, codes: Collection[str]) -> dict[str, int]:
    """The keys of services of a practice by their codes, as far as it has them."""
    return dict(Service.objects.filter(practice=practice, code__in=codes).values_list("code", "pk"))


def find_service(*, service_id: int) -> Service | None:
    """A service by its key, whether it is offered any more or not."""
    return Service.objects.select_related("direction").filter(pk=service_id).first()
