"""Finding people by what somebody remembers of them, and noticing that a newcomer is known already."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opora.access.rules import SYSTEM
from opora.families import actions, queries
from opora.families.index_age import is_index_old
from opora.families.models import Person, SearchIndex
from opora.families.rules import Identity, PaperKind, Sign, likeness, papers_of, parse_former
from opora.families.words import LIKENESS

ANNA = Identity(
    surname="Ёлкина",
    given="Анна",
    patronymic="Петровна",
    birth_date=date(1994, 3, 12),
    phones=("+7 921 123-45-67",),
)


def add(identity=None, family=None, role="mother", **given):
    family = family or actions.create_family(actor=SYSTEM)
    return actions.add_person(actor=SYSTEM, family=family, role=role, identity=identity, **given)


@pytest.mark.django_db
@pytest.mark.parametrize("typed", ["елк", "АННА ЁЛКИНА", "петр елки", "12.03.1994", "8(921)1234567", "анна 12.3.1994"])
def test_she_is_found_in_any_spelling(typed, manager):
    person, _other = add(ANNA), add(Identity(surname="Сосенко", given="Анна"))
    assert list(queries.search_people(actor=manager, text=typed)) == [person.pk]


@pytest.mark.django_db
@pytest.mark.parametrize("typed", ["", " ", "е", "ёл", "Елкина Ольга", "%", "12.13.1994"])
def test_too_little_or_something_else_finds_nobody(typed, manager):
    add(ANNA)
    assert list(queries.search_people(actor=manager, text=typed)) == []


@pytest.mark.django_db
def test_who_may_not_read_names_finds_nobody_by_name(analyst, manager):
    add(ANNA)
    assert list(queries.search_people(actor=analyst, text="елкина")) == []
    assert queries.suggest_duplicates(actor=analyst, identity=ANNA) == []


@pytest.mark.django_db
def test_somebody_is_found_by_code_in_any_spelling(manager, analyst):
    person = add(code="С24")
    assert list(queries.people_by_code(actor=manager, text="c-24")) == [person.pk]
    assert list(queries.people_by_code(actor=manager, text="С25")) == []
    assert list(queries.people_by_code(actor=manager, text="сорок")) == []
    assert list(queries.people_by_code(actor=analyst, text="С24")) == []


@pytest.mark.django_db
def test_a_newcomer_who_is_known_is_noticed(window, manager, stranger):
    family = actions.create_family(actor=SYSTEM)
    window.show(manager, case_id=1, family_id=family.pk)
    person = add(ANNA, family)
    typed = Identity(surname="елкина", given="анна", birth_date=ANNA.birth_date)
    [match] = queries.suggest_duplicates(actor=manager, identity=typed)
    assert (match.person_id, match.code, match.is_in_sight) == (person.pk, person.code, True)
    assert match.likeness.told == (Sign.NAME, Sign.BORN)
    assert [str(reason) for reason in match.reasons] == [LIKENESS[Sign.NAME], LIKENESS[Sign.BORN]]
    [hidden] = queries.suggest_duplicates(actor=stranger, identity=typed)
    assert not hidden.is_in_sight
    assert queries.suggest_duplicates(actor=manager, identity=typed, but=person.pk) == []


@pytest.mark.django_db
def test_a_newcomer_is_noticed_by_telephone_and_by_a_former_surname(manager):
    person = add(ANNA)
    for typed in (
        Identity(surname="Сосенко", given="Анна", birth_date=ANNA.birth_date),
        Identity(given="Анна", phones=("8 921 123 45 67",)),
        Identity(phones=("89211234567",)),
        Identity(surname="Елкина", birth_date=ANNA.birth_date),
    ):
        assert [match.person_id for match in queries.suggest_duplicates(actor=manager, identity=typed)] == [person.pk]


@pytest.mark.django_db
def test_others_are_not_noticed(manager):
    add(ANNA)
    for typed in (
        Identity(),
        Identity(surname="Ёлкина"),
        replace(ANNA, given="Мария", phones=()),
        replace(ANNA, birth_date=date(1980, 1, 1), phones=()),
    ):
        assert queries.suggest_duplicates(actor=manager, identity=typed) == []


@pytest.mark.django_db
def test_marks_of_an_older_version_are_made_anew_once_and_nothing_else(manager):
    person, other = add(replace(ANNA, phones=("8 921 123-45-67, после 18:00",))), add(Identity(surname="Сосенко"))
    whole = bytes(Person.objects.get(pk=person.pk).identity)
    SearchIndex.objects.filter(pk=person.pk).update(tokens=[], version=0, months=[24_000])
    assert not queries.search_people(actor=manager, text="1234567").exists()
    assert is_index_old()
    assert actions.refresh_index() == 1
    assert list(queries.search_people(actor=manager, text="1234567")) == [person.pk]
    assert list(queries.search_people(actor=manager, text="сосенко")) == [other.pk]
    assert SearchIndex.objects.get(pk=person.pk).months == [24_000]
    assert bytes(Person.objects.get(pk=person.pk).identity) == whole
    assert not is_index_old()
    assert actions.refresh_index() == 0


# Each says what somebody typed who meant Anna, though something contradicts.
MEANT = {
    "same name and phone, another date": {"birth_date": date(1980, 1, 1)},
    "same name and phone, a generation apart": {"birth_date": date(1964, 1, 1)},
    "day and month changed about": {"birth_date": date(1994, 12, 3), "phones": ()},
    "year slipped": {"birth_date": date(1984, 3, 12), "phones": ()},
    "another spelling": {"surname": "Yolkina", "given": "Anna", "phones": ()},
    "short name": {"given": "Аня", "patronymic": ""},
    "letter lost": {"surname": "Ёлкна", "phones": ()},
    "letters changed about": {"given": "Анан", "phones": ()},
    "married, telephone kept": {"surname": "Сосенко", "birth_date": None},
    "names in each other's fields": {"surname": "Анна", "given": "Ёлкина", "phones": ()},
    "half of a double surname, no date": {"surname": "Сосенко-Ёлкина", "birth_date": None, "phones": ()},
    "initials": {"given": "А.", "patronymic": "П.", "phones": ()},
}


@pytest.mark.django_db
@pytest.mark.parametrize("typed", MEANT.values(), ids=MEANT)
def test_no_single_contradiction_hides_her(typed, manager):
    person = add(ANNA)
    matches = queries.suggest_duplicates(actor=manager, identity=replace(ANNA, **typed))
    assert [match.person_id for match in matches] == [person.pk]


@pytest.mark.django_db
def test_natalia_is_natalya(manager):
    person = add(replace(ANNA, given="Наталья"))
    [match] = queries.suggest_duplicates(actor=manager, identity=replace(ANNA, given="Наталия"))
    assert (match.person_id, match.likeness.told) == (person.pk, (Sign.NAME, Sign.BORN, Sign.PHONE))


RELATIVES = {
    "twin": {"given": "Мария"},
    "sister at the same telephone": {"given": "Ольга", "birth_date": date(1996, 7, 1)},
    "daughter of the same name": {"patronymic": "Сергеевна", "birth_date": date(2015, 3, 12)},
    "namesake born on another day": {"birth_date": date(1991, 8, 2), "phones": ()},
}


@pytest.mark.parametrize("differing", RELATIVES.values(), ids=RELATIVES)
def test_relatives_and_namesakes_do_not_alarm(differing):
    assert likeness(ANNA, replace(ANNA, **differing)) is None


@pytest.mark.parametrize(("one", "other"), [("Алёна", "Елена"), ("Егор", "Георгий"), ("Дарья", "Марья")])
def test_names_that_only_sound_alike_are_different_people(one, other):
    twin = replace(ANNA, given=one)
    assert likeness(twin, replace(twin, given=other)) is None


@pytest.mark.parametrize(
    ("short", "full"),
    [("Саша", "Александр"), ("Саша", "Александра"), ("Юля", "Юлия"), ("Маша", "Мария"), ("Natalia", "Наталья")],
)
def test_short_forms_are_the_same_name(short, full):
    found = likeness(Identity(given=short, phones=ANNA.phones), Identity(given=full, phones=ANNA.phones))
    assert found is not None
    assert found.told == (Sign.GIVEN, Sign.PHONE)


@pytest.mark.django_db
def test_looking_for_duplicates_takes_few_queries(window, manager, django_assert_max_num_queries):
    for _ in range(12):
        add(ANNA)
    with django_assert_max_num_queries(5):
        assert len(queries.suggest_duplicates(actor=manager, identity=ANNA)) == 5


names = st.sampled_from(["Анна", "анна", "Ольга", ""])
people = st.builds(
    Identity,
    surname=st.sampled_from(["Ёлкина", "Елкина", "Сосенко", ""]),
    given=names,
    birth_date=st.sampled_from([None, date(1994, 3, 12), date(1995, 3, 12)]),
    phones=st.sampled_from([(), ("89211234567",), ("+7 921 123-45-67", "55555")]),
)


PAPERS = papers_of(
    {PaperKind.SNILS: "112-233-445 95", PaperKind.PASSPORT: "4010 123456", PaperKind.BIRTH_CERTIFICATE: "II-ЖД 123456"}
)
LONG_KNOWN = replace(ANNA, former_names=(parse_former("Петрова до 2015"),), id_papers=PAPERS)


@pytest.mark.django_db
@pytest.mark.parametrize("typed", ["112-233-445 95", "11223344595", "4010123456", "ii-жд №123456", "петрова анна"])
def test_she_is_found_by_a_number_of_a_paper_and_by_a_former_surname(typed, manager):
    person, _other = add(LONG_KNOWN), add(replace(ANNA, surname="Сосенко"))
    assert list(queries.search_people(actor=manager, text=typed)) == [person.pk]


@pytest.mark.django_db
def test_a_former_surname_and_a_number_make_a_hint_whatever_else_differs(manager):
    person = add(LONG_KNOWN)
    by_name = Identity(surname="Петрова", given="Анна", birth_date=ANNA.birth_date)
    by_paper = Identity(surname="Сосенко", given="Мария", birth_date=date(1970, 1, 1), id_papers=PAPERS[:1])
    for typed, told in ((by_name, Sign.SURNAME_FORMER), (by_paper, Sign.PAPER)):
        [match] = queries.suggest_duplicates(actor=manager, identity=typed)
        assert match.person_id == person.pk
        assert told in match.likeness.signs


def test_another_insurance_number_speaks_against_a_namesake():
    other = papers_of({PaperKind.SNILS: "112-233-446 96"})
    namesake = Identity(surname="Ёлкина", given="Анна", id_papers=PAPERS[:1])
    assert likeness(namesake, replace(namesake, id_papers=()))
    assert likeness(namesake, replace(namesake, id_papers=other)) is None


@given(people, people)
def test_likeness_does_not_depend_on_who_came_first(one, other):
    assert likeness(one, other) == likeness(other, one)


@given(people, people)
def test_twins_and_brothers_are_never_taken_for_each_other(one, other):
    if {one.given.lower(), other.given.lower()} == {"анна", "ольга"}:
        assert likeness(one, other) is None


@pytest.mark.django_db
def test_a_child_is_known_by_name_and_birth_date_also_under_another_surname(manager, window):
    """A child of a family that comes anew, told with the mother's new surname, leads to the earlier family."""
    family = actions.create_family(actor=SYSTEM)
    window.show(manager, case_id=1, family_id=family.pk)
    born = date(2016, 5, 9)
    petya = Identity(surname="Ёлкин", given="Пётр", patronymic="Олегович", birth_date=born)
    child = actions.add_person(actor=SYSTEM, family=family, role="child", identity=petya)
    for told in (
        Identity(surname="Воробьёв", given="Пётр", birth_date=born),
        Identity(surname="Воробьёв", given="Петя", birth_date=born),
        Identity(given="Петр", birth_date=born),
        Identity(surname="Ёлкин", given="Пётр"),
    ):
        assert [match.person_id for match in queries.suggest_duplicates(actor=manager, identity=told)] == [child.pk]
    other = Identity(surname="Воробьёв", given="Пётр", birth_date=date(2014, 1, 1))
    assert queries.suggest_duplicates(actor=manager, identity=other) == []
