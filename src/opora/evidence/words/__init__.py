"""What figures, findings and verdicts say in plain words of the reader's language; never that anything is proved.

Every function gives text ready to show. Pages, papers and the command line take it from here, so that the same
figure is said in the same words everywhere.
"""

from opora.evidence.words.answer import Plain, answer, in_a_line, plain_figures, short_verdict, why
from opora.evidence.words.caveats import caveats, missing_caveat, palliative_caveat
from opora.evidence.words.findings import finding_text, finding_title
from opora.evidence.words.measure import Slot, measure
from opora.evidence.words.numbers import days, interval, number, p_equals, p_value, part, percent, percent_interval
from opora.evidence.words.reasons import reason
from opora.evidence.words.statistics import Line, lines
from opora.evidence.words.table import COLUMNS, Column, cells, columns, totals
from opora.evidence.words.verdicts import children_reason, missing_reason, verdict, verdict_reason

__all__ = [
    "COLUMNS",
    "Column",
    "Line",
    "Plain",
    "Slot",
    "answer",
    "caveats",
    "cells",
    "children_reason",
    "columns",
    "days",
    "finding_text",
    "finding_title",
    "in_a_line",
    "interval",
    "lines",
    "measure",
    "missing_caveat",
    "missing_reason",
    "number",
    "p_equals",
    "p_value",
    "palliative_caveat",
    "part",
    "percent",
    "percent_interval",
    "plain_figures",
    "reason",
    "short_verdict",
    "totals",
    "verdict",
    "verdict_reason",
    "why",
]
