"""The process of a practice, read from its file: either fit for publishing, or every mistake in it at once."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import Any

from opora.common.findings import Finding, Place
from opora.common.findings import mark as _
from opora.common.toml_text import Notes, parse_toml
from opora.pathways.rules import Problem, Where, problems_in
from opora.pathways.rules.problems import PLACES, SENTENCES

PROCESS_FILE = "process.toml"
_TABLES = {
    "role": "roles",
    "document": "documents",
    "field": "fields",
    "assumption": "assumptions",
    "stage": "stages",
    "exit": "exits",
    "table": "criteria",
    "action": "actions",
}


def read_process(text: str) -> tuple[dict[str, Any] | None, tuple[Finding, ...]]:
    """The definition as plain values (None where the text cannot be read) and all findings. Never raises."""
    notes = Notes(PROCESS_FILE, text)
    body = parse_toml(notes, text)
    if body is None:
        return None, tuple(notes.findings)
    return body, tuple(_finding(problem, text) for problem in problems_in(body))


def check_programs(body: Mapping[str, Any], programs: Collection[str]) -> tuple[Finding, ...]:
    """A process serves programs of its own practice, and at least one."""
    named = body.get("programs", [])
    named = [named] if isinstance(named, str) else named
    if not isinstance(named, list) or not all(isinstance(code, str) for code in named):
        return ()  # told by the reader of the process
    notes = Notes(PROCESS_FILE)
    if not named:
        notes.add(Place(), _("No program follows this process."), _('Name at least one: programs = ["support"].'))
    for code in named:
        if code not in programs:
            notes.add(
                Place(),
                _("The program “%(code)s” is not described in practice.toml."),
                _("Known: %(known)s."),
                code=code,
                known=", ".join(sorted(programs)) or "—",
            )
    return tuple(notes.findings)


def _finding(problem: Problem, text: str) -> Finding:
    sentence, advice = SENTENCES[problem.kind]
    place = Place() if problem.where.part == "process" else Place(PLACES[problem.where.part], problem.where.name)
    return Finding(PROCESS_FILE, place, sentence, advice, problem.data, line=_line(problem.where, text))


def _line(where: Where, text: str) -> int | None:
    """The line where the part begins: its own header, or its name inside the table of its kind."""
    table, name = _TABLES.get(where.part), re.split(r"[.,]", where.name)[0]
    inside = ""
    for number, line in enumerate(text.splitlines(), 1):
        if header := re.match(r"\s*\[([\w.-]+)\]", line):
            inside = header[1]
            if inside == f"{table}.{name}":
                return number
        elif inside == table and re.match(rf"\s*{re.escape(name)}\s*=", line):
            return number
    return None
