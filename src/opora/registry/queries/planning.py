"""Laying a register beside the records: what would become of each row."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, cast

from opora.access import queries as access
from opora.access.rules import Actor
from opora.cases.rules.numbers import number_key
from opora.common.errors import NotFound
from opora.instruments import queries as instruments
from opora.programs import queries as programs
from opora.programs.models import Program
from opora.registry import policies
from opora.registry.queries.known import Key, add_recorded_ties, recorded_cases, spelled_codes
from opora.registry.rules.header import Field
from opora.registry.rules.letters import department_key
from opora.registry.rules.matching import NEW, Match, matches
from opora.registry.rules.people import Ties, contradictions
from opora.registry.rules.plan import (
    NewDepartment,
    Plan,
    PlannedRow,
    Recorded,
    Status,
    changes_of,
    contradicts_itself,
    emptied_by,
    itemized_differences,
)
from opora.registry.rules.programs import Belonging, ProgramOption, belonging, pattern_of
from opora.registry.rules.read import Reading
from opora.registry.rules.register import RegistryRow
from opora.registry.rules.repeated import is_yearless, with_year, year_behind
from opora.registry.rules.yo import YE, doubtful

# So many rows are asked about in one statement: a whole register at once would cost more memory than it says.
_AT_ONCE = 2_000


@dataclass(frozen=True)
class _House:
    """Departments by their one spelling, the programs, and which department carries which."""

    departments: dict[str, int]
    carried: dict[int, list[int]]
    programs: dict[int, Program]
    options: list[ProgramOption]
    most: dict[int, int | None]


@dataclass(frozen=True, slots=True)
class _Placed:
    """A row that has found its department and program."""

    row: RegistryRow
    department_id: int | None
    program: Program


def list_program_options(*, actor: Actor) -> list[ProgramOption]:
    """The programs that a row may belong to."""
    return [ProgramOption(one.pk, one.name, one.layout) for one in programs.list_programs(actor=actor)]


def make_plan(*, actor: Actor, reading: Reading, program_id: int | None = None, erases_emptied: bool = False) -> Plan:
    """Say what an import would do. Changes nothing.

    `program_id` is the program chosen for rows whose department does not say theirs; `erases_emptied` says that an
    emptied cell takes away what is recorded.
    """
    policies.check_can_import(actor)
    house = _look_around(actor)
    plan = Plan(
        rejected=list(reading.rejected),
        rejected_rows=list(reading.rejected_rows),
        warnings=list(reading.warnings),
        sheets=reading.sheets,
        skipped_sheets=reading.skipped_sheets,
        headers=reading.headers,
    )
    placed = _place_all(actor, reading, plan, house, program_id)
    matched = _matched(actor, placed, house)
    restarting = set(reading.restarting)
    restarting |= {one.row.key[0] for one in placed if matched.get(id(one), NEW).restarts}
    spelled = _spelled_otherwise(placed, matched)
    numbers = _Numbers()
    for one in placed:
        if id(one.row) in spelled:
            _reject(plan, one.row, *spelled[id(one.row)])
        else:
            _compare(plan, one, matched.get(id(one), NEW), numbers, restarting, erases=erases_emptied)
    _add_warnings(plan, house)
    order = {name: place for place, name in enumerate([*reading.sheets, *reading.skipped_sheets])}
    for issues in (plan.rejected, plan.warnings):
        issues.sort(key=lambda issue: (order[issue.sheet], issue.place))
    return plan


def _look_around(actor: Actor) -> _House:
    found = {program.pk: program for program in programs.list_programs(actor=actor)}
    departments = access.list_departments(actor=actor, with_unused=True)
    return _House(
        {department_key(department.name): department.pk for department in departments},
        programs.programs_by_department(actor=actor),
        found,
        list_program_options(actor=actor),
        {program.pk: _most_items(actor, program.instrument_code) for program in found.values()},
    )


def _most_items(actor: Actor, code: str) -> int | None:
    try:
        version = instruments.newest_version(actor=actor, code=code)
    except NotFound:
        return None
    return len(instruments.definition_of(version).items)


def _place_all(actor: Actor, reading: Reading, plan: Plan, house: _House, chosen: int | None) -> list[_Placed]:
    placed = []
    for row in reading.rows:
        department_id = house.departments.get(row.key[0])
        found = _belonging(row, department_id, house, chosen)
        plan.asks_program = plan.asks_program or not found.follows
        problem = _why_not(actor, row, department_id, found)
        if problem is not None:
            _reject(plan, row, Field.DEPARTMENT, problem)
        elif found.program is not None:
            if department_id is None and row.key[0] not in plan.new_departments:
                pattern = pattern_of(one.number for one in reading.rows if one.key[0] == row.key[0])
                plan.new_departments[row.key[0]] = NewDepartment(row.department, pattern, found.program.id)
                plan.warnings.append(row.issue(Field.DEPARTMENT, "department_is_new"))
            placed.append(_Placed(row, department_id, house.programs[found.program.id]))
    return placed


def _belonging(row: RegistryRow, department_id: int | None, house: _House, chosen: int | None) -> Belonging:
    carried = house.carried.get(department_id, []) if department_id is not None else []
    return belonging(row.department, carried, row.layout, house.options, chosen)


def _why_not(actor: Actor, row: RegistryRow, department_id: int | None, found: Belonging) -> str | None:
    if department_id is None and not policies.can_add_departments(actor):
        return "department_unknown"
    if department_id is not None and not policies.can_import_into(actor, department_id=department_id):
        return "department_of_others"
    return "program_unclear" if found.program is None else None


def _matched(actor: Actor, placed: Sequence[_Placed], house: _House) -> dict[int, Match]:
    """What is recorded about rows, by the identity of the placed row; a row that is not named there is new."""
    keys = {(one.department_id, one.row.key[1]) for one in placed if one.department_id is not None}
    recorded = recorded_cases(
        actor=actor,
        department_ids={department for department, _number in keys},
        keys=keys,
        programs={pk: program.name for pk, program in house.programs.items()},
    )
    groups: dict[Key, list[_Placed]] = {}
    for one in placed if recorded else ():
        if one.department_id is not None and (key := (one.department_id, one.row.key[1])) in recorded:
            groups.setdefault(key, []).append(one)
    found: dict[int, Match] = {}
    while groups:
        # What is matched is let go: of fifty thousand rows all that is said of them is much.
        key, group = groups.popitem()
        said = matches([one.row for one in group], recorded.pop(key))
        found.update((id(one), match) for one, match in zip(group, said, strict=True))
    return found


def _spelled_otherwise(placed: Sequence[_Placed], matched: dict[int, Match]) -> dict[int, tuple[Field, str]]:
    """Rows that may make two people one, for a code stands with Ё here and with Е there; by the row's identity."""
    ye = {code for one in placed for code in (one.row.parent, *one.row.children) if code[0] == YE}
    if not ye:
        return {}
    known = {
        id(one.row): {recorded.parent, *recorded.children}
        for one in placed
        if (recorded := matched.get(id(one), NEW).recorded) is not None
    }
    return {
        id(row): (name, "code_yo_and_ye")
        for row, name, code in doubtful([one.row for one in placed], spelled_codes(ye))
        if code not in known.get(id(row), ())
    }


