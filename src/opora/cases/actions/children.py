"""People who come to the family of a case while it goes on: born, brought home, or met only later (X-18)."""

from datetime import date

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor
from opora.cases.actions.locking import finish, lock_for_change
from opora.cases.models import CaseChild
from opora.cases.queries import get_case
from opora.common.dates import today
from opora.common.errors import Invalid
from opora.families import actions as families
from opora.families.models import Person
from opora.families.queries import belongings_of, who_are
from opora.families.rules import Belonging, Identity
from opora.families.rules.childhood import CHILDREN


@transaction.atomic
def add_newcomer(
    *,
    actor: Actor,
    case_id: int,
    role: str,
    identity: Identity | None = None,
    code: str | None = None,
    sex: str = "",
    from_on: date | None = None,
    placement: str = "",
    placed_on: date | None = None,
    is_expected: bool = False,
    expected_in: date | None = None,
    on: date,
    seen_role_id: int | None = None,
) -> Person:
    """A new person comes to the family of a case; a child comes to the case too, with where it lives if known.

    A son or daughter who is of age belongs to the family only: nobody asks where somebody grown is placed.

    Raises Invalid by argument (`placement`, `placed_on`…), Conflict for a child when the case is closed, and when
    somebody came to the family since the page was read (`seen_role_id`).
    """
    family = get_case(actor=actor, case_id=case_id).family
    person = families.add_person(
        actor=actor,
        family=family,
        role=role,
        identity=identity,
        code=code,
        sex=sex,
        case_id=case_id,
        from_on=from_on,
        is_expected=is_expected,
        expected_in=expected_in,
        on=on,
        seen_role_id=seen_role_id,
    )
    belongs = belongings_of(person.pk, on=on)[family.pk]
    if belongs in CHILDREN:
        add_child(actor=actor, case_id=case_id, person_id=person.pk, on=on)
    if belongs is Belonging.CHILD and placement:
        place_child(actor, case_id, person, placement, placed_on or on, on)
    return person


@transaction.atomic
def add_known_person(*, actor: Actor, case_id: int, person_id: int, role: str, from_on: date | None = None) -> Person:
    """Somebody known from another case comes to the family of this one; a child comes to the case too."""
    person = families.add_known_person(actor=actor, case_id=case_id, person_id=person_id, role=role, from_on=from_on)
    case = get_case(actor=actor, case_id=case_id)
    if belongings_of(person.pk, on=today())[case.family_id] in CHILDREN:
        add_child(actor=actor, case_id=case_id, person_id=person.pk)
    return person


@transaction.atomic
def add_child(*, actor: Actor, case_id: int, person_id: int, on: date | None = None) -> None:
    """From now on the open case is about this child of the family too; a child it is about already stays."""
    case = lock_for_change(actor=actor, case_id=case_id)
    children = who_are(case.family_id, *CHILDREN, on=on or today())
    child = next((one for one in children if one.pk == person_id), None)
    if child is None:
        raise Invalid({"": _("Choose the children from the members of the family.")})
    if CaseChild.objects.filter(case=case, person_id=person_id).exists():
        return
    last = CaseChild.objects.filter(case=case).aggregate(last=Max("position"))["last"]
    CaseChild.objects.create(case=case, person_id=person_id, position=0 if last is None else last + 1)
    finish(actor=actor, case=case, verb="cases.child_added", code=child.code)


def place_child(actor: Actor, case_id: int, child: Person, kind: str, from_on: date, on: date) -> None:
    """Record where the child lives; what is wrong with it stands under the names it has here."""
    try:
        families.record_placement(actor=actor, child=child, kind=kind, from_on=from_on, case_ids=[case_id], on=on)
    except Invalid as wrong:
        names = {"kind": "placement", "from_on": "placed_on"}
        raise Invalid({names.get(field, field): told for field, told in wrong.fields.items()}) from wrong
