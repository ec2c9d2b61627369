"""From a figure or a finding to the cases it is made of."""

from django.core.exceptions import EmptyResultSet
from django.db.models import Q, QuerySet
from django.db.models.expressions import RawSQL

from opora.access.rules import Actor
from opora.evidence.models import CaseFact
from opora.evidence.queries import signs
from opora.evidence.queries.rows import read_rows
from opora.evidence.queries.seen import facts, opened_again
from opora.evidence.rules.findings import Finding
from opora.evidence.rules.rows import Cohort, OutcomeRow
from opora.evidence.rules.signs import Sign


def rows_behind(
    *,
    actor: Actor,
    cohort: Cohort,
    program_id: int,
    finding: Finding,
    limit: int | None = None,
    offset: int = 0,
) -> tuple[OutcomeRow, ...]:
    """The cases of one program a finding speaks of, in the order of the table."""
    found = _behind(actor=actor, cohort=cohort, program_id=program_id, finding=finding)
    return read_rows(found, limit=limit, offset=offset)


def _behind(*, actor: Actor, cohort: Cohort, program_id: int, finding: Finding) -> QuerySet[CaseFact]:
    if finding.code is Sign.OPENED_AGAIN:
        return opened_again(actor=actor, cohort=cohort).filter(program_id=program_id)
    seen = facts(actor=actor, cohort=cohort).filter(program_id=program_id)
    if finding.code is Sign.NUMBERS_OUT_OF_ORDER:
        return _where(signs.out_of_order(seen).values_list("case_id", flat=True))
    if finding.code is Sign.NUMBERS_SPELLED_DIFFERENTLY:
        return seen.filter(_any_of(signs.unusual_spellings(signs.spellings(seen))))
    if finding.code in signs.ROW_SIGNS:
        return seen.filter(signs.ROW_SIGNS[finding.code])
    return seen.filter(_shows(finding))


def _where(early: QuerySet[CaseFact, int]) -> QuerySet[CaseFact]:
    """Facts by a question of the database's own, which Django puts into no other: their ids never come here."""
    try:
        text, parameters = early.query.sql_with_params()
    except EmptyResultSet:
        return CaseFact.objects.none()
    return CaseFact.objects.filter(case_id__in=RawSQL(text, parameters))  # noqa: S611  (Django wrote the text, nobody typed it)


def _shows(finding: Finding) -> Q:
    if finding.code is Sign.EXITS_ALIKE:
        return Q(exit=finding.figures["value"])
    if finding.code is Sign.ENTRIES_ALIKE:
        return Q(entry=finding.figures["value"])
    if finding.code is Sign.FLOOR_AT_EXIT:
        return Q(exit__lte=0)
    return Q(entry__isnull=False)


def _any_of(groups: list[tuple[int, int, str, str, int]]) -> Q:
    wanted = Q(pk__in=[])
    for _program, department, series, shape, _cases in groups:
        wanted |= Q(department_id=department, number_series=series, number_shape=shape)
    return wanted
