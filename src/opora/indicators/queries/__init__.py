"""Reading indicators: always for somebody, and only from what that person's rights reach."""

from opora.indicators.queries.behind import PARTS, CaseBehind, cases_behind
from opora.indicators.queries.composed import (
    Indicator,
    check_folder,
    fields_of_figures,
    find_indicator,
    free_code,
    indicators_in_force,
    own_as_file,
    own_indicators,
)
from opora.indicators.queries.drafts import Draft, open_draft, open_drafts, state_of_draft
from opora.indicators.queries.figures import Answer, read_indicator, read_indicators, try_out, value_of
from opora.indicators.queries.outside import (
    newest_outside,
    outside_figures,
    outside_in_sight,
    target_ways,
    targets_of,
    targets_of_box,
    targets_on,
)
from opora.indicators.queries.putting_by import Counting, being_counted
from opora.indicators.queries.subjects import SubjectCounted, subjects_behind
from opora.indicators.queries.together import Compared, read_together

__all__ = [
    "PARTS",
    "Answer",
    "CaseBehind",
    "Compared",
    "Counting",
    "Draft",
    "Indicator",
    "SubjectCounted",
    "being_counted",
    "cases_behind",
    "check_folder",
    "fields_of_figures",
    "find_indicator",
    "free_code",
    "indicators_in_force",
    "newest_outside",
    "open_draft",
    "open_drafts",
    "outside_figures",
    "outside_in_sight",
    "own_as_file",
    "own_indicators",
    "read_indicator",
    "read_indicators",
    "read_together",
    "state_of_draft",
    "subjects_behind",
    "target_ways",
    "targets_of",
    "targets_of_box",
    "targets_on",
    "try_out",
    "value_of",
]
