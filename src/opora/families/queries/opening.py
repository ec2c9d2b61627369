"""Unsealing identities inside this room: for ages, for comparing, and for the journaled doors of actions."""

from collections.abc import Iterable, Sequence

from django.utils.translation import gettext as _

from opora.common.envelope import Locked
from opora.families.keyring import vault
from opora.families.models import Person, PersonKey
from opora.families.rules import Birth, Identity, Sealed

_Bytes = bytes | memoryview | None


def unlocked(people: Iterable[Person]) -> dict[int, Identity]:
    """The identities of people by id, with one query for all keys, or none when the keys were read with the people.

    Somebody known by code only has an empty identity. One that cannot be opened, because it was altered or
    destroyed, is left out.
    """
    people = list(people)
    sealed = [person for person in people if person.identity is not None]
    opened = {person.pk: Identity() for person in people if person.identity is None and not person.revision}
    if not sealed:
        return opened
    keys = _keys(sealed)
    found = [(person.pk, person.identity, keys[person.pk]) for person in sealed if person.pk in keys]
    return opened | unlocked_rows((pk, envelope, key.wrapped, key.key_id) for pk, envelope, key in found)


def unlocked_rows(rows: Iterable[tuple[int, _Bytes, _Bytes, str | None]]) -> dict[int, Identity]:
    """The identities of people by id, from their envelopes and keys alone: for lists that show nothing else of them.

    One without an envelope or a key, and one that does not open, is left out.
    """
    safe = vault()
    opened: dict[int, Identity] = {}
    for pk, envelope, wrapped, key_id in rows:
        if envelope is None or wrapped is None or key_id is None:
            continue
        try:
            opened[pk] = safe.open(bytes(envelope), Sealed(key_id, bytes(wrapped)), pk)
        except Locked:
            continue
    return opened


def _keys(people: Sequence[Person]) -> dict[int, PersonKey]:
    if all(Person.key.is_cached(person) for person in people):
        return {person.pk: person.key for person in people if hasattr(person, "key")}
    return PersonKey.objects.in_bulk([person.pk for person in people])


def births(people: Iterable[Person]) -> dict[int, Birth]:
    """The births of people by id, as exactly as each is known."""
    return {pk: identity.born for pk, identity in unlocked(people).items() if identity.born is not None}


def cannot_be_opened(person: Person) -> str:
    """Why nothing is shown of a person, and what to do."""
    if person.identity is None:
        return _("The identity of %(code)s was destroyed for good.") % {"code": person.code}
    return _(
        "The identity of %(code)s does not open: it was altered, or the folder “keys” belongs to another "
        "installation. Tell the administrator; nothing was changed."
    ) % {"code": person.code}
