"""A child of a family we work with grew up and cares for children: a case of the own, for the same person."""

from collections.abc import Collection, Sequence
from datetime import date

from django.db import transaction

from opora.access.rules import Actor
from opora.cases import policies
from opora.cases.actions.opening import open_for_newcomers
from opora.cases.models import Case
from opora.cases.rules.lifecycle import Problem
from opora.families import actions as families
from opora.families.rules import Newcomer


@transaction.atomic
def open_case_of_own_family(
    *,
    actor: Actor,
    former_case_id: int,
    person_id: int,
    role: str,
    child_ids: Collection[int] = (),
    children: Sequence[Newcomer] = (),
    program_id: int,
    department_id: int,
    number: str | None = None,
    case_manager_id: int | None = None,
    on: date,
) -> Case:
    """The person leaves the family of the former case as its child and becomes the client of a new one.

    Nothing is entered twice: code, name and all that was written stay with the person. What is wrong with a child
    entered now stands under "child-<n>-<field>", n from 0.
    """
    policies.check_can_open(actor, department_id=department_id)
    if not child_ids and not children:
        policies.refuse([Problem.NO_CHILD])
    own = families.begin_own_family(
        actor=actor,
        case_id=former_case_id,
        person_id=person_id,
        role=role,
        child_ids=child_ids,
        newcomers={f"child-{n}": child for n, child in enumerate(children)},
        on=on,
    )
    return open_for_newcomers(
        actor=actor,
        program_id=program_id,
        department_id=department_id,
        family_id=own.family.pk,
        client_id=own.caregiver.pk,
        child_ids=[child.pk for child in own.children],
        number=number,
        case_manager_id=case_manager_id,
        on=on,
    )
