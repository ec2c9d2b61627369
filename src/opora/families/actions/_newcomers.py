"""Writing people down who come for the first time: their codes, keys, sealed names and marks in one statement."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from django.db import connection

from opora.common.dates import now
from opora.families.actions._sealing import words_of
from opora.families.keyring import blind_index, vault
from opora.families.models import Family, Person
from opora.families.rules import INDEX_VERSION, Code, Identity

# A name is sealed for the person it belongs to, so that the number of the person is drawn first.
_IDS = """
    SELECT nextval(pg_get_serial_sequence('families_person', 'id')) FROM generate_series(1, %s)
"""
# An array of arrays must be even, so each person's words travel as one text of hexadecimal digits.
_WRITE = """
WITH newcomer AS MATERIALIZED (
    SELECT * FROM unnest(
        %(ids)s::bigint[], %(letters)s::text[], %(numbers)s::int[], %(roles)s::text[], %(expected)s::boolean[],
        %(months)s::date[], %(envelopes)s::bytea[], %(keys)s::bytea[], %(key_ids)s::text[], %(words)s::text[]
    ) WITH ORDINALITY AS one (id, letter, number, role, is_expected, month, envelope, wrapped, key_id, words, place)
),
fresh AS (
    INSERT INTO families_family (created_at) SELECT %(now)s WHERE %(family)s::bigint IS NULL RETURNING id
),
person AS (
    INSERT INTO families_person (id, code_letter, code_number, sex, identity, revision, created_at)
    SELECT id, letter, number, '', envelope, (envelope IS NOT NULL)::int, %(now)s FROM newcomer
),
key AS (
    INSERT INTO families_personkey (person_id, wrapped, key_id, created_at)
    SELECT id, wrapped, key_id, %(now)s FROM newcomer WHERE wrapped IS NOT NULL
),
marked AS (
    INSERT INTO families_searchindex (person_id, months, version, tokens)
    SELECT id, '{}', %(version)s, ARRAY(
        SELECT decode(substr(words, i * 32 + 1, 32), 'hex') FROM generate_series(0, length(words) / 32 - 1) AS i
    ) FROM newcomer WHERE words IS NOT NULL
)
INSERT INTO families_familymember (family_id, person_id, role, ended, is_day_known, is_expected, expected_in)
SELECT coalesce(%(family)s::bigint, (SELECT id FROM fresh)), id, role, '', TRUE, is_expected, month
  FROM newcomer ORDER BY place
RETURNING family_id
"""


@dataclass(frozen=True, slots=True)
class Fresh:
    """One person to write down, looked through already."""

    code: Code
    role: str
    identity: Identity | None
    is_expected: bool = False
    expected_in: date | None = None


def write_down(people: Collection[Fresh], family: Family | None = None) -> tuple[Family, list[Person]]:
    """Keep these people, in their order, as members of the family given or of a new one."""
    with connection.cursor() as cursor:
        cursor.execute(_IDS, [len(people)])
        ids = [number for (number,) in cursor.fetchall()]
        values = _columns(people, ids) | {
            "family": family.pk if family else None,
            "now": now(),
            "version": INDEX_VERSION,
        }
        cursor.execute(_WRITE, values)
        (family_id,) = cursor.fetchone()
    persons = [
        Person(pk=pk, code_letter=one.code.letter, code_number=one.code.number)
        for pk, one in zip(ids, people, strict=True)
    ]
    family = family or Family(pk=family_id)
    for record in (family, *persons):
        record._state.adding, record._state.db = False, connection.alias
    return family, persons


def _columns(people: Collection[Fresh], ids: Sequence[int]) -> dict[str, list[object]]:
    safe, index = vault(), blind_index()
    known = [None if one.identity is None else safe.new_person_key(pk) for pk, one in zip(ids, people, strict=True)]
    named = list(zip(ids, people, known, strict=True))
    return {
        "ids": list(ids),
        "letters": [one.code.letter for one in people],
        "numbers": [one.code.number for one in people],
        "roles": [one.role for one in people],
        "expected": [one.is_expected for one in people],
        "months": [one.expected_in for one in people],
        "envelopes": [safe.seal(one.identity, key, pk) if one.identity and key else None for pk, one, key in named],
        "keys": [key.envelope if key else None for key in known],
        "key_ids": [key.key_id if key else None for key in known],
        "words": [next(words_of([index.tokens(one.identity)])) if one.identity else None for one in people],
    }
