"""Where the people of the demonstration work."""

from opora.demo.rules.staff import PROGRAMS
from opora.programs.models import Program


def programs() -> dict[int, Program]:
    """The program of each place whose practice is published."""
    found = {program.code: program for program in Program.objects.all()}
    return {place: found[code] for place, code in PROGRAMS.items() if code in found}


def departments() -> dict[int, int]:
    """The department of each such place."""
    return {
        place: program.departments.order_by("id").values_list("department_id", flat=True)[0]
        for place, program in programs().items()
    }
