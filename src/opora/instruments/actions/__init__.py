"""Everything that changes an assessment form."""

from opora.instruments.actions.drafting import (
    begin_draft,
    begin_form,
    bring_form,
    drop_draft,
    publish_draft,
    take_draft_back,
)
from opora.instruments.actions.parts import (
    drop_item,
    drop_level,
    drop_section,
    put_head,
    put_item,
    put_level,
    put_scale,
    put_section,
    shift_item,
    shift_level,
    shift_section,
)
from opora.instruments.actions.publishing import VersionRefused, publish_version

__all__ = [
    "VersionRefused",
    "begin_draft",
    "begin_form",
    "bring_form",
    "drop_draft",
    "drop_item",
    "drop_level",
    "drop_section",
    "publish_draft",
    "publish_version",
    "put_head",
    "put_item",
    "put_level",
    "put_scale",
    "put_section",
    "shift_item",
    "shift_level",
    "shift_section",
    "take_draft_back",
]
