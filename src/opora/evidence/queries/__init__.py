"""Reading what came of the cases: always for somebody, starting from the cases that person may see."""

from opora.evidence.queries.behind import rows_behind
from opora.evidence.queries.depth import programs_with_cases
from opora.evidence.queries.lengths import usual_days
from opora.evidence.queries.outcomes import outcomes
from opora.evidence.queries.profile import ProgramProfile, SectionMean, section_profiles

__all__ = [
    "ProgramProfile",
    "SectionMean",
    "outcomes",
    "programs_with_cases",
    "rows_behind",
    "section_profiles",
    "usual_days",
]
