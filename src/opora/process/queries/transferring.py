"""Where an open case may go over to."""

from opora.cases.models import Case
from opora.common.language import said
from opora.pathways.queries import definition_of, version_for
from opora.programs.models import Program, ProgramDepartment


def transfer_targets(*, case: Case) -> list[tuple[int, int, str]]:
    """Other programs in use with the departments that carry them: program, department, and the words for both."""
    carried = ProgramDepartment.objects.filter(program__is_active=True, department__is_active=True)
    found = carried.exclude(program_id=case.program_id).select_related("program", "department")
    return [
        (one.program_id, one.department_id, f"{one.program.name} · {one.department.name}")
        for one in found.order_by("program__name", "department__name")
    ]


def stages_of(*, program_id: int) -> list[tuple[str, str]]:
    """The stages of a program's process in the order of its author; none where it has no process."""
    program = Program.objects.filter(pk=program_id).first()
    version = version_for(program) if program is not None else None
    if version is None:
        return []
    return [(key, said(stage.title)) for key, stage in definition_of(version).stages.items()]
