"""A plan as plain values: for a page, for a program that reads us, and for the history of imports."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from opora.registry import words
from opora.registry.rules.header import Field
from opora.registry.rules.issues import Issue, printed
from opora.registry.rules.plan import Plan, PlannedRow, Status
from opora.registry.rules.register import RejectedRow


def issue_line(issue: Issue) -> dict[str, Any]:
    """A remark for a program: where, what stands there, and the reason as a sentence."""
    return {
        "sheet": issue.sheet,
        "row": issue.row,
        "column": issue.column,
        "value": issue.value,
        "reason": words.reason(issue),
    }


def report(plan: Plan) -> dict[str, Any]:
    """What an import did or would do, in the shape the command line promises."""
    return {
        "imported": plan.count(Status.NEW),
        "updated": plan.count(Status.CHANGED),
        "unchanged": plan.count(Status.UNCHANGED),
        "rejected": [issue_line(issue) for issue in plan.rejected],
        "warnings": [issue_line(issue) for issue in plan.warnings],
    }


def counts(plan: Plan) -> dict[str, int]:
    """How many rows have each lot, and how many remarks are warnings."""
    return {**{str(status): plan.count(status) for status in Status}, "warnings": len(plan.warnings)}


def preview(plan: Plan) -> dict[str, Any]:
    """The whole plan row by row, in the order of the workbook, for the page."""
    remarks: dict[tuple[str, int], list[dict[str, Any]]] = {}
    for kind, issues in (("rejected", plan.rejected), ("warning", plan.warnings)):
        for issue in issues:
            line = {"kind": kind, "letter": issue.letter, **issue_line(issue)}
            remarks.setdefault((issue.sheet, issue.row), []).append(line)
    rows = [_planned(planned) for planned in plan.rows] + [_rejected(row) for row in plan.rejected_rows]
    order = {name: place for place, name in enumerate(plan.sheets)}
    rows.sort(key=lambda row: (order.get(row["sheet"], 0), row["row"]))
    for row in rows:
        row["remarks"] = remarks.pop((row["sheet"], row["row"]), [])
    return {
        "counts": counts(plan),
        "rows": rows,
        # Remarks about a header or a whole sheet, which belong to no row of the table.
        "about_sheets": [line for lines in remarks.values() for line in lines],
        "sheets": plan.sheets,
        "skipped_sheets": plan.skipped_sheets,
        "asks_program": plan.asks_program,
        "new_departments": [department.name for department in plan.new_departments.values()],
    }


def remarks_only(details: Mapping[str, Any]) -> dict[str, Any]:
    """What of a preview is worth keeping once the import is done: the rows with something to say."""
    return {**details, "rows": [row for row in details["rows"] if row["remarks"]]}


def _planned(planned: PlannedRow) -> dict[str, Any]:
    return {
        "sheet": planned.row.sheet,
        "row": planned.row.row,
        "status": str(planned.status),
        "program": planned.program,
        "case_id": planned.case_id,
        "cells": {str(name): planned.row.shown(name) for name in Field},
        "changes": [
            {"field": change.field, "before": _shown(change.before), "after": _shown(change.after)}
            for change in planned.changes
        ],
    }


def _rejected(row: RejectedRow) -> dict[str, Any]:
    return {
        "sheet": row.sheet,
        "row": row.row,
        "status": str(Status.REJECTED),
        "program": "",
        "case_id": None,
        "cells": {str(name): value for name, value in row.cells.items()},
        "changes": [],
    }


def _shown(value: object) -> str | None:
    if isinstance(value, Iterable) and not isinstance(value, str):
        value = ", ".join(map(str, value))
    return printed(value) if isinstance(value, date | str | int) else None
