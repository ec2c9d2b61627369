"""Registering a family and the people in it."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from opora.access.rules import Actor
from opora.audit.actions import record, record_many
from opora.common.errors import Conflict, Invalid
from opora.common.news import tell
from opora.families import policies
from opora.families.actions import _codes
from opora.families.actions._newcomers import Fresh, write_down
from opora.families.actions._sealing import check_identity, seal
from opora.families.models import Family, FamilyMember, Person
from opora.families.rules import LETTERS, Identity, Newcomer, letter_for
from opora.families.words import NO_SUCH_LETTER, NO_SUCH_ROLE


@transaction.atomic
def create_family(*, actor: Actor) -> Family:
    """Register a family nobody is in yet; its people are added one by one."""
    policies.check_can_register(actor=actor)
    family = Family.objects.create()
    record(actor=actor, verb="families.created", family_id=family.pk)
    return family


@transaction.atomic
def add_person(
    *,
    actor: Actor,
    family: Family,
    role: str,
    identity: Identity | None = None,
    code: str | None = None,
    letter: str | None = None,
    sex: str = "",
    case_id: int | None = None,
    from_on: date | None = None,
    is_expected: bool = False,
    expected_in: date | None = None,
    on: date | None = None,
    seen_role_id: int | None = None,
) -> Person:
    """Add a new person to a family under a new code.

    The letter comes from the surname, is asked for, or is Н; a code of the organization's own is taken as it is.
    Without an identity the person is known by code only. `from_on` is the first day in this role, `on` today. A child
    not born yet `is_expected`, perhaps in a month (`expected_in`, any day of it).
    `seen_role_id` is the last role in the family that was there when the page was read: of somebody who came since
    it is told first, so that two colleagues never enter one child twice. Raises Conflict then, Invalid by field,
    Refused, NotFound.
    """
    policies.check_can_add_to(actor=actor, family_id=family.pk, case_id=case_id)
    if seen_role_id is not None:
        _check_nobody_came(family, seen_role_id)
    if role not in FamilyMember.Role.values:
        raise Invalid({"role": NO_SUCH_ROLE})
    if letter is not None and letter not in set(LETTERS):
        raise Invalid({"letter": NO_SUCH_LETTER})
    kept = check_identity(identity, on=on)
    surname = kept.surname or kept.given if kept else ""
    number = _codes.take(code) if code else _codes.issue(letter or letter_for(surname))
    person = Person.objects.create(
        code_letter=number.letter,
        code_number=number.number,
        sex=sex if sex in Person.Sex.values else Person.Sex.UNKNOWN,
    )
    FamilyMember.objects.create(
        family=family, person=person, role=role, from_on=from_on, **_expectation(role, is_expected, expected_in)
    )
    if kept is not None:
        seal({person.pk: kept})
        person.refresh_from_db(fields=["identity", "revision"])
    record(
        actor=actor,
        verb="families.person_added",
        case_id=case_id,
        family_id=family.pk,
        person_id=person.pk,
        code=person.code,
        family_role=role,
    )
    if case_id is not None:
        tell("families.changed", case_ids=[case_id])
    return person


@transaction.atomic
def register_people(
    *, actor: Actor, people: Mapping[str, Newcomer], on: date | None = None
) -> tuple[Family, list[Person]]:
    """A family comes for the first time: it is registered with all its people at once, in the order given.

    Each has a place of its own ("caregiver", "child-0"); what is wrong with anybody is told of all of them together,
    as Invalid under "<place>-<field>", and then nobody is kept.
    """
    policies.check_can_register(actor=actor)
    return register_newcomers(actor=actor, people=people, on=on)


def register_newcomers(
    *, actor: Actor, people: Mapping[str, Newcomer], on: date | None = None, family: Family | None = None
) -> tuple[Family, list[Person]]:
    """The same for whoever has been asked whether the actor may; into a family made just now, where one is given."""
    identities = _checked(people, on=on)
    codes = _codes.give_out(
        {place: one.code or one.letter or letter_for(_surname(identities[place])) for place, one in people.items()}
    )
    family, persons = write_down(
        [
            Fresh(codes[place], one.role, identities[place], **_expectation(one.role, one.is_expected, None))
            for place, one in people.items()
        ],
        family,
    )
    _record_registered(actor, family, persons, people)
    return family, persons


def _checked(people: Mapping[str, Newcomer], *, on: date | None) -> dict[str, Identity | None]:
    """What is kept of each person's identity; Invalid with everything that is wrong with anybody."""
    kept: dict[str, Identity | None] = {}
    faults: dict[str, object] = {}
    for place, one in people.items():
        if one.role not in FamilyMember.Role.values:
            faults[f"{place}-role"] = NO_SUCH_ROLE
        if one.letter and one.letter not in set(LETTERS):
            faults[f"{place}-letter"] = NO_SUCH_LETTER
        try:
            kept[place] = check_identity(one.identity, on=on)
        except Invalid as wrong:
            faults |= {f"{place}-{name}": sentence for name, sentence in wrong.fields.items()}
    if faults:
        raise Invalid(faults)
    return kept


def _check_nobody_came(family: Family, seen_role_id: int) -> None:
    """Hold the family, and tell who was added to it since somebody saw it."""
    Family.objects.select_for_update().get(pk=family.pk)
    came = family.members.filter(pk__gt=seen_role_id, to_on=None).select_related("person").order_by("pk")
    if codes := ", ".join(member.person.code for member in came):
        sentence = _(
            "Meanwhile somebody was added to this family: %(codes)s. If this is somebody else, press once more."
        )
        raise Conflict(sentence % {"codes": codes})


def _expectation(role: str, is_expected: bool, month: date | None) -> dict[str, Any]:
    """That a child is not born yet; of others nothing is expected."""
    if not is_expected or role != FamilyMember.Role.CHILD:
        return {}
    return {"is_expected": True, "expected_in": month.replace(day=1) if month else None}


def _surname(identity: Identity | None) -> str:
    return (identity.surname or identity.given) if identity else ""


def _record_registered(actor: Actor, family: Family, persons: list[Person], people: Mapping[str, Newcomer]) -> None:
    record(actor=actor, verb="families.created", family_id=family.pk)
    record_many(
        actor=actor,
        verb="families.person_added",
        entries=[
            {"family_id": family.pk, "person_id": person.pk, "code": person.code, "family_role": one.role}
            for person, one in zip(persons, people.values(), strict=True)
        ],
    )
