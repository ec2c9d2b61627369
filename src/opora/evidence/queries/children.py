"""Children named by more than one closed case: what adding up the cases says of them too much."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import QuerySet

from opora.cases.rules.children_then import ChildThen
from opora.evidence.models import CaseFact, ChildClosings, ChildFact
from opora.evidence.queries.put_together import statement
from opora.evidence.rules.children import ChildCounts, named_twice
from opora.families.rules import Belonging

_COLUMNS = ("case_id", "person_id", "closed_on", "what", "home", "later_on", "later_home")


def told_twice(seen: QuerySet[CaseFact], known_by: Hashable | None = None) -> dict[int, list[ChildThen]]:
    """By program, what these cases tell of children whom other closed cases name too; few beside all."""

    def found() -> QuerySet[ChildFact, Any]:
        people = ChildClosings.objects.filter(closings__gt=1).values("person_id")
        told = ChildFact.objects.filter(person_id__in=people, case_id__in=seen.order_by().values("case_id"))
        return told.values_list(*_COLUMNS)

    try:
        text, parameters = statement("told twice", found, known_by)
    except EmptyResultSet:
        return {}
    with connection.cursor() as cursor:
        cursor.execute(text, parameters)
        rows = cursor.fetchall()
    if not rows:
        return {}
    programs = dict(seen.filter(case_id__in={row[0] for row in rows}).values_list("case_id", "program_id"))
    told: dict[int, list[ChildThen]] = defaultdict(list)
    for case_id, person, closed_on, what, *rest in rows:
        told[programs[case_id]].append(ChildThen(case_id, person, closed_on, Belonging(what), *rest))
    return dict(told)


def twice_by_program(told: Mapping[int, list[ChildThen]]) -> dict[int, ChildCounts]:
    """Of each program by itself."""
    return {program: named_twice(lines) for program, lines in told.items()}


def twice_together(told: Iterable[list[ChildThen]]) -> ChildCounts:
    """Of several programs together: one child may be named in each of them."""
    return named_twice(one for program in told for one in program)
