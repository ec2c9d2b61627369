"""What a form is, how its file is read and checked, how answers become a score and two scores a change."""

from opora.instruments.rules.change import Change, SectionChange, compare
from opora.instruments.rules.checking import NAMES, FormProblem, form_problems
from opora.instruments.rules.comparing import FormChange, form_changes
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
from opora.instruments.rules.reading import Reading, read_form, read_instrument
from opora.instruments.rules.scoring import FAMILY_SUBJECT, Score, Value, applies, score
from opora.instruments.rules.versions import Difference, compare_versions, difference
from opora.instruments.rules.writing import Form, written
from opora.instruments.rules.xlsform import RowTold, XlsReading, read_xlsform, xlsform_of

__all__ = [
    "FAMILY_SUBJECT",
    "NAMES",
    "NOT_APPLICABLE",
    "UNKNOWN",
    "Change",
    "Definition",
    "Difference",
    "Form",
    "FormChange",
    "FormProblem",
    "Item",
    "Level",
    "Reading",
    "RowTold",
    "Scale",
    "ScaleLevel",
    "Score",
    "Scoring",
    "Section",
    "SectionChange",
    "Value",
    "XlsReading",
    "applies",
    "compare",
    "compare_versions",
    "definition_from_data",
    "difference",
    "fingerprint",
    "form_changes",
    "form_problems",
    "read_form",
    "read_instrument",
    "read_xlsform",
    "score",
    "written",
    "xlsform_of",
]
