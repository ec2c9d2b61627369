"""Who may make tables, and who keeps one for everybody."""

from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor, can
from opora.common.errors import NotFound, Refused
from opora.pivot.models import SavedTable

READ = "outcomes.read"


def check_can_read(actor: Actor) -> None:
    """Refuse whoever has no business with figures; which cases they count is up to the query."""
    if not can(actor, READ):
        raise Refused(_("Tables are not part of your work here. Ask the head of the organization."))


def may_share(actor: Actor) -> bool:
    """A table for everybody is kept by whoever may take figures out of the house."""
    return can(actor, "outcomes.export")


def check_can_share(actor: Actor) -> None:
    """Raises Refused for everybody else."""
    if not may_share(actor):
        raise Refused(_("A table for the whole organization is kept by whoever answers for its figures."))


def may_change(actor: Actor, table: SavedTable) -> bool:
    """One's own table, or one of the organization where one may keep such."""
    if table.is_shared:
        return may_share(actor)
    return table.owner_id == actor.user_id


def check_can_change(actor: Actor, table: SavedTable) -> None:
    """Raises NotFound for everybody else: whoever may not change a table is not told that it could be changed."""
    if not may_change(actor, table):
        raise NotFound
