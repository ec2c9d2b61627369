"""Reading programs; they are no secret to anybody who works here."""

from typing import Any

from opora.common.errors import NotFound
from opora.programs.models import PracticeVersion, Program, ProgramDepartment


def list_programs(*, actor: Any) -> list[Program]:
    """The programs in use, in the order they were published."""
    return list(Program.objects.filter(is_active=True))


def find_program(*, actor: Any, name: str) -> Program:
    """A program by its name or code, letters' case and spaces aside."""
    wanted = " ".join(name.split()).casefold()
    for program in list_programs(actor=actor):
        if wanted in {program.name.casefold(), program.code.casefold()}:
            return program
    raise NotFound


def programs_by_department(*, actor: Any) -> dict[int, list[int]]:
    """Which programs each department carries: {department id: [program id, ...]}."""
    found: dict[int, list[int]] = {}
    for department, program in ProgramDepartment.objects.order_by("id").values_list("department_id", "program_id"):
        found.setdefault(department, []).append(program)
    return found


def newest_practice(*, actor: Any, code: str) -> PracticeVersion | None:
    """The practice pack as it was published last, or nothing."""
    return PracticeVersion.objects.filter(code=code).order_by("-number").first()
