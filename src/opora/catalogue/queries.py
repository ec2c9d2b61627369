"""Reading catalogues; what is offered is no secret to anybody who works here."""

from dataclasses import dataclass
from functools import lru_cache

from opora.access.rules import Actor
from opora.catalogue.models import CatalogueVersion
from opora.catalogue.rules import Catalogue


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
