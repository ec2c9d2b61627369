"""Reading a practice from the texts of its files: every mistake in every file at once."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Any

from opora.access.rules import ROLES as ACCESS_ROLES
from opora.access.rules import PatternError, Role, check_pattern
from opora.catalogue.rules import SERVICES_FILE, Catalogue, read_catalogue
from opora.common.findings import Finding, Place, has_errors
from opora.common.findings import mark as _
from opora.common.toml_table import Table
from opora.common.toml_text import Notes, parse_toml
from opora.instruments.rules import Definition, read_instrument
from opora.logic.rules import Concept
from opora.packs.rules.models import read_models
from opora.packs.rules.practice import (
    PRACTICE_FILE,
    REVIEW_MONTHS,
    DepartmentPlan,
    OutcomePlan,
    Practice,
    PracticeReading,
    ProgramPlan,
)
from opora.packs.rules.process import PROCESS_FILE, check_programs, read_process

INSTRUMENTS = "instruments/"
LONGEST_OUTCOME = 8
LAYOUTS = ("support", "shelter")
ROLES = tuple(role for role in ACCESS_ROLES if role != Role.ADMINISTRATOR)
_CODE_LINE = re.compile(r'^\s*code\s*=\s*"([^"]+)"', re.MULTILINE)


def read_practice(
    files: Mapping[str, str],
    known_forms: Collection[str] = (),
    unread: Collection[str] = (),
    concepts: Mapping[str, Concept] | None = None,
) -> PracticeReading:
    """Read a practice from {path inside the folder: text}. Never raises.

    Its programs use its own forms, or `known_forms` of other practices. `unread` are paths of files that are there but
    could not be read as text: that was told already. `concepts` are the outcomes that all logic models share.
    """
    findings: list[Finding] = []
    forms: dict[str, Definition] = {}
    broken = {_stem(path) for path in unread}
    for path in sorted(path for path in files if path.startswith(INSTRUMENTS) and path.endswith(".toml")):
        reading = read_instrument(files[path], path)
        findings.extend(reading.findings)
        if reading.definition is not None:
            forms[path] = reading.definition
        else:
            broken |= {_stem(path), *_CODE_LINE.findall(files[path])[:1]}
    process: dict[str, Any] | None = None
    if PROCESS_FILE in files:
        process, found_in_process = read_process(files[PROCESS_FILE])
        findings.extend(found_in_process)
    notes = Notes(PRACTICE_FILE, files.get(PRACTICE_FILE, ""))
    if PRACTICE_FILE not in files:
        if PRACTICE_FILE not in unread:
            notes.add(
                Place(),
                _("The folder has no such file."),
                _("A practice begins with practice.toml; look whether the right folder was named."),
            )
        return PracticeReading(None, (*notes.findings, *findings), forms)
    data = parse_toml(notes, files[PRACTICE_FILE])
    practice = None
    if data is not None:
        practice = _read_head(data, tuple(forms.values()), {form.code: path for path, form in forms.items()}, notes)
        _check_references(practice, notes, known_forms, broken)
        if process is not None:
            findings.extend(check_programs(process, _codes_of_programs(data)))
            practice = replace(practice, process=process)
        catalogue, found_in_services = _read_services(files, practice)
        findings.extend(found_in_services)
        models, found_in_models = read_models(files, practice, catalogue, concepts or {})
        findings.extend(found_in_models)
        practice = replace(practice, catalogue=catalogue, models=models)
    found = (*notes.findings, *findings)
    return PracticeReading(None if has_errors(found) else practice, found, forms)


def _read_services(files: Mapping[str, str], practice: Practice) -> tuple[Catalogue | None, tuple[Finding, ...]]:
    """The services of the practice, where it has the file; they lead to results named in either file."""
    if SERVICES_FILE not in files:
        return None, ()
    return read_catalogue(files[SERVICES_FILE], {one.code for one in practice.outcomes})


def _stem(path: str) -> str:
    return path.rpartition("/")[2].removesuffix(".toml")


def _codes_of_programs(data: Mapping[str, Any]) -> tuple[str, ...]:
    """Every code that stands in a [[program]], be it a good code or not."""
    programs = data.get("program")
    return tuple(str(one["code"]) for one in programs or () if isinstance(one, Mapping) and "code" in one)


def _read_head(
    data: dict[str, Any],
    instruments: tuple[Definition, ...],
    paths: Mapping[str, str],
    notes: Notes,
) -> Practice:
    top = Table(data, Place(_("head of the practice")), notes)
    departments = tuple(_read_department(part, notes) for part in top.tables("department"))
    programs = tuple(_read_program(part, notes) for part in top.tables("program"))
    outcomes = tuple(_read_outcome(part, notes) for part in top.tables("outcome", required=False))
    practice = Practice(
        code=top.code(example='code = "support"'),
        title=top.text("title", longest=200),
        about=top.text("about", required=False, longest=2000),
        source=top.word("source", required=False),
        labels=_read_labels(top.table("labels", required=False), notes),
        departments=departments,
        programs=programs,
        instruments=instruments,
        files=paths,
        on_request=top.yes("on_request"),
        outcomes=outcomes,
    )
    top.finish()
    _check_once([one.code for one in departments], _("department %(name)s"), _("The code stands twice."), notes)
    _check_once([one.name for one in departments], _("department %(name)s"), _("The name stands twice."), notes)
    _check_once([one.code for one in programs], _("program %(name)s"), _("The code stands twice."), notes)
    _check_once([one.name.ru for one in programs], _("program %(name)s"), _("The name stands twice."), notes)
    _check_once([one.code for one in outcomes], _("result %(name)s"), _("The code stands twice."), notes)
    _check_once(
        [form.code for form in instruments],
        _("form %(name)s"),
        _("Two files of the folder “instruments” hold this form."),
        notes,
    )
    return practice


def _read_department(data: dict[str, Any], notes: Notes) -> DepartmentPlan:
    name = str(data.get("name", "?"))
    table = Table(data, Place(_("department %(name)s"), name), notes, notes.line_of("name", name))
    department = DepartmentPlan(
        code=table.code(example='code = "home_support"'),
        name=table.word("name", example='name = "1 ЕФО МР"'),
        number_pattern=table.word("number_pattern", example='number_pattern = "{n}/{year}"'),
        source=table.word("source", required=False),
    )
    table.finish()
    if department.number_pattern:
        try:
            check_pattern(department.number_pattern)
        except PatternError:
            table.note(
                _("Case files cannot be numbered by the pattern “%(pattern)s”."),
                _("Write {n} for the running number, exactly once, and {year} or {yy} for the year if wanted."),
                pattern=department.number_pattern,
            )
    return department


def _read_program(data: dict[str, Any], notes: Notes) -> ProgramPlan:
    code = str(data.get("code", "?"))
    table = Table(data, Place(_("program %(name)s"), code), notes, notes.line_of("code", code, "program"))
    program = ProgramPlan(
        code=table.code(example='code = "support"'),
        name=table.text("name", longest=120),
        layout=table.choice("layout", LAYOUTS),
        departments=table.words("departments"),
        instrument=table.code("instrument", example='instrument = "efo"'),
        source=table.word("source", required=False),
        review_months=table.number("review_months", required=False, low=1, high=36) or REVIEW_MONTHS,
    )
    table.finish()
    if not program.departments and "departments" not in data:
        table.note(
            _("No department carries this program."), _('Name at least one, for example departments = ["home"].')
        )
    return program


def _read_outcome(data: dict[str, Any], notes: Notes) -> OutcomePlan:
    code = str(data.get("code", "?"))
    table = Table(data, Place(_("result %(name)s"), code), notes, notes.line_of("code", code, "outcome"))
    outcome = OutcomePlan(table.word("code", example='code = "m1"'), table.text("title", longest=200))
    table.finish()
    if len(outcome.code) > LONGEST_OUTCOME:
        table.note(_("The code of a result is too long."), _("Write up to 8 letters and digits: m1, L2."))
    return outcome


def _read_labels(data: dict[str, Any] | None, notes: Notes) -> dict[str, str]:
    if data is None:
        return {}
    table = Table(data, Place(_("labels of the roles")), notes)
    labels = {role: table.word(role, required=False, example=f'{role} = "…"') for role in ROLES}
    table.finish()
    return {role: label for role, label in labels.items() if label}


def _check_once(names: list[str], kind: str, problem: str, notes: Notes) -> None:
    for name, times in Counter(name for name in names if name).items():
        if times > 1:
            notes.add(Place(kind, name), problem, _("Each may stand only once: rename or remove one of them."))


def _check_references(
    practice: Practice, notes: Notes, known_forms: Collection[str], broken_forms: Collection[str]
) -> None:
    departments = {one.code for one in practice.departments}
    forms = {*known_forms, *(form.code for form in practice.instruments)}
    for program in practice.programs:
        place, line = Place(_("program %(name)s"), program.code), notes.line_of("code", program.code, "program")
        for code in program.departments:
            if code not in departments:
                notes.add(
                    place,
                    _("The department “%(code)s” is not described in this file."),
                    _("Known: %(known)s."),
                    line=line,
                    code=code,
                    known=", ".join(sorted(departments)) or "—",
                )
        # A form that could not be read is named by its own findings.
        if program.instrument and program.instrument not in {*forms, *broken_forms}:
            notes.add(
                place,
                _("The form “%(code)s” is not in the folder “instruments”."),
                _("Known: %(known)s."),
                line=line,
                code=program.instrument,
                known=", ".join(sorted(forms)) or "—",
            )
