"""The outcome of each program, and of their pool only when that was asked for."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from django.db.models import Count, Q, QuerySet

from opora.access.rules import Actor
from opora.common.kept import Kept
from opora.evidence.models import CaseFact
from opora.evidence.queries import monthly
from opora.evidence.queries.children import told_twice, twice_by_program, twice_together
from opora.evidence.queries.marks import mark_of_names, marks_and_months
from opora.evidence.queries.put_together import same_for_all
from opora.evidence.queries.rows import read_rows
from opora.evidence.queries.seen import facts, opened_again
from opora.evidence.queries.tallies import early_by_program, tallies
from opora.evidence.queries.years import Told, Whole, keep_whole
from opora.evidence.rules.children import ChildCounts
from opora.evidence.rules.findings import baselines, find_in_pool
from opora.evidence.rules.outcomes import Outcomes, ProgramOutcome, judged_by_parts, summarize
from opora.evidence.rules.palliative import Palliative
from opora.evidence.rules.rows import Cohort, OutcomeRow
from opora.evidence.rules.signs import Sign
from opora.evidence.rules.tally import Tally
from opora.programs.models import Program

PAGE = 50
# Of a few readers with their filters; a tally is small, an outcome holds a page of rows.
_COUNTED = Kept(400)
_OUTCOMES = Kept(60)


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
    (None: all). Findings do not name their cases: `rows_behind` does, or `rules.with_cases` over all rows. A program
    without a closed case is there too, with figures that say why they do not exist. `programs` are those in use, if
    the caller has read them already. Raises Refused.
    """
    seen = facts(actor=actor, cohort=cohort)
    known, months = marks_and_months(actor=actor, cohort=cohort)
    counted = _counted(known, months, actor, cohort)
    again = _opened_again(actor, cohort)
    shown = _shown({**counted, **again}, cohort, programs)
    by_name = {
        program.name: _with_sign(_of(counted, program).data, Sign.OPENED_AGAIN, again.get(program.id, 0))
        for program in shown
    }
    names = mark_of_names() if limit is not None else ""
    read = _Reading(seen, names=names, limit=limit, offset=offset, known_by=same_for_all(actor, cohort))
    found = []
    for program in shown:
        others = {name: other for name, other in by_name.items() if name != program.name}
        mark = (known.get(program.id), again.get(program.id, 0))
        outcome = read.outcome(program, by_name[program.name], others, _of(counted, program), mark)
        if limit is None and outcome.palliative.closed:
            others_rows = facts(actor=actor, cohort=cohort, palliative=True).filter(program_id=program.id)
            outcome = replace(outcome, palliative_rows=read_rows(others_rows))
        found.append(outcome)
    pooled = _pooled(found, by_name, _between(seen)) if cohort.pooled else None
    return Outcomes(cohort, tuple(found), pooled)


@dataclass(frozen=True, slots=True)
class _Reading:
    """One page of outcomes being read: which facts are in sight, and which of them are shown as rows."""

    seen: QuerySet[CaseFact]
    names: str
    limit: int | None
    offset: int
    known_by: Hashable | None

    def outcome(
        self,
        program: Program,
        data: Tally,
        others: Mapping[str, Tally],
        counted: "_Counted",
        mark: tuple[str | None, int],
    ) -> ProgramOutcome:
        """What came of a program: as it was computed last, if everything it depends on has stayed."""

        def compute() -> ProgramOutcome:
            mine = self.seen.filter(program_id=program.id)
            known_by = None if self.known_by is None else (self.known_by, program.pk)
            rows: tuple[OutcomeRow, ...] = ()
            if data.sums.closed:
                rows = read_rows(mine, limit=self.limit, offset=self.offset, known_by=known_by)
            return summarize(
                data,
                name=program.name,
                program_id=program.id,
                layout=program.layout,
                rows=rows,
                others=others,
                palliative=counted.apart,
            )

        if self.limit is None or self.limit > PAGE:
            return compute()
        about = (program.pk, program.name, program.layout, repr(baselines(data, program.name, others)))
        key = (*mark, self.names, self.limit, self.offset, *about)
        if counted.whole is not None:
            keep_whole(repr(key), counted.whole)
        return replace(_OUTCOMES.get(key, compute), mark=repr(key))


@dataclass(frozen=True, slots=True)
class _Counted:
    """The closed cases of a program, and its social palliative ones, counted."""

    data: Tally = field(default_factory=Tally)
    apart: Palliative = field(default_factory=Palliative)
    whole: Whole | None = None


_NONE = _Counted()


def _of(counted: Mapping[int, _Counted], program: Program) -> _Counted:
    return counted.get(program.id, _NONE)


def _counted(known: Mapping[int, str], months: Sequence[Told], actor: Actor, cohort: Cohort) -> dict[int, _Counted]:
    """Every program of the cohort counted; those that are as they were counted last are not counted again."""
    found: dict[int, _Counted] = {}
    for program, mark in known.items():
        if (kept := _COUNTED.find(mark)) is not None:
            found[program] = kept
    missing = [program for program in known if program not in found]
    for program, counted in (_count(missing, months, actor, cohort) if missing else {}).items():
        found[program] = _COUNTED.put(known[program], counted)
    return found


def _count(program_ids: Sequence[int], told: Sequence[Told], actor: Actor, cohort: Cohort) -> dict[int, _Counted]:
    of_these = replace(cohort, program_ids=tuple(program_ids))
    seen = facts(actor=actor, cohort=of_these)
    of_months = [month for month in told if month[0] in program_ids]
    months = monthly.counted(seen, actor=actor, cohort=of_these, told=of_months)
    known_by = same_for_all(actor, of_these)
    twice = twice_by_program(told_twice(seen, known_by))
    counted = tallies(months.added, early_by_program(seen, months.added, known_by, cohort), twice)
    apart = _apart(months.apart, actor, of_these)
    return {
        program: _Counted(counted.get(program, Tally()), apart.get(program, Palliative()), months.whole.get(program))
        for program in program_ids
    }


def _between(seen: QuerySet[CaseFact]) -> ChildCounts:
    """Children of more than one program, who are one child each when the programs are put together."""
    told = told_twice(seen)
    return twice_together(told.values()) - sum(twice_by_program(told).values(), ChildCounts())


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
    return replace(outcome, findings=(*outcome.findings, *find_in_pool(parts)))
