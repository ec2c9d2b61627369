"""Bringing a register in: all of it in one transaction, or nothing."""

import hashlib
from collections.abc import Sequence
from datetime import date

from django.db import transaction

from opora.access import actions as access
from opora.access.rules import Actor
from opora.assessments import actions as assessments
from opora.assessments.models import Point
from opora.assessments.rules import ImportedTotal
from opora.audit import actions as journal
from opora.cases import actions as cases
from opora.cases.rules.imported import ImportedCase
from opora.common.dates import now
from opora.common.news import gathered, tell
from opora.common.one_at_a_time import LONG_PATIENCE, one_at_a_time
from opora.families import actions as families
from opora.families.rules import CodedFamily, RegisteredFamily, parse_code
from opora.programs import actions as programs
from opora.programs.models import Program
from opora.registry import policies, words
from opora.registry.actions.remembering import remember
from opora.registry.models import ImportRun
from opora.registry.queries.choosing import remembered_choices
from opora.registry.queries.planning import make_plan
from opora.registry.reading import FileRefused, Progress, read_file, silent
from opora.registry.rules.choices import Choices
from opora.registry.rules.header import NOTHING_CHOSEN, Field
from opora.registry.rules.issues import Note
from opora.registry.rules.letters import department_key
from opora.registry.rules.plan import Plan, PlannedRow, Status
from opora.registry.rules.read import Reading
from opora.registry.summary import counts


def preview(
    *,
    actor: Actor,
    data: bytes,
    program_id: int | None = None,
    choices: Choices = NOTHING_CHOSEN,
    erases_emptied: bool = False,
    known: Choices | None = None,
    on: date,
    progress: Progress = silent,
) -> Plan:
    """Say row by row what importing a workbook would do. Changes nothing; raises FileRefused and ColumnsAsked.

    `known` is all that is known of titles, where it is not what was chosen now and for earlier files.
    """
    reading = read(actor=actor, data=data, choices=choices, known=known, on=on, progress=progress)
    progress("comparing", reading.seen_rows)
    return make_plan(actor=actor, reading=reading, program_id=program_id, erases_emptied=erases_emptied)


def import_registry(
    *,
    actor: Actor,
    data: bytes,
    program_id: int | None = None,
    choices: Choices = NOTHING_CHOSEN,
    erases_emptied: bool = False,
    on: date,
    progress: Progress = silent,
) -> Plan:
    """Import what is right in a workbook and give what was done with each row; raises FileRefused and ColumnsAsked.

    The same file twice changes nothing; a corrected file changes the cases it corrects, known by department and
    case number. Whatever goes wrong on the way, nothing is half imported. `choices` say which columns are meant and
    are remembered; an emptied cell takes nothing away unless `erases_emptied`.
    """
    reading = read(actor=actor, data=data, choices=choices, on=on, progress=progress)
    with transaction.atomic():
        wait_for_other_imports()
        progress("comparing", reading.seen_rows)
        plan = make_plan(actor=actor, reading=reading, program_id=program_id, erases_emptied=erases_emptied)
        carry_out(actor=actor, plan=plan, progress=progress)
        run = ImportRun.objects.create(
            state=ImportRun.State.DONE,
            user_id=actor.user_id,
            sha256=hashlib.sha256(data).hexdigest(),
            size=len(data),
            program_id=program_id,
            erases_emptied=erases_emptied,
            result=counts(plan),
            done_rows=reading.seen_rows,
            all_rows=reading.seen_rows,
            finished_at=now(),
        )
        remember(actor=actor, run_id=run.pk, plan=plan, given=choices)
        record_import(actor=actor, run_id=run.pk, plan=plan)
    return plan


def read(
    *,
    actor: Actor,
    data: bytes,
    choices: Choices,
    known: Choices | None = None,
    on: date,
    progress: Progress = silent,
) -> Reading:
    """What the workbook says, its columns as chosen now or for an earlier file."""
    policies.check_can_import(actor)
    if known is None:
        known = choices.before(remembered_choices(actor=actor))
    reading = read_file(data, on=on, progress=progress, choices=known)
    taken = {name for header in reading.headers for name in header.chosen}
    for one in choices.meanings:
        if one.is_meant and one.field not in taken:
            raise FileRefused(words.refusal(Note("column_not_there", {"missing": (str(one.field),)})))
    return reading


