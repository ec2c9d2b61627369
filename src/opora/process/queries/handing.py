"""To which programs a signal may be handed."""

from opora.pathways.queries import definition_of, version_for
from opora.process.models import Route
from opora.process.rules.handing import may_be_handed
from opora.programs.models import ProgramDepartment


def may_hand(route: Route) -> bool:
    """Say whether the path still stands where it began, so that another program may take it."""
    ended = route.ended_on is not None
    return not ended and may_be_handed(definition_of(route.version), route.stage, has_case=route.case_id is not None)


def handing_targets(route: Route) -> list[tuple[int, int, str]]:
    """Programs with a published process: program, department, and the words for both."""
    carried = ProgramDepartment.objects.filter(program__is_active=True, department__is_active=True)
    found = carried.select_related("program", "department").order_by("program__name", "department__name")
    served = {one.program_id: version_for(one.program) is not None for one in found}
    return [
        (one.program_id, one.department_id, f"{one.program.name} · {one.department.name}")
        for one in found
        if served[one.program_id] and (one.program_id, one.department_id) != (route.program_id, route.department_id)
    ]
