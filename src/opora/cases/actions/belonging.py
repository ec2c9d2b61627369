"""Somebody is born into the family of a case, leaves it, or is put back: with the figures of all its cases."""

from datetime import date

from django.db import transaction

from opora.access.rules import Actor
from opora.cases.actions.children import add_child, place_child
from opora.cases.models import Case, CaseChild
from opora.cases.queries import get_case
from opora.common.news import tell
from opora.families import actions as families
from opora.families.models import Person
from opora.families.rules import Birth, Identity


@transaction.atomic
def record_birth(
    *,
    actor: Actor,
    case_id: int,
    person_id: int,
    identity: Identity,
    born: Birth | None,
    sex: str = "",
    placement: str = "",
    on: date,
) -> Person:
    """The child who was expected is born, and where it lives from the birth on, if that is known."""
    case = get_case(actor=actor, case_id=case_id)
    child = families.record_birth(
        actor=actor, case_id=case_id, person_id=person_id, identity=identity, born=born, sex=sex, on=on
    )
    if case.closed_on is None and not CaseChild.objects.filter(case=case, person=child).exists():
        add_child(actor=actor, case_id=case_id, person_id=child.pk, on=on)
    if placement and born is not None:
        place_child(actor, case_id, child, placement, born.exact or on, on)
    return child


@transaction.atomic
def leave_family(*, actor: Actor, case_id: int, person_id: int, why: str, day: date | None = None, on: date) -> None:
    """Somebody belongs to the family of a case no longer, or never did; see `families.leave_family`."""
    families.leave_family(actor=actor, case_id=case_id, person_id=person_id, why=why, day=day, on=on)
    _count_anew(actor, case_id)


@transaction.atomic
def return_to_family(*, actor: Actor, case_id: int, person_id: int) -> None:
    """The way back, where it was written by mistake."""
    families.return_to_family(actor=actor, case_id=case_id, person_id=person_id)
    _count_anew(actor, case_id)


def _count_anew(actor: Actor, case_id: int) -> None:
    """Who was entered by mistake counts in no case of the family, an earlier one neither."""
    family_id = get_case(actor=actor, case_id=case_id).family_id
    tell("families.changed", case_ids=list(Case.every.filter(family_id=family_id).values_list("pk", flat=True)))
