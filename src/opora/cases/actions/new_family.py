"""A new case for a family that comes for the first time: family, people and case in one step."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction

from opora.access.rules import Actor
from opora.audit import actions as audit
from opora.cases import policies
from opora.cases.actions.opening import open_for_newcomers
from opora.cases.models import Case
from opora.cases.rules.lifecycle import Problem
from opora.families import actions as families
from opora.families.models import Family, Person
from opora.families.rules import Newcomer


@transaction.atomic
def open_case_for_new_family(
    *,
    actor: Actor,
    program_id: int,
    department_id: int,
    caregiver: Newcomer,
    children: Sequence[Newcomer],
    number: str | None = None,
    case_manager_id: int | None = None,
    on: date,
) -> Case:
    """The family is registered with its people and its case is opened; if one thing fails, nothing is kept.

    What is wrong with a person stands under "caregiver-<field>" and "child-<n>-<field>", n from 0.
    """
    policies.check_can_open(actor, department_id=department_id)
    with audit.in_one_go():
        family, client, newcomers = _register(actor, caregiver, children)
        return open_for_newcomers(
            actor=actor,
            program_id=program_id,
            department_id=department_id,
            family_id=family.pk,
            client_id=client.pk,
            child_ids=[child.pk for child in newcomers],
            number=number,
            case_manager_id=case_manager_id,
            on=on,
        )


@transaction.atomic
def register_family(*, actor: Actor, caregiver: Newcomer, children: Sequence[Newcomer]) -> Family:
    """A family with its people, before anybody opens a case: its consents come first (S2-11).

    What is wrong with a person stands under the same names as for a new case.
    """
    return _register(actor, caregiver, children)[0]


def _register(actor: Actor, caregiver: Newcomer, children: Sequence[Newcomer]) -> tuple[Family, Person, list[Person]]:
    if not children:
        policies.refuse([Problem.NO_CHILD])
    people = {"caregiver": caregiver} | {f"child-{n}": child for n, child in enumerate(children)}
    family, (client, *born) = families.register_people(actor=actor, people=people)
    return family, client, born
