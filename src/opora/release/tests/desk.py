"""People of the desk, closed cases for it to count, and the table that most tests ask for."""

from datetime import date

from opora.access.models import User
from opora.access.rules import Actor
from opora.evidence.models import CaseFact
from opora.evidence.tests import world
from opora.release.queries import Asked

YEAR = (date(2024, 1, 1), date(2024, 12, 31))


def person(name: str, role: str) -> Actor:
    user = User.objects.create(email=f"{name}@opora.example", name=name)
    return Actor(user.pk, name, frozenset({(role, None)}))


def closed(times: int, *, change: int | None, program: str = "Сопровождение", on: date = date(2024, 5, 6)) -> None:
    """So many closed cases with as much change; facts are written without the rooms that usually do."""
    for _time in range(times):
        made = world.case(in_program=world.program(program), closed_on=on)
        CaseFact.objects.update_or_create(
            case=made,
            defaults={
                "program": made.program, "department": made.department, "number": made.number, "parent_code": "",
                "opened_on": made.opened_on, "closed_on": on, "entry": 12, "change": change,
            },
        )  # fmt: skip


def by_program(first: date = YEAR[0], last: date = YEAR[1]) -> Asked:
    return Asked("outcomes", "program", "answer", first, last)