class _Numbers:
    """The numbers that rows take, so that none is given twice."""

    def __init__(self) -> None:
        self.taken: set[tuple[str, str]] = set()

    def take(self, row: RegistryRow) -> bool:
        """Take the number of a row; False when another row has it."""
        is_free = row.key not in self.taken
        self.taken.add(row.key)
        return is_free


def _compare(
    plan: Plan, placed: _Placed, match: Match, numbers: _Numbers, restarting: Collection[str], *, erases: bool
) -> None:
    program, row, recorded = placed.program, placed.row, match.recorded
    has_stay = program.layout == Program.Layout.SHELTER
    if row.extended_to and not has_stay:
        # Only a stay can be extended; the program of this row knows no stays.
        plan.warnings.append(row.issue(Field.EXTENDED, "extension_without_stay"))
        row = replace(row, extended_to=None)
    if match.problem is not None:
        _reject(plan, placed.row, Field.NUMBER, match.problem)
        return
    here = (program.pk, program.name, has_stay, placed.department_id)
    if recorded is None:
        if row.key[0] in restarting and is_yearless(row.key[1]):
            row = replace(row, number=with_year(row.number, row.year))
        # The reading has seen to it that no number stands twice; only a year put behind it may bring two together.
        if not restarting or numbers.take(row):
            plan.rows.append(PlannedRow(row, Status.NEW, *here))
        else:
            _reject(plan, placed.row, Field.NUMBER, "number_of_another_case")
        return
    if year_behind(number_key(recorded.number)) and is_yearless(row.key[1]):
        row = replace(row, number=recorded.number)
    row = _keep_what_is_recorded(plan, row, recorded, program.name, erases=erases)
    changes = changes_of(row, recorded, program=program.name)
    if recorded.lived and changes:
        _reject(plan, placed.row, Field.NUMBER, "case_has_its_own_life")
        return
    if changes and contradicts_itself(row):
        _reject(plan, placed.row, Field.NUMBER, "kept_contradicts")
        return
    if restarting:
        numbers.take(row)
    for name, weak in itemized_differences(row, recorded).items():
        plan.warnings.append(row.issue(name, "form_says_more", weak=weak))
    if any(change.field == Field.PARENT for change in changes):
        plan.warnings.append(row.issue(Field.PARENT, "parent_changes", before=recorded.parent, after=row.parent))
    status = Status.CHANGED if changes else Status.UNCHANGED
    plan.rows.append(PlannedRow(row, status, *here, recorded.case_id, changes))


