"""What a form is, how its file is read and checked, how answers become a score and two scores a change."""

from opora.instruments.rules.change import Change, SectionChange, compare
from opora.instruments.rules.definition import (
    NOT_APPLICABLE,
    UNKNOWN,
    Definition,
    Item,
    Level,
    Scale,
    ScaleLevel,
    Scoring,
    Section,
    Text,
    definition_from_data,
    fingerprint,
)
from opora.instruments.rules.findings import ERROR, WARNING, Finding, has_errors
from opora.instruments.rules.reading import Reading, read_instrument
from opora.instruments.rules.scoring import FAMILY_SUBJECT, Score, Value, applies, score
from opora.instruments.rules.versions import Difference, compare_versions, difference

__all__ = [
    "ERROR",
    "FAMILY_SUBJECT",
    "NOT_APPLICABLE",
    "UNKNOWN",
    "WARNING",
    "Change",
    "Definition",
    "Difference",
    "Finding",
    "Item",
    "Level",
    "Reading",
    "Scale",
    "ScaleLevel",
    "Score",
    "Scoring",
    "Section",
    "SectionChange",
    "Text",
    "Value",
    "applies",
    "compare",
    "compare_versions",
    "definition_from_data",
    "difference",
    "fingerprint",
    "has_errors",
    "read_instrument",
    "score",
]
