"""Setting targets, entering outside figures, composing indicators: the only writers of this room."""

from opora.indicators.actions.composing import publish_folder, publish_indicator, put_away
from opora.indicators.actions.drafting import begin_draft, drop_draft, publish_draft, put_draft, take_draft_back
from opora.indicators.actions.keeping import note_cases_read, put_figures_by, put_missing_by
from opora.indicators.actions.setting import (
    drop_target,
    keep_outside_figure,
    set_box_target,
    set_target,
    void_outside_figure,
)

__all__ = [
    "begin_draft",
    "drop_draft",
    "drop_target",
    "keep_outside_figure",
    "note_cases_read",
    "publish_draft",
    "publish_folder",
    "publish_indicator",
    "put_away",
    "put_draft",
    "put_figures_by",
    "put_missing_by",
    "set_box_target",
    "set_target",
    "take_draft_back",
    "void_outside_figure",
]
