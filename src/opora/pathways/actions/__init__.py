"""Everything that changes a process."""

from opora.pathways.actions.drafting import (
    begin_draft,
    bring_draft,
    drop_draft,
    drop_fact,
    drop_part,
    drop_row,
    publish_draft,
    put_fact,
    put_head,
    put_part,
    put_row,
    shift_fact,
    shift_part,
    shift_row,
    take_draft_back,
)
from opora.pathways.actions.publishing import publish_route

__all__ = [
    "begin_draft",
    "bring_draft",
    "drop_draft",
    "drop_fact",
    "drop_part",
    "drop_row",
    "publish_draft",
    "publish_route",
    "put_fact",
    "put_head",
    "put_part",
    "put_row",
    "shift_fact",
    "shift_part",
    "shift_row",
    "take_draft_back",
]
