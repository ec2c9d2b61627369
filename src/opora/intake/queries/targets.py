"""Where a signal may go: the programs with a published process, by the departments that carry them."""

from collections.abc import Iterable

from opora.access.rules import Actor
from opora.intake import policies
from opora.intake.models import Referral
from opora.pathways.queries import version_for
from opora.programs.models import Program, ProgramDepartment

Pair = tuple[int, int]


def targets(*, actor: Actor) -> list[tuple[Pair, str]]:
    """Pairs of program and department whose signals this person takes in, with the words for each."""
    carried = _carried()
    reached = policies.departments_for(actor)
    if reached is not None:
        carried = [one for one in carried if one.department_id in reached]
    pairs = [((one.program_id, one.department_id), one) for one in carried]
    one_department = len({department for (_program, department), _one in pairs}) == 1
    return [
        (pair, one.program.name if one_department else f"{one.program.name} · {one.department.name}")
        for pair, one in pairs
    ]


def usual_way(*, actor: Actor) -> tuple[str, Pair] | None:
    """How the last signal that this person took in had come, and where it went; the next one mostly is alike."""
    last = Referral.objects.filter(registered_by=actor.user_id).order_by("-pk")
    found = last.values_list("channel", "route__program", "route__department").first()
    return (found[0], (found[1], found[2])) if found else None


def public_target(*, without_home: bool = False) -> Pair | None:
    """Where signals of the website go: the first program in use with a process, in its first department.

    Who has nowhere to live with the children is taken in by the centre in which families live, where there is one.
    """
    carried = _carried()
    fitting = [one for one in carried if (one.program.layout == Program.Layout.SHELTER) == without_home]
    first = next(iter(fitting or carried), None)
    return (first.program_id, first.department_id) if first else None


def asks_for_home() -> bool:
    """Say whether the website asks for a place to live: where it matters for the program that answers."""
    return len({one.program.layout for one in _carried()}) > 1


def _carried() -> list[ProgramDepartment]:
    found = ProgramDepartment.objects.filter(program__is_active=True, department__is_active=True)
    rows = list(found.select_related("program", "department").order_by("program_id", "id"))
    ready = _with_process(row.program for row in rows)
    return [row for row in rows if row.program_id in ready]


def _with_process(programs: Iterable[Program]) -> set[int]:
    once = {program.pk: program for program in programs}
    return {pk for pk, program in once.items() if version_for(program) is not None}
