"""The outcome of each program, and of their pool only when that was asked for."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from django.core.cache import caches
from django.db.models import Count, Q, QuerySet

from opora.access.rules import Actor
from opora.evidence.models import CaseFact
from opora.evidence.queries import monthly
from opora.evidence.queries.children import told_twice, twice_by_program, twice_together
from opora.evidence.queries.rows import read_rows
from opora.evidence.queries.seen import facts, opened_again
from opora.evidence.queries.tallies import out_of_order, tallies
from opora.evidence.rules.children import ChildCounts
from opora.evidence.rules.findings import find_in_pool
from opora.evidence.rules.outcomes import Outcomes, ProgramOutcome, judged_by_parts, summarize, with_cases
from opora.evidence.rules.palliative import Palliative
from opora.evidence.rules.rows import Cohort, OutcomeRow
from opora.evidence.rules.signs import Sign
from opora.evidence.rules.tally import Tally
from opora.programs.models import Program

PAGE = 50
NAMED_UP_TO = 2_000


def outcomes(
    *,
    actor: Actor,
    cohort: Cohort,
    limit: int | None = PAGE,
    offset: int = 0,
    programs: Sequence[Program] | None = None,
) -> Outcomes:
    """Tables, figures, findings and verdicts over the cases this person may see (IND-20, IND-30 to IND-35).

    Figures are over all cases of the cohort; `limit` and `offset` only choose the rows shown of each program
    (None: all). Findings name their cases when all rows are at hand and at most `NAMED_UP_TO` of them; else
    `rows_behind` or `rules.with_cases` does. A program without a closed case is there too, with figures that
    say why they do not exist. `programs` are those in use, if the caller has read them already. Raises Refused.
    """
    seen = facts(actor=actor, cohort=cohort)
    kept = monthly.counted(seen, actor=actor, cohort=cohort)
    told = told_twice(seen)
    twice = twice_by_program(told)
    counted = tallies(kept.added, _early(seen, kept.mark), twice)
    apart = _apart(kept.apart, actor, cohort)
    again = _opened_again(actor, cohort)
    shown = _shown({**apart, **counted, **again}, cohort, programs)
    by_name = {
        program.name: _with_sign(counted.get(program.id, Tally()), Sign.OPENED_AGAIN, again.get(program.id, 0))
        for program in shown
    }
    found = []
    for program in shown:
        data = by_name[program.name]
        rows = read_rows(seen.filter(program_id=program.id), limit=limit, offset=offset) if data.sums.closed else ()
        others = {name: other for name, other in by_name.items() if name != program.name}
        outcome = summarize(
            data,
            name=program.name,
            program_id=program.id,
            layout=program.layout,
            rows=rows,
            others=others,
            palliative=apart.get(program.id, Palliative()),
        )
        if limit is None and outcome.palliative.closed:
            others_rows = facts(actor=actor, cohort=cohort, palliative=True).filter(program_id=program.id)
            outcome = replace(outcome, palliative_rows=read_rows(others_rows))
        found.append(_named(outcome, rows))
    between = twice_together(told.values()) - sum(twice.values(), ChildCounts())
    pooled = _pooled(found, by_name, between) if cohort.pooled else None
    return Outcomes(cohort, tuple(found), pooled)


def _apart(counted: Mapping[int, Palliative], actor: Actor, cohort: Cohort) -> Mapping[int, Palliative]:
    """The social palliative cases of each program, their children counted as people."""
    if not any(one.closed for one in counted.values()):
        return counted
    twice = twice_by_program(told_twice(facts(actor=actor, cohort=cohort, palliative=True)))
    return {program: one.without(twice.get(program, ChildCounts())) for program, one in counted.items()}


def _opened_again(actor: Actor, cohort: Cohort) -> dict[int, int]:
    """How many cases of each program were closed in the period and opened again since."""
    found = opened_again(actor=actor, cohort=cohort).order_by().values_list("program_id").annotate(n=Count("*"))
    return dict(found)


def _with_sign(data: Tally, sign: Sign, cases: int) -> Tally:
    return replace(data, flagged={**data.flagged, sign: cases}) if cases else data


def _early(seen: QuerySet[CaseFact], mark: str | None) -> Mapping[int, int]:
    """Cases out of order: walked through once, then remembered for as long as the same months stay as counted.

    This is the one figure that months do not add up to. A memory of this process only; losing it costs one walk.
    """
    if mark is None:
        return out_of_order(seen)
    memory = caches["memory"]
    found: Mapping[int, int] | None = memory.get(f"evidence.early.{mark}")
    if found is None:
        found = dict(out_of_order(seen))
        memory.set(f"evidence.early.{mark}", found)
    return found


def _shown(counted: Mapping[int, object], cohort: Cohort, read: Sequence[Program] | None) -> list[Program]:
    """Programs asked for or with a case; those in use need not be read twice."""
    if read is not None and {program.id for program in read}.issuperset({*counted, *cohort.program_ids}):
        return [
            program
            for program in read
            if not cohort.program_ids or program.id in counted or program.id in cohort.program_ids
        ]
    asked = Q(id__in=cohort.program_ids) if cohort.program_ids else Q(is_active=True)
    return list(Program.objects.filter(Q(id__in=counted) | asked))


def _pooled(
    programs: Sequence[ProgramOutcome], by_name: Mapping[str, Tally], between: ChildCounts
) -> ProgramOutcome | None:
    """All programs that have cases together; None when there is nothing to pool.

    `between` are children of more than one program, who are one child each in the pool.
    """
    parts = {program.name: by_name[program.name] for program in programs if program.closed}
    if len(parts) < 2:
        return None
    together = Tally()
    for data in parts.values():
        together += data
    together = replace(together, children=together.children - between)
    apart = sum((program.palliative for program in programs if program.closed), Palliative())
    outcome = summarize(together, name=" + ".join(parts), palliative=apart)
    outcome = judged_by_parts(outcome, [program for program in programs if program.closed])
    outcome = replace(outcome, findings=(*outcome.findings, *find_in_pool(parts)))
    return _named(outcome, *(program.rows for program in programs))


def _named(outcome: ProgramOutcome, *tables: tuple[OutcomeRow, ...]) -> ProgramOutcome:
    """Name the cases of every finding when all rows are at hand and not too many."""
    if sum(map(len, tables)) < outcome.closed or outcome.closed > NAMED_UP_TO:
        return outcome
    return with_cases(outcome, *tables)
