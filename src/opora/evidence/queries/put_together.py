"""The SQL of questions about facts, put together once for everybody who sees all of them.

The ORM takes longer over such a question than the database over its answer.
"""

from collections.abc import Callable, Hashable
from typing import Any

from django.db.models import QuerySet

from opora.access.rules import Actor, Scope, scope
from opora.common.kept import Kept
from opora.evidence.queries.seen import ABILITY
from opora.evidence.rules.rows import Cohort

Statement = tuple[str, tuple[Any, ...]]
_STATEMENTS = Kept(200)


def same_for_all(actor: Actor, cohort: Cohort, *more: Hashable) -> Hashable | None:
    """What a question about these facts is known by; None where it depends on who asks."""
    return (cohort, *more) if scope(actor, ABILITY) is Scope.ALL else None


def statement(name: str, question: Callable[[], QuerySet[Any, Any]], known_by: Hashable | None) -> Statement:
    """The text of a question and its parameters; raises EmptyResultSet where nothing can answer it."""
    if known_by is None:
        return question().query.sql_with_params()
    return _STATEMENTS.get((name, known_by), lambda: question().query.sql_with_params())
