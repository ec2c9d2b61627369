"""What every change to a path begins with: hold it, and be sure that this person may work on it."""

from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor
from opora.common.errors import Refused
from opora.process import policies
from opora.process.models import Route
from opora.process.queries import may_work, visible_to


def lock(*, actor: Actor, route_id: int) -> Route:
    """The path, held until the transaction ends; NotFound when unseen, Refused when only to be read."""
    found = visible_to(actor).select_for_update(of=("self",)).select_related("version", "case", "program")
    # The text of a process is long and read once (definition_of), not with every path.
    route = found.defer("version__text").filter(pk=route_id).first()
    if route is None:
        raise policies.unseen()
    if not may_work(actor=actor, route=route):
        raise Refused(_("You may read this path but not change it."))
    return route
