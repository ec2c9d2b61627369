"""A family that comes for the first time is registered whole: one after the other in codes, all faults told at once."""

from datetime import date

import pytest

from opora.access.rules import SYSTEM
from opora.audit.models import JournalEntry
from opora.common.errors import Invalid
from opora.families import actions, queries
from opora.families.keyring import keyring
from opora.families.models import Family, FamilyMember, Person, PersonKey, SearchIndex
from opora.families.rules import Identity, Newcomer

pytestmark = pytest.mark.django_db
ON = date(2026, 3, 1)
MOTHER = Newcomer(role="mother", identity=Identity(surname="Ёлкина", given="Анна"))


def child(given: str, **known) -> Newcomer:
    return Newcomer(role="child", identity=Identity(surname="Ёлкин", given=given), **known)


def register(**people: Newcomer):
    named = {place.replace("_", "-"): one for place, one in people.items()}
    return actions.register_people(actor=SYSTEM, people=named, on=ON)


def test_codes_follow_the_surnames_in_the_order_of_the_people():
    family, people = register(caregiver=MOTHER, child_0=child("Пётр"), child_1=child("Иван"))

    assert [person.code for person in people] == ["Е1", "Е2", "Е3"]
    assert queries.children_of_family(family.pk, on=ON) == people[1:]
    roles = FamilyMember.objects.filter(family=family).order_by("person_id").values_list("person_id", "role")
    assert list(roles) == [(people[0].pk, "mother"), (people[1].pk, "child"), (people[2].pk, "child")]


def test_a_code_of_ones_own_moves_the_next_codes_past_it():
    _family, people = register(caregiver=Newcomer(role="mother", code="Е7"), child_0=child("Пётр"))

    assert [person.code for person in people] == ["Е7", "Е8"]


def test_everything_wrong_with_anybody_is_told_at_once_and_nobody_is_kept():
    early = Newcomer(role="child", identity=Identity(given="Пётр", birth_date=date(2030, 1, 1)))

    with pytest.raises(Invalid) as told:
        register(caregiver=Newcomer(role="aunt"), child_0=early, child_1=child("Иван", letter="?"))

    assert set(told.value.fields) == {"caregiver-role", "child-0-birth_date", "child-1-letter"}
    assert not Family.objects.exists()
    assert not Person.objects.exists()


def test_a_code_wished_for_twice_or_taken_is_told_at_its_place():
    register(caregiver=Newcomer(role="mother", code="А1"))

    with pytest.raises(Invalid) as told:
        register(
            caregiver=Newcomer(role="mother", code="а 1"),
            child_0=Newcomer(role="child", code="Б2"),
            child_1=Newcomer(role="child", code="Б2"),
            child_2=Newcomer(role="child", code="???"),
        )

    assert set(told.value.fields) == {"caregiver-code", "child-1-code", "child-2-code"}


def test_each_person_has_a_key_search_words_and_a_line_in_the_journal():
    family, people = register(caregiver=MOTHER, child_0=child("Пётр"), child_1=Newcomer(role="child"))

    known = {people[0].pk, people[1].pk}
    assert set(PersonKey.objects.values_list("person_id", flat=True)) == known
    assert set(SearchIndex.objects.values_list("person_id", flat=True)) == known
    lines = JournalEntry.objects.filter(family_id=family.pk).order_by("id").values_list("verb", "person_id")
    assert list(lines) == [
        ("families.created", None),
        *(("families.person_added", person.pk) for person in people),
    ]


def test_a_large_family_asks_the_database_no_more_than_a_small_one(django_assert_max_num_queries):
    # The first identity of a house makes its keys, after looking whether anything is sealed already.
    keyring()
    with django_assert_max_num_queries(14):
        register(caregiver=MOTHER, **{f"child_{n}": child("Пётр") for n in range(9)})
