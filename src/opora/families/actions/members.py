"""Who belongs to a family, in which role, from which day to which, and why a role ended."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor
from opora.audit.actions import record
from opora.common.errors import Invalid, NotFound
from opora.common.news import tell
from opora.families import policies, queries
from opora.families.models import Family, FamilyMember, Person
from opora.families.rules import Ended
from opora.families.words import NO_SUCH_ROLE


@transaction.atomic
def add_member(
    *,
    actor: Actor,
    family: Family,
    person: Person,
    role: str,
    case_id: int | None = None,
    from_on: date | None = None,
) -> FamilyMember:
    """Let a person already known by code belong to a family; one role at a time (end the former one first).

    A person from another family must be in sight too: a guessed number brings nobody in. Raises Invalid, NotFound.
    """
    policies.check_can_add_to(actor=actor, family_id=family.pk, case_id=case_id)
    if not policies.reached_families(actor=actor, family_ids=queries.families_of(person.pk)):
        raise NotFound(_("There is no such person."))
    if role not in FamilyMember.Role.values:
        raise Invalid({"role": NO_SUCH_ROLE})
    Person.objects.select_for_update().get(pk=person.pk)
    memberships = FamilyMember.objects.filter(family=family, person=person)
    if memberships.filter(to_on__isnull=True).exists():
        sentence = _("%(code)s already has a role in this family. End that role first.")
        raise Invalid({"role": sentence % {"code": person.code}})
    last_day = memberships.exclude(ended=Ended.MISTAKE).order_by("-to_on").values_list("to_on", flat=True).first()
    if last_day is not None and (from_on is None or from_on < last_day):
        raise Invalid({"from_on": _("The former role ended later. Enter the day from which the new one holds.")})
    return give_role(actor, family.pk, person, role, case_id=case_id, from_on=from_on)


def give_role(
    actor: Actor, family_id: int, person: Person, role: str, *, case_id: int | None, from_on: date | None
) -> FamilyMember:
    """The new role itself, for actions of this room that have asked whether it may be."""
    member = FamilyMember.objects.create(family_id=family_id, person=person, role=role, from_on=from_on)
    record_role(actor, "families.role_given", member, case_id)
    return member


@transaction.atomic
def add_known_person(*, actor: Actor, case_id: int, person_id: int, role: str, from_on: date | None = None) -> Person:
    """Let somebody whom the actor knows from another case belong to the family of this one."""
    family = Family.objects.get(pk=policies.check_can_change_family(actor=actor, case_id=case_id).family_id)
    person = Person.objects.filter(pk=person_id).first()
    if person is None:
        raise NotFound(_("There is no such person."))
    add_member(actor=actor, family=family, person=person, role=role, case_id=case_id, from_on=from_on)
    return person


@transaction.atomic
def end_member(*, actor: Actor, member_id: int, case_id: int | None = None, on: date) -> None:
    """End a role in a family on a day; the past stays on record."""
    member = FamilyMember.objects.select_for_update().select_related("person").filter(pk=member_id).first()
    if member is None:
        raise NotFound(_("There is no such person in this family."))
    policies.check_can_change_person(actor=actor, family_ids=[member.family_id], case_id=case_id)
    if member.to_on is not None:
        return
    end_role(member, on=on)
    record_role(actor, "families.role_ended", member, case_id)


def end_role(member: FamilyMember, *, on: date, why: str = "", is_day_known: bool = True) -> None:
    """The end of a role that holds, for actions of this room; Invalid when it would end before it began."""
    if member.from_on is not None and on < member.from_on:
        raise Invalid({"on": _("The role cannot end before it began. Check the date.")})
    member.to_on, member.ended, member.is_day_known = on, why, is_day_known
    member.save(update_fields=["to_on", "ended", "is_day_known"])


@transaction.atomic
def change_role(*, actor: Actor, case_id: int, person_id: int, role: str | None, on: date) -> None:
    """From a day on the person has another role in the family of a case, or (None) no longer belongs to it."""
    family_id = policies.check_can_change_family(actor=actor, case_id=case_id).family_id
    person = queries.person_in_family(person_id, family_id)
    present = FamilyMember.objects.filter(family=family_id, person=person, to_on__isnull=True).first()
    if present is not None and present.role == role:
        raise Invalid({"role": _("This is the present role. Choose another one, or “no longer in the family”.")})
    if present is not None:
        end_member(actor=actor, member_id=present.pk, case_id=case_id, on=on)
    if role is not None:
        family = Family.objects.get(pk=family_id)
        add_member(actor=actor, family=family, person=person, role=role, case_id=case_id, from_on=on)


def record_role(actor: Actor, verb: str, member: FamilyMember, case_id: int | None) -> None:
    """The line in the journal about a role, and the news of it."""
    record(
        actor=actor,
        verb=verb,
        case_id=case_id,
        family_id=member.family_id,
        person_id=member.person_id,
        code=member.person.code,
        family_role=member.role,
        ended=member.ended,
    )
    if case_id is not None:
        tell("families.changed", case_ids=[case_id])
