"""Children who come to a case while it goes on: born, brought home, or met only later (X-18)."""

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor
from opora.cases.actions.frame import finish, lock_for_change
from opora.cases.models import CaseChild
from opora.common.errors import Invalid
from opora.families.models import FamilyMember


@transaction.atomic
def add_child(*, actor: Actor, case_id: int, person_id: int) -> None:
    """From now on the open case is about this child of the family too; a child it is about already stays."""
    case = lock_for_change(actor=actor, case_id=case_id)
    children = FamilyMember.objects.filter(family_id=case.family_id, role=FamilyMember.Role.CHILD, to_on=None)
    member = children.select_related("person").filter(person_id=person_id).first()
    if member is None:
        raise Invalid({"": _("Choose the children from the members of the family.")})
    if CaseChild.objects.filter(case=case, person_id=person_id).exists():
        return
    last = CaseChild.objects.filter(case=case).aggregate(last=Max("position"))["last"]
    CaseChild.objects.create(case=case, person_id=person_id, position=0 if last is None else last + 1)
    finish(actor=actor, case=case, verb="cases.child_added", code=member.person.code)
