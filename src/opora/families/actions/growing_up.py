"""A child is born; a child who grew up begins a family of the own, as the same person."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor
from opora.audit.actions import record
from opora.common.errors import Conflict, Invalid, Refused
from opora.families import policies, queries
from opora.families.actions.identities import update_identity
from opora.families.actions.members import end_role, give_role, record_role
from opora.families.actions.people import register_newcomers
from opora.families.models import Family, FamilyMember, Person
from opora.families.rules import CAREGIVERS, Belonging, Birth, Ended, Identity, Newcomer
from opora.families.words import NO_SUCH_ROLE


@transaction.atomic
def record_birth(
    *, actor: Actor, case_id: int, person_id: int, identity: Identity, born: Birth | None, sex: str = "", on: date
) -> Person:
    """The child who was expected is born: from the birth on it is a child of the family, under its own name.

    Raises Invalid by field of the identity, Conflict when the child is not expected any more.
    """
    family_id = policies.check_can_change_family(actor=actor, case_id=case_id).family_id
    person = queries.person_in_family(person_id, family_id)
    expected = FamilyMember.objects.select_for_update().select_related("person")
    member = expected.filter(family=family_id, person=person, to_on=None, is_expected=True).first()
    if member is None:
        raise Conflict(_("%(code)s is not expected any more. Look at the family as it is now.") % {"code": person.code})
    if born is None or born.earliest > on:
        raise Invalid({"birth_date": _("Enter the day of the birth, or the month if nobody told the day.")})
    known = queries.unlocked([person]).get(person.pk, Identity())
    named = replace(known, surname=identity.surname, given=identity.given, patronymic=identity.patronymic)
    update_identity(actor=actor, person=person, identity=named.with_birth(born), sex=sex, case_id=case_id, on=on)
    member.is_expected, member.expected_in = False, None
    member.save(update_fields=["is_expected", "expected_in"])
    record_role(actor, "families.child_born", member, case_id)
    return person


@dataclass(frozen=True, slots=True)
class OwnFamily:
    """The family of somebody who grew up: the caregiver, the children brought along, and those entered now."""

    family: Family
    caregiver: Person
    children: tuple[Person, ...]


@transaction.atomic
def begin_own_family(
    *,
    actor: Actor,
    case_id: int,
    person_id: int,
    role: str,
    child_ids: Collection[int] = (),
    newcomers: Mapping[str, Newcomer] | None = None,
    on: date,
) -> OwnFamily:
    """Somebody who was a child of a family becomes a caregiver in a family of the own; the person stays one.

    The role of a child ends as grown up. `child_ids` are children of the former family who are the person's own and
    come along; `newcomers` are entered now. Raises Invalid by field (`role`, `child_ids`, "<place>-<field>").
    """
    policies.check_can_register(actor=actor)
    former_id = policies.check_can_change_family(actor=actor, case_id=case_id).family_id
    person = Person.objects.select_for_update().get(pk=queries.person_in_family(person_id, former_id).pk)
    check_may_begin(person, former_id, on)
    if role not in CAREGIVERS:
        raise Invalid({"role": NO_SUCH_ROLE})
    brought = _brought(former_id, person, child_ids, on)
    family = Family.objects.create()
    record(
        actor=actor,
        verb="families.grown_up",
        case_id=case_id,
        family_id=former_id,
        person_id=person.pk,
        code=person.code,
    )
    _hand_over(actor, former_id, family, person, role, Ended.GROWN, case_id, on)
    for child in brought:
        _hand_over(actor, former_id, family, child, FamilyMember.Role.CHILD, Ended.MOVED, case_id, on)
    born = register_newcomers(actor=actor, people=newcomers, on=on, family=family)[1] if newcomers else []
    return OwnFamily(family, person, (*brought, *born))


def check_may_begin(person: Person, family_id: int, on: date) -> None:
    """Raise Refused unless the person was a child of the family and is nobody's caregiver yet."""
    roles = FamilyMember.objects.filter(person=person)
    if not roles.filter(family=family_id, role=FamilyMember.Role.CHILD).exclude(ended=Ended.MISTAKE).exists():
        raise Refused(_("%(code)s was never a child of this family.") % {"code": person.code})
    if queries.belongings_of(person.pk, on=on)[family_id] not in {Belonging.CHILD, Belonging.GROWN, Belonging.GONE}:
        raise Refused(_("%(code)s cannot begin a family of the own.") % {"code": person.code})
    if roles.filter(role__in=CAREGIVERS, to_on=None).exclude(family=family_id).exists():
        raise Refused(
            _("%(code)s cares for a family of the own already. Look for it by the code.") % {"code": person.code}
        )


def _brought(family_id: int, parent: Person, child_ids: Collection[int], on: date) -> list[Person]:
    children = queries.who_are(family_id, Belonging.CHILD, Belonging.EXPECTED, on=on)
    chosen = [child for child in children if child.pk in set(child_ids) and child.pk != parent.pk]
    if len(chosen) < len(set(child_ids)):
        raise Invalid({"child_ids": _("Choose the children from the members of the family.")})
    return chosen


def _hand_over(
    actor: Actor, former_id: int, family: Family, person: Person, role: str, why: str, case_id: int, on: date
) -> None:
    """One person leaves the former family for the new one, where he or she still belonged to it."""
    held = FamilyMember.objects.select_for_update().select_related("person")
    present = held.filter(family=former_id, person=person, to_on=None).first()
    if present is not None:
        end_role(present, on=on, why=why)
        record_role(actor, "families.role_ended", present, case_id)
    member = give_role(actor, family.pk, person, role, case_id=None, from_on=None if role == "child" else on)
    if present is not None and present.is_expected:
        member.is_expected, member.expected_in = True, present.expected_in
        member.save(update_fields=["is_expected", "expected_in"])
