"""Results over many families: what is kept, narrowed, the newest first."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from opora.access.rules import Actor
from opora.cases.queries import visible_to
from opora.cases.rules.numbers import number_key
from opora.families.queries.called import codes
from opora.results import policies
from opora.results.models import ResultMark
from opora.results.queries.reached import READ
from opora.results.words import STATES, concept_title, source_said

_CODE = re.compile(r"([^\W\d_])\s?(\d{1,9})")
_REACHED = ResultMark.Kind.REACHED


@dataclass(frozen=True, slots=True)
class Filters:
    """What is asked of the results: all of them that were reached at some time, or some."""

    text: str = ""
    state: str = ""
    concept: str = ""
    program_id: int | None = None
    department_id: int | None = None
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True)
class ResultLine:
    """A result of a case, or of one person of it, by numbers and codes."""

    case_id: int
    number: str
    client: str
    person: str
    program: str
    department: str
    concept: str
    state: str
    on: date
    since: date
    source: str
    is_mine: bool

    @property
    def title(self) -> str:
        return concept_title(self.concept)

    @property
    def state_said(self) -> str:
        return str(STATES[self.state])

    @property
    def seen_by(self) -> str:
        """By which kind of record this is seen."""
        return source_said(self.source)


def list_results(*, actor: Actor, filters: Filters, offset: int = 0, limit: int, on: date) -> list[ResultLine]:
    """The results that were asked for; one more than ``limit`` tells that there are more."""
    found = _found(actor, filters, on).select_related("case__program", "case__department", "case__client")
    rows = list(found.defer("case__client__identity").order_by(f"-{_day(filters)}", "-pk")[offset : offset + limit + 1])
    coded = codes([one.person_id for one in rows if one.person_id is not None])
    seen = set(visible_to(actor).filter(pk__in={one.case_id for one in rows}).values_list("pk", flat=True))
    return [_line(one, coded, is_mine=one.case_id in seen) for one in rows]


def count_results(*, actor: Actor, filters: Filters, on: date) -> tuple[int, int]:
    """How many lines there are, and of how many families."""
    found = _found(actor, filters, on).order_by()
    return found.count(), found.values("case__family_id").distinct().count()


def _found(actor: Actor, filters: Filters, on: date) -> "QuerySet[ResultMark]":
    # What is recorded ahead, a move that is planned, is no result yet.
    found = ResultMark.objects.filter(case__in=visible_to(actor, READ), since__lte=on)
    found = found.exclude(concept__in=sorted(policies.untold(actor, READ)))
    found = _of_state(found, filters.state)
    if filters.concept:
        found = found.filter(concept=filters.concept)
    if filters.program_id is not None:
        found = found.filter(case__program_id=filters.program_id)
    if filters.department_id is not None:
        found = found.filter(case__department_id=filters.department_id)
    if filters.first is not None:
        found = found.filter(Q(**{f"{_day(filters)}__gte": filters.first}))
    if filters.last is not None:
        found = found.filter(Q(**{f"{_day(filters)}__lte": filters.last}))
    return found.filter(_named(filters.text)) if filters.text else found


def _day(filters: Filters) -> str:
    """The day of what is asked: of a loss the day of the loss."""
    return "until" if filters.state == "lost" else "since"


def _of_state(found: "QuerySet[ResultMark]", state: str) -> "QuerySet[ResultMark]":
    if state == "aimed":
        stands = ResultMark.objects.filter(
            case=OuterRef("case"), concept=OuterRef("concept"), kind=_REACHED, until=None
        )
        return found.filter(~Exists(stands), kind=ResultMark.Kind.AIMED, until=None)
    if state == "waiting":
        kinds = (ResultMark.Kind.MAYBE_REACHED, ResultMark.Kind.MAYBE_LOST)
        return found.filter(kind__in=kinds)
    found = found.filter(kind=_REACHED)
    if state == "reached":
        return found.filter(until=None)
    if state == "lost":
        return found.filter(until__isnull=False)
    return found


def _named(text: str) -> Q:
    """A case by the beginning of its number, a client by the code."""
    by_number = Q(case__number_key__startswith=number_key(text))
    if (code := _CODE.fullmatch(text.strip().upper())) is None:
        return by_number
    return by_number | Q(case__client__code_letter=code[1], case__client__code_number=int(code[2]))


def _line(mark: ResultMark, coded: Mapping[int, str], *, is_mine: bool) -> ResultLine:
    case, is_lost = mark.case, mark.kind == _REACHED and mark.until is not None
    return ResultLine(
        case_id=case.pk,
        number=case.number,
        client=case.client.code,
        person=coded.get(mark.person_id or 0, ""),
        program=case.program.name,
        department=case.department.name,
        concept=mark.concept,
        state="lost" if is_lost else mark.kind,
        on=mark.until if is_lost and mark.until is not None else mark.since,
        since=mark.since,
        source=mark.until_by if is_lost else mark.since_by,
        is_mine=is_mine,
    )
