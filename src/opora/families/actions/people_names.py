"""Names for whoever may know them: one shared way for pages and forms, and each look is a line in the journal."""

from collections.abc import Collection, Mapping
from datetime import date, timedelta
from typing import Final

from opora.access.rules import Actor
from opora.audit.actions import record_many
from opora.common.dates import now
from opora.families import policies, queries
from opora.families.models import FamilyMember, Person
from opora.families.queries.childhood import members_of_families, members_with_keys
from opora.families.queries.known_people import NOBODY, NamedFamily, known_from
from opora.families.words import family_name

ONE_LOOK: Final = timedelta(minutes=30)
"""One line stands for so long a look at somebody's name: a page of the family and its forms are one look."""


def name_people(
    *, actor: Actor, family_id: int | None, case_id: int | None = None, on: date, may_read: bool | None = None
) -> NamedFamily:
    """The people of a family by name, role and age for whoever may know them, by code and role for all others.

    The caller has asked whether this person may see the family at all. ``may_read`` spares the question whether names
    are for this reader, where it has been asked. The lines are one statement, so no transaction is needed around it.
    """
    if family_id is None:
        return NOBODY
    members = members_with_keys(family_id)
    if may_read is None:
        may_read = bool(policies.reached_families(actor=actor, family_ids=[family_id]))
    people = {member.person_id: member.person for member in members}
    # Who is a child is told by the birth, also to those who may not read it.
    births = queries.unlocked(people.values())
    opened = births if may_read else {}
    shown = {pk: people[pk] for pk, identity in opened.items() if not identity.is_empty}
    if shown and actor.user_id is not None:
        about = {"case_id": case_id, "family_id": family_id}
        entries = [about | {"person_id": pk, "code": person.code} for pk, person in shown.items()]
        verb = "families.identity_opened"
        record_many(actor=actor, verb=verb, entries=entries, unless_since=now() - ONE_LOOK)
    return NamedFamily(known_from(members, opened, on, births), may_read_names=may_read)


def name_families(*, actor: Actor, families: Mapping[int, int | None], on: date) -> dict[int, NamedFamily]:
    """The people of several families, each with its case, as `name_people` tells those of one.

    For a list: three questions and one statement, however many families there are.
    """
    members = members_of_families(families)
    reached = policies.reached_families(actor=actor, family_ids=members) if members else frozenset()
    births = queries.unlocked({one.person_id: one.person for told in members.values() for one in told}.values())
    named, entries = {}, []
    for family_id, told in members.items():
        people = {one.person_id: one.person for one in told}
        known = {pk: births[pk] for pk in people if pk in births}
        may_read = family_id in reached
        if may_read:
            about = {"case_id": families[family_id], "family_id": family_id}
            shown = [people[pk] for pk, identity in known.items() if not identity.is_empty]
            entries += [about | {"person_id": one.pk, "code": one.code} for one in shown]
        named[family_id] = NamedFamily(known_from(told, known if may_read else {}, on, known), may_read_names=may_read)
    if actor.user_id is not None:
        since = now() - ONE_LOOK
        record_many(actor=actor, verb="families.identity_opened", entries=entries, unless_since=since)
    return named


def call_families(*, actor: Actor, family_ids: Collection[int]) -> dict[int, str]:
    """Families by their surnames, for whoever may know them; those without a name, or not for this person, are absent.

    For a list: three questions and one statement, however many there are; only who gives the name is opened.
    """
    reached = policies.reached_families(actor=actor, family_ids=family_ids) if family_ids else frozenset()
    if not reached:
        return {}
    members: dict[int, list[FamilyMember]] = {}
    present = FamilyMember.objects.filter(family_id__in=reached, to_on=None).select_related("person__key")
    for member in present.order_by("pk"):
        members.setdefault(member.family_id, []).append(member)
    named = {family_id: _who_names(found) for family_id, found in members.items()}
    known = {family_id: one for family_id, one in named.items() if one is not None}
    entries = [
        {"family_id": family_id, "person_id": person.pk, "code": person.code}
        for family_id, (person, _title) in known.items()
    ]
    record_many(actor=actor, verb="families.identity_opened", entries=entries, unless_since=now() - ONE_LOOK)
    return {family_id: title for family_id, (_person, title) in known.items()}


def _who_names(members: list[FamilyMember]) -> tuple[Person, str] | None:
    """The adult, else the child, by whom a family is called; nobody where no name opens."""
    for member in sorted(members, key=lambda one: one.role == FamilyMember.Role.CHILD):
        identity = queries.unlocked([member.person]).get(member.person_id)
        if identity is not None and identity.surname:
            return member.person, family_name(identity)
    return None
