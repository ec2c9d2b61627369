"""Why a family was refused by the criteria: every row that speaks against it, not only the first (S4-24)."""

from __future__ import annotations

from opora.pathways.rules.definition import Definition, Facts, Row

REFUSED = "refused"


def refusing_results(definition: Definition, table: str) -> frozenset[str]:
    """The results of a table with which some step leads to a refusal by the criteria."""
    refusing = [
        one for one in definition.actions.values() if getattr(definition.exits.get(one.to), "kind", "") == REFUSED
    ]
    return frozenset(result for one in refusing for result in one.criteria.get(table, ()))


def failed_rows(definition: Definition, facts: Facts) -> tuple[Row, ...]:
    """The rows of the tables people answer that are true of these facts and refuse the family.

    A fact that is not known never counts against a family (X-06). Empty when the panel refused for reasons of its own.
    """
    found = []
    for code, table in definition.criteria.items():
        if table.is_brought_by_papers:
            continue
        results = refusing_results(definition, code)
        found += [row for row in table.rows if row.then in results and _is_true(row, facts)]
    return tuple(found)


def is_refused(definition: Definition, place: str) -> bool:
    """Say whether a path ended by a refusal of the organization because of its criteria."""
    return place in definition.exits and definition.exits[place].kind == REFUSED


def _is_true(row: Row, facts: Facts) -> bool:
    return bool(row.when) and all(facts.get(name) in values for name, values in row.when.items())
