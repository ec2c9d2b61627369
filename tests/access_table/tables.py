"""A table kept for the organization, for the pages that speak of one."""

from opora.access.rules import SYSTEM
from opora.pivot import actions
from opora.pivot.rules import Definition


def table_of() -> dict[str, int]:
    """Its id, by what the addresses ask for."""
    definition = Definition("services", "direction", "month")
    made = actions.keep_table(actor=SYSTEM, title="Услуги по месяцам", definition=definition, is_shared=True)
    return {"table_id": made.pk}
