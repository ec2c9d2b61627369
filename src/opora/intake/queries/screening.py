"""The criteria of the process of a path, with what is recorded and the row in force (S4-31)."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import pgettext

from opora.common.language import said
from opora.pathways.queries import definition_of
from opora.pathways.rules import decide
from opora.process.models import Route


@dataclass(frozen=True, slots=True)
class Question:
    """A fact of a table: its key, words, and the answers (as text keys) with their words."""

    name: str
    title: str
    answers: tuple[tuple[str, str], ...]
    values: dict[str, Any]
    given: str


@dataclass(frozen=True, slots=True)
class Criterion:
    """A table of criteria: its questions and what it says about the facts recorded now."""

    code: str
    title: str
    questions: tuple[Question, ...]
    result: str
    why: str
    row: int | None


def criteria_of(route: Route) -> list[Criterion]:
    """The tables that people answer for this path, which has been read for the person already.

    What a panel decided comes with its minutes and is no question.
    """
    definition = definition_of(route.version)
    found = []
    for code, table in definition.criteria.items():
        if table.is_brought_by_papers:
            continue
        decision = decide(definition, code, route.facts)
        result = decision.result or ""
        words = table.results.get(result)
        found.append(
            Criterion(
                code=code,
                title=said(table.title),
                questions=tuple(_question(name, fact, route.facts.get(name)) for name, fact in table.facts.items()),
                result=(said(words) if words else result) if result else "",
                why=said(decision.why) if result else "",
                row=decision.row,
            )
        )
    return found


def _question(name: str, fact: Any, given: Any) -> Question:
    values = {_key(value): value for value in fact.values}
    answers = tuple((_key(value), _word(fact, value)) for value in fact.values)
    return Question(name, said(fact.title), answers, values, "" if given is None else _key(given))


def _key(value: Any) -> str:
    return ("yes" if value else "no") if isinstance(value, bool) else str(value)


def _word(fact: Any, value: Any) -> str:
    if value in fact.labels:
        return said(fact.labels[value])
    if isinstance(value, bool):
        return pgettext("answer", "yes") if value else pgettext("answer", "no")
    return str(value)