def _keep_what_is_recorded(
    plan: Plan, row: RegistryRow, recorded: Recorded, program: str, *, erases: bool
) -> RegistryRow:
    """The row with the recorded values where its cells are empty; each is told of, for somebody may mean to erase.

    A column that the register has not at all takes nothing away, whatever was decided about empty cells.
    """
    for change in emptied_by(changes_of(row, recorded, program=program)):
        name = Field(change.field)
        stands = name in row.columns
        plan.emptied += stands
        if not (erases and stands):
            kept = replace(row, **cast("Any", {name.value: change.before}))
            if stands:
                plan.warnings.append(row.issue(name, "emptied_kept", before=kept.shown(name)))
            row = kept
    return row


def _reject(plan: Plan, row: RegistryRow, name: Field, code: str) -> None:
    issue, left_out = row.rejection(name, code)
    plan.rejected.append(issue)
    plan.rejected_rows.append(left_out)


def _add_warnings(plan: Plan, house: _House) -> None:
    """What looks odd once rows and records are seen together; rows that change nothing are not remarked on."""
    rows = [planned for planned in plan.rows if planned.status is not Status.UNCHANGED]
    ties = Ties()
    for start in range(0, len(rows), _AT_ONCE):
        add_recorded_ties(ties, codes=_codes(planned.row for planned in rows[start : start + _AT_ONCE]))
    for planned in plan.rows:
        ties.add(planned.row.parent, planned.row.children)
    for planned in rows:
        plan.warnings.extend(contradictions(planned.row, ties))
        most = house.most.get(planned.program_id)
        for name in (Field.ENTRY, Field.EXIT):
            count = getattr(planned.row, name)
            if most is not None and count is not None and count > most:
                plan.warnings.append(planned.row.issue(name, "more_than_the_form", most=most))


def _codes(rows: Iterable[RegistryRow]) -> set[str]:
    return {code for row in rows for code in (row.parent, *row.children)}
