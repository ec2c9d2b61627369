"""Where the people of the demonstration work, and with which families."""

from collections import defaultdict

from opora.cases.models import Case
from opora.demo.rules.staff import PROGRAMS
from opora.process.models import Route
from opora.process.policies import is_blocked
from opora.programs.models import Program

FIRST = "support_and_shelter"
"""The practice that every demonstration has, however small."""


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


def at_work() -> dict[str, list[Case]]:
    """The invented families at work, by the practice; of those who withdrew consent nothing is recorded."""
    found = Case.objects.filter(is_imported=False, closed_on=None).select_related("client", "program__practice")
    routes = {route.case_id: route for route in Route.objects.filter(case__in=found)}
    by_practice: dict[str, list[Case]] = defaultdict(list)
    for case in found.order_by("pk"):
        if case.program.practice is not None and not (case.pk in routes and is_blocked(routes[case.pk])):
            by_practice[case.program.practice.code].append(case)
    return dict(by_practice)


def some_of_each(many: int, few: int) -> list[Case]:
    """So ``many`` families of the practice that is always there, a ``few`` of each other one, the first that came."""
    return [case for code, cases in at_work().items() for case in cases[: many if code == FIRST else few]]
