"""How people are called by their codes, and which record stayed of two that were brought together."""

from collections.abc import Collection

from django.db import connection

from opora.families.models import Person

# A register asks for the codes of tens of thousands.
_CODES = """
    SELECT person.id, CASE WHEN kept.code_letter <> '' THEN kept.code_letter || kept.code_number
                           ELSE person.code_letter || person.code_number END
    FROM families_person AS person
    LEFT JOIN families_person AS kept ON kept.id = person.merged_into_id
    WHERE person.id = ANY(%s)
"""


def codes(person_ids: Collection[int]) -> dict[int, str]:
    """The code of each person by id; for rooms that have asked whether the case may be read.

    A record that was brought together with another one is called as the one that stayed.
    """
    with connection.cursor() as cursor:
        cursor.execute(_CODES, [list(person_ids)])
        return dict(cursor.fetchall())


def stays_for(person_ids: Collection[int]) -> dict[int, int]:
    """Of records that were brought together with others: the one that stayed, by the id of the one that went."""
    gone = Person.objects.filter(pk__in=person_ids).exclude(merged_into=None)
    return dict(gone.values_list("pk", "merged_into_id"))


def people_now(person_ids: Collection[int]) -> dict[int, tuple[int, str]]:
    """The same with the code of the one that stayed; for rooms that have asked whether the case may be read."""
    stayed = stays_for(person_ids)
    called = codes(stayed)
    return {gone: (kept, called[gone]) for gone, kept in stayed.items()}
