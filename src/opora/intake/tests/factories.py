"""Signals invented for tests."""

from datetime import date
from typing import Any

from opora.access.models import Department
from opora.access.rules import SYSTEM, Actor, Role
from opora.cases.tests.factories import worker
from opora.intake import actions
from opora.intake.models import Referral
from opora.process.tests.factories import BEGAN, publish_trial, trial_program

STORY = "Соседи слышат плач по ночам"


def make_referral(*, actor: Actor = SYSTEM, on: date = BEGAN, story: str = STORY, **details: Any) -> Referral:
    """A signal at the start of the trial process, by telephone from a neighbor unless said otherwise."""
    publish_trial()
    program, department = trial_program()
    told = {"story": story, **details.pop("told", {})}
    plain: dict[str, Any] = {"channel": "phone", "source": "neighbour", "urgency": "days"}
    return actions.receive(
        actor=actor,
        program_id=program.pk,
        department_id=department.pk,
        told=told,
        on=on,
        **{**plain, **details},
    )


def registrar(role: str = Role.COORDINATOR) -> Actor:
    """Somebody who takes in signals in the department of the trial process."""
    return worker(role, trial_program()[1])


def elsewhere() -> Actor:
    """A coordinator of another department."""
    place, _created = Department.objects.get_or_create(name="Другой отдел", defaults={"number_pattern": "{n}"})
    return worker(Role.COORDINATOR, place)
