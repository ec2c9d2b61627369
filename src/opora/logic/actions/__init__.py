"""Everything that changes a logic model."""

from opora.logic.actions.drafting import (
    begin_draft,
    connect,
    disconnect,
    drop_assumption,
    drop_draft,
    drop_node,
    drop_row,
    publish_draft,
    put_assumption,
    put_node,
    put_row,
    shift_node,
    take_draft_back,
)
from opora.logic.actions.publishing import publish_model

__all__ = [
    "begin_draft",
    "connect",
    "disconnect",
    "drop_assumption",
    "drop_draft",
    "drop_node",
    "drop_row",
    "publish_draft",
    "publish_model",
    "put_assumption",
    "put_node",
    "put_row",
    "shift_node",
    "take_draft_back",
]
