"""A plan as plain values: for a page, for a program that reads us, and for the history of imports."""

from collections.abc import Iterable, Iterator, Mapping
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
    """What an import did or would do, in the shape the command line promises; `updates` when there are any."""
    told: dict[str, Any] = {
        "imported": plan.count(Status.NEW),
        "updated": plan.count(Status.CHANGED),
        "unchanged": plan.count(Status.UNCHANGED),
        "rejected": [issue_line(issue) for issue in plan.rejected],
        "warnings": [issue_line(issue) for issue in plan.warnings],
    }
    if updates := [_update(planned) for planned in plan.rows if planned.status is Status.CHANGED]:
        told["updates"] = updates
    return told


def _update(planned: PlannedRow) -> dict[str, Any]:
    row = planned.row
    place = {"sheet": row.sheet, "row": row.row, "department": row.department, "number": row.number}
    return {**place, "changes": _changes(planned)}


def counts(plan: Plan) -> dict[str, int]:
    """How many rows have each lot, and how many remarks are warnings."""
    return {**{str(status): plan.count(status) for status in Status}, "warnings": len(plan.warnings)}


def preview(plan: Plan) -> dict[str, Any]:
    """The whole plan row by row, in the order of the workbook."""
    return {**about(plan), "rows": list(preview_rows(plan))}


def about(plan: Plan) -> dict[str, Any]:
    """What a plan says beside its rows: numbers, sheets, questions, and remarks that belong to no row."""
    remarks = list(_remarks(plan))
    # Of fifty thousand rows only the places are looked for that a remark names.
    named = {place for place, _line in remarks}
    rows: list[PlannedRow | RejectedRow] = [*plan.rows, *plan.rejected_rows] if named else []
    of_rows = {place for one in rows if (place := _place(one)) in named}
    return {
        "counts": counts(plan),
        "about_sheets": [line for place, line in remarks if place not in of_rows],
        "sheets": plan.sheets,
        "skipped_sheets": plan.skipped_sheets,
        "asks_program": plan.asks_program,
        "emptied": plan.emptied,
        "new_departments": [department.name for department in plan.new_departments.values()],
    }


def preview_rows(plan: Plan) -> Iterator[dict[str, Any]]:
    """The rows of a plan as the page shows them, one by one: a long register is never laid out as a whole."""
    remarks: dict[tuple[str, int], list[dict[str, Any]]] = {}
    for place, line in _remarks(plan):
        remarks.setdefault(place, []).append(line)
    order = {name: place for place, name in enumerate(plan.sheets)}
    rows: list[PlannedRow | RejectedRow] = [*plan.rows, *plan.rejected_rows]
    rows.sort(key=lambda one: (order.get(_place(one)[0], 0), _place(one)[1]))
    for one in rows:
        laid = _planned(one) if isinstance(one, PlannedRow) else _rejected(one)
        laid["remarks"] = remarks.get(_place(one), [])
        yield laid


def is_worth_keeping(row: Mapping[str, Any]) -> bool:
    """Whether a row is still worth a look once the import is done: something was remarked on or changed."""
    return bool(row["remarks"] or row["changes"])


def _place(one: PlannedRow | RejectedRow) -> tuple[str, int]:
    return (one.row.sheet, one.row.row) if isinstance(one, PlannedRow) else (one.sheet, one.row)


def _remarks(plan: Plan) -> Iterator[tuple[tuple[str, int], dict[str, Any]]]:
    for kind, issues in (("rejected", plan.rejected), ("warning", plan.warnings)):
        for issue in issues:
            yield (issue.sheet, issue.row), {"kind": kind, "letter": issue.letter, **issue_line(issue)}


def _planned(planned: PlannedRow) -> dict[str, Any]:
    return {
        "sheet": planned.row.sheet,
        "row": planned.row.row,
        "status": str(planned.status),
        "program": planned.program,
        "case_id": planned.case_id,
        "cells": {str(name): planned.row.shown(name) for name in Field},
        "changes": _changes(planned),
    }


def _changes(planned: PlannedRow) -> list[dict[str, Any]]:
    return [
        {"field": change.field, "before": _shown(change.before), "after": _shown(change.after)}
        for change in planned.changes
    ]


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
