"""Everything that changes a logic model."""

from opora.logic.actions.drafting import (
    begin_draft,
    begin_model,
    bring_model,
    change_arrow,
    connect,
    disconnect,
    drop_assumption,
    drop_draft,
    drop_node,
    publish_draft,
    put_assumption,
    put_node,
    shift_node,
    take_draft_back,
)
from opora.logic.actions.parts import drop_part, put_head, put_part, shift_part
from opora.logic.actions.publishing import publish_model

__all__ = [
    "begin_draft",
    "begin_model",
    "bring_model",
    "change_arrow",
    "connect",
    "disconnect",
    "drop_assumption",
    "drop_draft",
    "drop_node",
    "drop_part",
    "publish_draft",
    "publish_model",
    "put_assumption",
    "put_head",
    "put_node",
    "put_part",
    "shift_node",
    "shift_part",
    "take_draft_back",
]
