"""Reading reports: what is composed, what was taken, with which presets one may begin."""

from opora.reports.queries.choices import tables_offered
from opora.reports.queries.composed import (
    block_in_sight,
    blocks_of,
    list_reports,
    report_in_sight,
    taken_before,
    taken_in_sight,
    taken_of,
    words_gone,
)
from opora.reports.queries.presets import find_preset, presets
from opora.reports.queries.showing import Part, Whole, compose, show_taken

__all__ = [
    "Part",
    "Whole",
    "block_in_sight",
    "blocks_of",
    "compose",
    "find_preset",
    "list_reports",
    "presets",
    "report_in_sight",
    "show_taken",
    "tables_offered",
    "taken_before",
    "taken_in_sight",
    "taken_of",
    "words_gone",
]
