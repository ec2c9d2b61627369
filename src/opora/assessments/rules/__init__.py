"""Pure rules of assessments: who is asked what, what is missing, where two fillings differ, when a form may stand."""

from opora.assessments.rules.filling import (
    Cell,
    Fault,
    asked_cells,
    check_answers,
    clean_comments,
    gaps,
    whole_years,
)
from opora.assessments.rules.imported import ImportedTotal, ImportedTotals
from opora.assessments.rules.merging import Differing, differing
from opora.assessments.rules.points import (
    ENTRY,
    EXIT,
    FOLLOW_UP,
    OVERTAKEN,
    POINTS,
    REVIEW,
    Obstacle,
    Standing,
    obstacles_to_writing,
)
from opora.assessments.rules.subjects import Subject

__all__ = [
    "ENTRY",
    "EXIT",
    "FOLLOW_UP",
    "OVERTAKEN",
    "POINTS",
    "REVIEW",
    "Cell",
    "Differing",
    "Fault",
    "ImportedTotal",
    "ImportedTotals",
    "Obstacle",
    "Standing",
    "Subject",
    "asked_cells",
    "check_answers",
    "clean_comments",
    "differing",
    "gaps",
    "obstacles_to_writing",
    "whole_years",
]
