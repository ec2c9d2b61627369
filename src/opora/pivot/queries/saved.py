"""Tables kept under a name: one's own and those of the organization."""

from django.db.models import Q, QuerySet

from opora.access.rules import Actor
from opora.common.errors import NotFound
from opora.pivot import policies
from opora.pivot.models import SavedTable, TableVersion
from opora.pivot.queries.own_fields import for_reader, is_hidden
from opora.pivot.rules import definition_from


def saved_tables(*, actor: Actor) -> list[SavedTable]:
    """The tables of this person and of the organization, by name. Raises Refused."""
    policies.check_can_read(actor)
    return list(_seen(actor).filter(put_away_on=None))


def put_away_tables(*, actor: Actor) -> list[SavedTable]:
    """Those put away that this person may bring back, the newest first."""
    policies.check_can_read(actor)
    away = _seen(actor).exclude(put_away_on=None).order_by("-put_away_on", "-id")[:20]
    return [one for one in away if policies.may_change(actor, one) and not is_table_hidden(actor, one)]


def is_table_hidden(actor: Actor, one: SavedTable | TableVersion) -> bool:
    """Whether it names an own field that is not for this person; its very name may tell of that field."""
    return is_hidden(for_reader(actor=actor, definition=definition_from(one.data)))


def find_table(*, actor: Actor, table_id: int, even_put_away: bool = False, even_hidden: bool = False) -> SavedTable:
    """A table in sight of this person. Raises Refused; NotFound also for one by an own field not for him or her."""
    policies.check_can_read(actor)
    found = _seen(actor).filter(pk=table_id)
    if not even_put_away:
        found = found.filter(put_away_on=None)
    table = found.first()
    if table is None or (not even_hidden and is_table_hidden(actor, table)):
        raise NotFound
    return table


def versions_of(*, actor: Actor, table: SavedTable) -> list[TableVersion]:
    """What the table counted and was called, the newest first."""
    policies.check_can_read(actor)
    return list(table.versions.select_related("by")[:50])


def _seen(actor: Actor) -> QuerySet[SavedTable]:
    return SavedTable.objects.filter(Q(is_shared=True) | Q(owner_id=actor.user_id or 0)).select_related("owner")
