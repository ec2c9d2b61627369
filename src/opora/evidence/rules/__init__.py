"""Pure rules of evidence: rows in, figures out; the same for five cases and for a hundred thousand.

`rows` says what is known of a case, `tally` counts it, `outcomes` computes, `findings` and `verdict` judge.
"""

from opora.evidence.rules.counts import Counts
from opora.evidence.rules.findings import Finding
from opora.evidence.rules.outcomes import Outcomes, ProgramOutcome, Undefined, summarize, with_cases
from opora.evidence.rules.rows import Cohort, Measured, OutcomeRow, Pair, pair
from opora.evidence.rules.signs import Sign
from opora.evidence.rules.tally import Sums, Tally, tally
from opora.evidence.rules.verdict import Answer, Because, Verdict

__all__ = [
    "Answer",
    "Because",
    "Cohort",
    "Counts",
    "Finding",
    "Measured",
    "OutcomeRow",
    "Outcomes",
    "Pair",
    "ProgramOutcome",
    "Sign",
    "Sums",
    "Tally",
    "Undefined",
    "Verdict",
    "pair",
    "summarize",
    "tally",
    "with_cases",
]
