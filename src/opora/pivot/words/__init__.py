"""Tables in words: what they count, by what, how; laid out as they are read, with everything a reader must know."""

from opora.pivot.words.choices import (
    day_title,
    dimension_title,
    hidden_title,
    kind_title,
    period_title,
    problem,
    ready_title,
    shown_title,
    sort_title,
    subject_title,
)
from opora.pivot.words.layout import Laid, Line, Shown, lay
from opora.pivot.words.naming import group_names
from opora.pivot.words.notes import days_in_words, notes, what, what_for_all

__all__ = [
    "Laid",
    "Line",
    "Shown",
    "day_title",
    "days_in_words",
    "dimension_title",
    "group_names",
    "hidden_title",
    "kind_title",
    "lay",
    "notes",
    "period_title",
    "problem",
    "ready_title",
    "shown_title",
    "sort_title",
    "subject_title",
    "what",
    "what_for_all",
]
