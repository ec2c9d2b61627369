"""Reading assessments: lists, the sheet to fill in, comparison, and what waits for somebody."""

from opora.assessments.queries.comparing import Comparison, ItemChange, SectionRow, comparison
from opora.assessments.queries.pending import (
    DraftLine,
    UnassessedCase,
    WaitingLine,
    drafts_of,
    unassessed,
    waiting,
)
from opora.assessments.queries.reading import correction_of, for_case, get, history_of
from opora.assessments.queries.sheets import Sheet, correction_sheet, sheet_for, subjects_of

__all__ = [
    "Comparison",
    "DraftLine",
    "ItemChange",
    "SectionRow",
    "Sheet",
    "UnassessedCase",
    "WaitingLine",
    "comparison",
    "correction_of",
    "correction_sheet",
    "drafts_of",
    "for_case",
    "get",
    "history_of",
    "sheet_for",
    "subjects_of",
    "unassessed",
    "waiting",
]
