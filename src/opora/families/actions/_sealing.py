"""Sealing identities and keeping their blind words, for one person or for thousands."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import islice

from django.db import connection

from opora.common.dates import today
from opora.common.errors import Invalid
from opora.families.keyring import blind_index, vault
from opora.families.models import PersonKey
from opora.families.rules import INDEX_VERSION, Identity, Sealed, identity_faults
from opora.families.words import IDENTITY

_BATCH = 5_000
_KEYS = """
    INSERT INTO families_personkey (person_id, wrapped, key_id, created_at)
    SELECT fresh.*, now() FROM unnest(%s::bigint[], %s::bytea[], %s::text[]) AS fresh
"""
_IDENTITIES = """
    UPDATE families_person AS person SET identity = fresh.envelope, revision = person.revision + 1
    FROM unnest(%s::bigint[], %s::bytea[]) AS fresh (id, envelope) WHERE person.id = fresh.id
"""
# An array of arrays must be even, so each person's words travel as one text of hexadecimal digits.
_WORDS = """
    INSERT INTO families_searchindex (person_id, months, version, tokens)
    SELECT fresh.id, '{}', %s, ARRAY(
        SELECT decode(substr(fresh.words, i * 32 + 1, 32), 'hex')
        FROM generate_series(0, length(fresh.words) / 32 - 1) AS i
    )
    FROM unnest(%s::bigint[], %s::text[]) AS fresh (id, words)
    ON CONFLICT (person_id) DO UPDATE SET tokens = excluded.tokens, version = excluded.version
"""


def check_identity(identity: Identity | None, *, on: date | None) -> Identity | None:
    """The identity as it is kept; None when there is nothing in it; Invalid with a sentence per field."""
    if identity is None or identity.cleaned().is_empty:
        return None
    kept = identity.cleaned()
    faults = identity_faults(kept, on=on or today())
    if faults:
        raise Invalid({field: IDENTITY[fault] for field, fault in faults.items()})
    return kept


def seal(identities: Mapping[int, Identity]) -> None:
    """Seal the identities of people by id, each with the person's key, and make them findable.

    A person without a key gets one. The caller has locked what two people might change at once.
    """
    items = iter(identities.items())
    while batch := dict(islice(items, _BATCH)):
        _seal_batch(batch)


def _seal_batch(identities: Mapping[int, Identity]) -> None:
    safe, ids = vault(), list(identities)
    keys = _keys_of(ids)
    fresh = {person_id: safe.new_person_key(person_id) for person_id in ids if person_id not in keys}
    keys |= fresh
    with connection.cursor() as cursor:
        if fresh:
            sealed = fresh.values()
            cursor.execute(_KEYS, [list(fresh), [key.envelope for key in sealed], [key.key_id for key in sealed]])
        envelopes = [safe.seal(identities[person_id], keys[person_id], person_id) for person_id in ids]
        cursor.execute(_IDENTITIES, [ids, envelopes])
    mark(identities)


def _keys_of(ids: list[int]) -> dict[int, Sealed]:
    keys = PersonKey.objects.filter(person_id__in=ids)
    return {key.person_id: Sealed(key.key_id, bytes(key.wrapped)) for key in keys}


def mark(identities: Mapping[int, Identity]) -> None:
    """Make people findable by what is known of them, with the fingerprints of this version."""
    index = blind_index()
    found = list(words_of(index.tokens(identity) for identity in identities.values()))
    with connection.cursor() as cursor:
        cursor.execute(_WORDS, [INDEX_VERSION, list(identities), found])


def words_of(people: Iterable[frozenset[bytes]]) -> Iterator[str]:
    """One text per person; sorted, so that the order of the words does not tell the order of the name."""
    for tokens in people:
        yield "".join(sorted(token.hex() for token in tokens))