def record_import(*, actor: Actor, run_id: int, plan: Plan) -> None:
    """Write into the journal what an import did, in numbers."""
    done = {name: count for name, count in counts(plan).items() if name != "warnings"}
    journal.record(actor=actor, verb="registry.imported", run=run_id, **done)


@transaction.atomic
def carry_out(*, actor: Actor, plan: Plan, progress: Progress = silent) -> None:
    """Do what a plan says. The plan must have been made in this transaction."""
    new = [planned for planned in plan.rows if planned.status is Status.NEW]
    changed = [planned for planned in plan.rows if planned.status is Status.CHANGED]
    if not new and not changed:
        return
    departments = _add_departments(actor, plan)
    progress("families", 0)
    people = families.register_coded_families(actor=actor, families=[_family(one) for one in (*new, *changed)])
    progress("cases", len(new) + len(changed))
    # The figures of a case are counted once, when its days and its totals are both there.
    with gathered("cases.changed", "assessments.changed"):
        ids = _write_cases(actor, new, changed, people, departments)
        progress("totals", len(new) + len(changed))
        codes = dict(Program.objects.values_list("pk", "instrument_code"))
        totals = [
            total
            for case_id, planned in zip(ids, (*new, *changed), strict=True)
            for total in _totals(case_id, planned, codes[planned.program_id])
        ]
        assessments.import_totals(actor=actor, totals=totals)
    tell("registry.imported")
    progress("done", len(new) + len(changed))


def wait_for_other_imports() -> None:
    """Of two imports at once the second waits, and then sees what the first one brought."""
    one_at_a_time("registry.import", patience=LONG_PATIENCE)


def _add_departments(actor: Actor, plan: Plan) -> dict[str, int]:
    """Add the departments that only the register knows, each carrying the program of its first row."""
    added = {}
    for key, wanted in plan.new_departments.items():
        department = access.add_department(actor=actor, name=wanted.name, number_pattern=wanted.number_pattern)
        added[key] = department.pk
        program = Program.objects.select_related("practice").get(pk=wanted.program_id)
        if program.practice is not None:
            programs.put_program(
                actor=actor,
                code=program.code,
                name=program.name,
                layout=program.layout,
                practice=program.practice,
                departments=[department],
                instrument_code=program.instrument_code,
                labels=program.labels,
            )
    return added


def _family(planned: PlannedRow) -> CodedFamily:
    return CodedFamily(parse_code(planned.row.parent), tuple(map(parse_code, planned.row.children)))


def _write_cases(
    actor: Actor,
    new: Sequence[PlannedRow],
    changed: Sequence[PlannedRow],
    people: Sequence[RegisteredFamily],
    departments: dict[str, int],
) -> list[int]:
    """Write the cases; gives their ids, the new ones first, in the order of the rows."""
    told = [_case(planned, family, departments) for planned, family in zip((*new, *changed), people, strict=True)]
    fresh, known = told[: len(new)], told[len(new) :]
    ids = cases.import_cases(actor=actor, cases=fresh) if fresh else []
    if known:
        cases.reimport_cases(actor=actor, cases=known)
    return [*ids, *(case.case_id for case in known if case.case_id is not None)]


def _case(planned: PlannedRow, family: RegisteredFamily, departments: dict[str, int]) -> ImportedCase:
    row = planned.row
    department_id = planned.department_id
    return ImportedCase(
        number=row.number,
        program_id=planned.program_id,
        department_id=departments[department_key(row.department)] if department_id is None else department_id,
        family_id=family.family_id,
        client_id=family.parent_id,
        child_ids=family.child_ids,
        opened_on=row.opened_on,
        closed_on=row.closed_on,
        extended_to=row.extended_to,
        followed_up_on=row.followed_up_on,
        has_stay=planned.has_stay,
        case_id=planned.case_id,
    )


def _totals(case_id: int, planned: PlannedRow, instrument_code: str) -> list[ImportedTotal]:
    """Entry and exit of a row; a point the row has no figure for is named only where one may be recorded."""
    row = planned.row
    points = [(Point.ENTRY, row.entry, row.opened_on), (Point.EXIT, row.exit, row.closed_on or row.opened_on)]
    moved = {change.field for change in planned.changes} & {Field.ENTRY, Field.EXIT, Field.OPENED, Field.CLOSED}
    if planned.status is Status.CHANGED and not moved:
        return []
    return [
        ImportedTotal(case_id, point.value, total, on, instrument_code)
        for point, total, on in points
        if total is not None or planned.status is Status.CHANGED
    ]
