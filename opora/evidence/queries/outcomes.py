"""The outcome of each programme, and of their pool only when that was asked for."""

from dataclasses import replace

from opora.access.rules import Actor
from opora.evidence.queries.rows import read_rows
from opora.evidence.queries.seen import facts
from opora.evidence.queries.tallies import tallies
from opora.evidence.rules.findings import cases_behind, find_in_pool
from opora.evidence.rules.outcomes import Outcomes, ProgramOutcome, summarize
from opora.evidence.rules.rows import Cohort
from opora.evidence.rules.tally import Tally
from opora.programs.models import Program

PAGE = 50


def outcomes(*, actor: Actor, cohort: Cohort, limit: int | None = PAGE, offset: int = 0) -> Outcomes:
    """Tables, figures, findings and verdicts over the cases this person may see (IND-20, IND-30 to IND-35).

    Figures are over all cases of the cohort; `limit` and `offset` only choose the rows shown of each programme
    (None: all). Findings name their cases when all rows are at hand; else `rows_behind` fetches them. A programme
    without a closed case is left out unless it was asked for. Raises Refused.
    """
    seen = facts(actor=actor, cohort=cohort)
    counted = tallies(seen)
    shown = list(Program.objects.filter(id__in={*counted, *cohort.program_ids}))
    by_name = {program.name: counted.get(program.id, Tally()) for program in shown}
    programs = []
    for program in shown:
        data = by_name[program.name]
        rows = read_rows(seen.filter(program_id=program.id), limit=limit, offset=offset) if data.sums.closed else ()
        others = {name: other for name, other in by_name.items() if name != program.name}
        outcome = summarize(
            data, name=program.name, program_id=program.id, layout=program.layout, rows=rows, others=others
        )
        programs.append(_with_cases(outcome))
    pooled = _pooled(by_name) if cohort.pooled and len(programs) > 1 else None
    return Outcomes(cohort, tuple(programs), pooled)


def _with_cases(outcome: ProgramOutcome) -> ProgramOutcome:
    """Name the cases of every finding when all of them are at hand."""
    if len(outcome.rows) < outcome.closed:
        return outcome
    findings = (replace(found, case_ids=cases_behind(found, outcome.rows)) for found in outcome.findings)
    return replace(outcome, findings=tuple(findings))


def _pooled(by_name: dict[str, Tally]) -> ProgramOutcome:
    together = Tally()
    for data in by_name.values():
        together += data
    outcome = summarize(together, name=" + ".join(by_name))
    return replace(outcome, findings=(*outcome.findings, *find_in_pool(by_name)))
