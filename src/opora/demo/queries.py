"""Where the people of the demonstration work."""

from opora.programs.models import Program


def programs() -> dict[str, Program]:
    """The program of each layout: "support" and "shelter"."""
    return {program.layout: program for program in Program.objects.all()}


def departments() -> tuple[int, int]:
    """The department of support and that of the crisis centre."""
    found = {layout: program.departments.order_by("id")[0].department_id for layout, program in programs().items()}
    return found["support"], found["shelter"]
