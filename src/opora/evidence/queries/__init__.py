"""Reading what came of the cases: always for somebody, starting from the cases that person may see."""

from opora.evidence.queries.behind import count_behind, rows_behind
from opora.evidence.queries.lengths import usual_days
from opora.evidence.queries.outcomes import outcomes
from opora.evidence.queries.profile import ProgramProfile, SectionMean, section_profiles
from opora.evidence.queries.rows import list_rows
from opora.evidence.queries.seen import closings_between

__all__ = [
    "ProgramProfile",
    "SectionMean",
    "closings_between",
    "count_behind",
    "list_rows",
    "outcomes",
    "rows_behind",
    "section_profiles",
    "usual_days",
]
