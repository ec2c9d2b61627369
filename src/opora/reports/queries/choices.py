"""What a block of a report may be told to show."""

from opora.access.rules import Actor
from opora.pivot.models import SavedTable
from opora.pivot.queries import saved_tables
from opora.pivot.rules import definition_from


def tables_offered(*, actor: Actor) -> list[SavedTable]:
    """Tables kept for the whole organization, but for those by own fields: a report is read by others too."""
    found = saved_tables(actor=actor)
    return [one for one in found if one.is_shared and not definition_from(one.data).named_fields]
