"""The only way assessments change: each verb checks, changes, journals and tells in one transaction."""

from opora.assessments.actions.deciding import approve, return_for_rework
from opora.assessments.actions.drafting import DraftConflict, discard_draft, save_draft
from opora.assessments.actions.filling import AssessmentConflict, correct, submit
from opora.assessments.actions.importing import import_totals
from opora.assessments.actions.opening import open_assessment

__all__ = [
    "AssessmentConflict",
    "DraftConflict",
    "approve",
    "correct",
    "discard_draft",
    "import_totals",
    "open_assessment",
    "return_for_rework",
    "save_draft",
    "submit",
]
