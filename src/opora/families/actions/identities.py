"""Opening and changing identities. Each opening is a line in the journal, written before anything is shown."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor
from opora.audit.actions import record, record_many
from opora.common.errors import Refused
from opora.common.news import tell
from opora.common.one_at_a_time import LONG_PATIENCE, one_at_a_time, wait_for_all
from opora.common.seen import check_seen
from opora.families import keyring, policies, queries
from opora.families.actions._sealing import check_identity, seal
from opora.families.actions.erasing import seal_told_anew
from opora.families.models import Merge, Person, PersonKey, SearchIndex
from opora.families.queries import FamilyOfCase, PersonCard
from opora.families.rules import Identity, Sealed, Vault

CHANGED_MEANWHILE = _(
    "Somebody else changed this person while you were typing. What you typed is still here: compare "
    "it with the saved version and save again."
)
_BATCH = 2_000


@dataclass(frozen=True, slots=True)
class OpenedFamily:
    """The family of a case with the identities that open, by id of the person."""

    family: FamilyOfCase
    identities: Mapping[int, Identity]


@dataclass(frozen=True, slots=True)
class OpenedPerson:
    """A person with the identity; it is None when nothing opens, and `refusal` says why and what to do."""

    card: PersonCard
    identity: Identity | None
    refusal: str = ""


@transaction.atomic
def open_person(*, actor: Actor, person_id: int, case_id: int, to_change: bool = False, on: date) -> OpenedPerson:
    """Show everything known of one person of a case's family, and write down who looked.

    A person known by code only has an empty identity. Raises NotFound when the actor may not read names here,
    Refused when the look is for a change that the actor may not make.
    """
    standing = policies.check_can_read_identities(actor=actor, case_id=case_id)
    if to_change:
        policies.check_may_change(standing)
    person = queries.person_in_family(person_id, standing.family_id)
    opened = queries.unlocked([person])
    card = queries.card_of(standing, person, opened, on)
    if person.pk not in opened:
        return OpenedPerson(card, None, queries.cannot_be_opened(person))
    record(
        actor=actor,
        verb="families.identity_opened",
        case_id=case_id,
        family_id=standing.family_id,
        person_id=person.pk,
        code=person.code,
    )
    return OpenedPerson(card, opened[person.pk])


@transaction.atomic
def open_family(*, actor: Actor, case_id: int, on: date) -> OpenedFamily:
    """Show the family of a case with names, and write a line for each name shown.

    Raises NotFound when the actor may not read names here.
    """
    standing = policies.check_can_read_identities(actor=actor, case_id=case_id)
    people = queries.people_of_family(standing.family_id)
    opened = queries.unlocked(people)
    shown = _shown(actor, case_id, standing.family_id, people, opened)
    return OpenedFamily(queries.family_of(standing, people, opened, on), shown)


def open_names(*, actor: Actor, case_id: int) -> Mapping[int, Identity]:
    """Give the identities that open of everybody in the family of a case, and write a line for each.

    For pages that say names instead of codes. The lines are one statement, so no transaction is needed around it.
    Raises NotFound when the actor may not read names here.
    """
    standing = policies.check_can_read_identities(actor=actor, case_id=case_id)
    people = queries.sealed_people_of(standing.family_id)
    return _shown(actor, case_id, standing.family_id, people, queries.unlocked(people))


def _shown(
    actor: Actor, case_id: int, family_id: int, people: Sequence[Person], opened: Mapping[int, Identity]
) -> dict[int, Identity]:
    """Those of the opened identities that hold something, once it is written down who looked."""
    shown = {person.pk: opened[person.pk] for person in people if person.identity is not None and person.pk in opened}
    about = {"case_id": case_id, "family_id": family_id}
    entries = [about | {"person_id": person.pk, "code": person.code} for person in people if person.pk in shown]
    record_many(actor=actor, verb="families.identity_opened", entries=entries)
    return shown


@transaction.atomic
def update_identity(
    *,
    actor: Actor,
    person: Person,
    identity: Identity,
    sex: str | None = None,
    case_id: int | None = None,
    revision: int | None = None,
    is_renamed: bool = False,
    on: date | None = None,
) -> None:
    """Replace what is known of a person. `revision` is the one the change was made upon.

    With `is_renamed` the surname borne until now is kept among the former ones. Raises Invalid by field, Conflict when
    somebody else changed it in the meantime, Refused, NotFound.
    """
    policies.check_can_change_person(actor=actor, family_ids=queries.families_of(person.pk), case_id=case_id)
    kept = check_identity(identity, on=on) or Identity()
    locked = Person.objects.select_for_update().get(pk=person.pk)
    check_seen(locked.revision, revision, CHANGED_MEANWHILE)
    if locked.revision and locked.identity is None:
        raise Refused(_("The identity of %(code)s was destroyed for good.") % {"code": locked.code})
    if is_renamed and (former := queries.unlocked([locked]).get(locked.pk, Identity()).surname):
        kept = kept.renamed(former)
    if sex is not None and sex in Person.Sex.values and sex != locked.sex:
        locked.sex = sex
        locked.save(update_fields=["sex"])
    seal({person.pk: kept})
    person.refresh_from_db()
    record(actor=actor, verb="families.identity_changed", case_id=case_id, person_id=person.pk, code=person.code)
    if case_id is not None:
        tell("families.changed", case_ids=[case_id])


@transaction.atomic
def seal_identities(*, actor: Actor, identities: Mapping[int, Identity]) -> None:
    """Give identities to many people at once: for an import of names, and for families invented to show or measure.

    Raises Invalid by field at the first identity that cannot be kept.
    """
    policies.check_can_register(actor=actor)
    kept = {person_id: check_identity(identity, on=None) for person_id, identity in identities.items()}
    seal({person_id: identity for person_id, identity in kept.items() if identity is not None})
    codes = queries.codes(list(kept))
    entries = [{"person_id": person_id, "code": code} for person_id, code in codes.items()]
    record_many(actor=actor, verb="families.identity_changed", entries=entries)


@transaction.atomic
def destroy_identity(*, actor: Actor, person_id: int) -> None:
    """Destroy a person's key, and with it the name for ever; the code and what was counted stay.

    Copies of the sealed record open no more once the installation's key is renewed (`renew_keys`): a backup of
    the database holds the person's key too, sealed with the installation's key of its day.
    """
    policies.check_can_destroy(actor=actor)
    wanted = Q(pk=person_id) | Q(merged_into=person_id)
    # Records of the same person that were brought into this one hold the name too.
    for person in Person.objects.select_for_update(of=("self",)).filter(wanted).order_by("pk"):
        PersonKey.objects.filter(person=person).delete()
        SearchIndex.objects.filter(person=person).delete()
        Merge.objects.filter(kept=person).update(former_identity=None)
        # The revision is raised and never falls, so a record without identity tells "destroyed" from "never known".
        Person.objects.filter(pk=person.pk).update(identity=None, revision=person.revision + 1)
        record(actor=actor, verb="families.identity_destroyed", person_id=person.pk, code=person.code)


@transaction.atomic
def renew_keys(*, actor: Actor) -> int:
    """Seal every person's key, and everything told in words or kept as a file, with a fresh key of the installation.

    Gives the number of people. The former key stays on the ring until the transaction is kept; then it goes, and with
    it whatever only an old backup still holds.
    """
    policies.check_can_destroy(actor=actor)
    one_at_a_time("families.keys", patience=LONG_PATIENCE)  # a backup under way holds one moment of keys and files
    former = keyring.keyring()
    ring = former.rotated()
    keyring.store(ring, replace=True)
    # Words that somebody sealed with the former key a moment ago, and keeps in a moment, would open no more.
    wait_for_all(patience=LONG_PATIENCE)
    safe, people = Vault(ring), 0
    keys = list(PersonKey.objects.select_for_update().order_by("person_id"))
    for start in range(0, len(keys), _BATCH):
        batch = keys[start : start + _BATCH]
        for key in batch:
            sealed = safe.rewrap(Sealed(key.key_id, bytes(key.wrapped)), key.person_id)
            key.key_id, key.wrapped = sealed.key_id, sealed.envelope
        PersonKey.objects.bulk_update(batch, ["key_id", "wrapped"])
        people += len(batch)
    seal_told_anew()
    tell("keys.renewed")
    record(actor=actor, verb="families.keys_renewed", people=people)
    transaction.on_commit(lambda: keyring.store(ring.only_current(), replace=True))
    return people
