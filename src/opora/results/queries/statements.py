"""The statement that derives the results of some cases from their records, put together from the parts beside it."""

import json
from functools import cache
from pathlib import Path
from typing import Any

from opora.circumstances.rules import KINDS
from opora.logic.queries import concepts
from opora.results.rules import ITEM_WAYS, SIDES, VALUE_WAYS
from opora.results.rules.ways import OF_CHILDREN, OF_PARENTS

SQL = Path(__file__).parent.parent / "sql"
_PARTS = ("items", "totals", "values", "sides", "homes", "closings", "plans", "ties", "help", "meetings")
# reads: cases_case, process_route
_HEAD = """
WITH cases AS MATERIALIZED (
    SELECT told.id AS case_id, told.family_id, route.id AS route_id
      FROM cases_case told
      LEFT JOIN process_route route ON route.case_id = told.id AND route.voided_on IS NULL
     WHERE told.id = ANY(%(cases)s::bigint[]) AND told.voided_on IS NULL
),
item_ways AS MATERIALIZED (
    SELECT * FROM jsonb_to_recordset(%(item_ways)s::jsonb) AS (concept text, items text[], how text, is_sure boolean)
),
value_ways AS MATERIALIZED (
    SELECT * FROM jsonb_to_recordset(%(value_ways)s::jsonb)
        AS (concept text, kind text, how text, "values" text[], items text[], is_sure boolean, of_child boolean)
),
side_ways AS MATERIALIZED (
    SELECT * FROM jsonb_to_recordset(%(side_ways)s::jsonb) AS (concept text, kind text, items text[], of_child boolean)
),
ranks AS MATERIALIZED (
    SELECT * FROM jsonb_to_recordset(%(ranks)s::jsonb) AS (kind text, value text, rank numeric)
),
aims AS MATERIALIZED (
    SELECT * FROM jsonb_to_recordset(%(aims)s::jsonb) AS (concept text, outcome text, items text[])
),
said AS MATERIALIZED (
    SELECT cases.case_id, record.id, record.concept, record.person_id, record."on", record.state, record.evidence
      FROM cases
      JOIN results_result record ON (record.case_id = cases.case_id OR record.route_id = cases.route_id)
       AND record.voided_on IS NULL
),
"""


@cache
def known() -> str:
    """The common parts of a statement that ends in ``seen`` and ``aimed``: all that is known of the named cases."""
    facts = "\nUNION ALL\n".join(f"(\n{_read(name)})" for name in _PARTS)
    seen = _read("seen").rstrip().removesuffix(",")
    return f"{_HEAD}facts AS MATERIALIZED (\n{facts}\n),\naimed AS MATERIALIZED (\n{_read('aims')}),\n{seen}"


@cache
def derivation() -> str:
    """The same up to ``derived``: the results of these cases, folded."""
    return f"{known()},\n{_read('fold')}"


def values_for(case_ids: list[int]) -> dict[str, Any]:
    """The values of the derivation: which cases, and the ways as data."""
    return {"cases": case_ids, **_ways(), "aims": _aims()}


def _read(name: str) -> str:
    return (SQL / f"{name}.sql").read_text(encoding="utf-8")


@cache
def _ways() -> dict[str, str]:
    return {
        "item_ways": json.dumps(
            [{"concept": one.concept, "items": one.items, "how": one.how, "is_sure": one.is_sure} for one in ITEM_WAYS]
        ),
        "value_ways": json.dumps(
            [
                {
                    "concept": one.concept,
                    "kind": one.kind,
                    "how": one.how,
                    "values": one.values,
                    "items": one.items,
                    "is_sure": one.is_sure,
                    "of_child": _of_child(one.concept),
                }
                for one in VALUE_WAYS
            ]
        ),
        "side_ways": json.dumps(
            [{"concept": one.concept, "kind": one.kind, "items": one.items, "of_child": one.is_child} for one in SIDES]
        ),
        "ranks": json.dumps(
            [
                {"kind": kind.code, "value": value, "rank": rank}
                for kind in KINDS.values()
                if kind.is_ordered
                for rank, value in enumerate(kind.values)
            ]
        ),
    }


def _of_child(concept: str) -> bool | None:
    return True if concept in OF_CHILDREN else False if concept in OF_PARENTS else None


def _aims() -> str:
    """Which goals aim at an outcome: by the code that plans name it by, or by one of the items by which it is seen."""
    return json.dumps(
        [
            {"concept": one.code, "outcome": one.outcome, "items": one.evidence.items}
            for one in concepts().values()
            if one.outcome or one.evidence.items
        ]
    )
