"""Reading assessments: lists, the sheet to fill in, comparison, and what waits for somebody."""

from opora.assessments.models import Assessment, AssessmentDraft
from opora.assessments.queries.comparing import (
    Comparison,
    ItemChange,
    SectionRow,
    SincePrevious,
    comparison,
    comparison_of,
    forms_of,
    since_previous,
)
from opora.assessments.queries.pending import (
    WaitingLine,
    waiting,
)
from opora.assessments.queries.reading import (
    correction_of,
    for_case,
    get,
    has_exit,
    history_of,
    may_approve,
    may_correct,
    may_decide,
)
from opora.assessments.queries.sheets import (
    Sheet,
    answers_now,
    correction_sheet,
    sheet_for,
    subjects_in,
    subjects_of,
    version_for,
)
from opora.assessments.queries.starting import Start, ask_drafts, drafts_in, startable

__all__ = [
    "Assessment",
    "AssessmentDraft",
    "Comparison",
    "ItemChange",
    "SectionRow",
    "Sheet",
    "SincePrevious",
    "Start",
    "WaitingLine",
    "answers_now",
    "ask_drafts",
    "comparison",
    "comparison_of",
    "correction_of",
    "correction_sheet",
    "drafts_in",
    "for_case",
    "forms_of",
    "get",
    "has_exit",
    "history_of",
    "may_approve",
    "may_correct",
    "may_decide",
    "sheet_for",
    "since_previous",
    "startable",
    "subjects_in",
    "subjects_of",
    "version_for",
    "waiting",
]
