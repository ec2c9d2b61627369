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
    definition_from_data,
    fingerprint,
)
from opora.instruments.rules.reading import Reading, read_instrument
from opora.instruments.rules.scoring import FAMILY_SUBJECT, Score, Value, applies, score
from opora.instruments.rules.versions import Difference, compare_versions, difference

__all__ = [
    "FAMILY_SUBJECT",
    "NOT_APPLICABLE",
    "UNKNOWN",
    "Change",
    "Definition",
    "Difference",
    "Item",
    "Level",
    "Reading",
    "Scale",
    "ScaleLevel",
    "Score",
    "Scoring",
    "Section",
    "SectionChange",
    "Value",
    "applies",
    "compare",
    "compare_versions",
    "definition_from_data",
    "difference",
    "fingerprint",
    "read_instrument",
    "score",
]
