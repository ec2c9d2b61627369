"""What every change to a path begins with: hold it, and be sure that this person may work on it."""

from collections.abc import Collection

from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor
from opora.common.errors import Refused
from opora.process import policies
from opora.process.models import Route
from opora.process.queries import may_work, visible_to


def lock(*, actor: Actor, route_id: int) -> Route:
    """The path, held until the transaction ends; NotFound when unseen, Refused when only to be read.

    Held without its key: a record that only points at the path is kept meanwhile and waits for nobody.
    """
    found = visible_to(actor).select_for_update(of=("self",), no_key=True).select_related("version", "case", "program")
    # The text of a process is long and read once (definition_of), not with every path.
    route = found.defer("version__text").filter(pk=route_id).first()
    if route is None:
        raise policies.unseen()
    if not may_work(actor=actor, route=route):
        raise Refused(_("You may read this path but not change it."))
    return route


def hold_paths(route_ids: Collection[int]) -> list[Route]:
    """These paths, locked in one order, for whoever changes many of them."""
    found = Route.objects.select_for_update(of=("self",), no_key=True).select_related("version", "case", "program")
    return list(found.defer("version__text").filter(pk__in=route_ids).order_by("pk"))
