"""People of a family: codes are given once, names are sealed, every opening is on record."""

from datetime import date

import pytest
from django.db import connection

from opora.access.rules import SYSTEM, Actor
from opora.audit.models import JournalEntry
from opora.common.errors import Conflict, Invalid, NotFound, Refused
from opora.families import actions, queries
from opora.families.keyring import KeysLost
from opora.families.models import CodeCounter, FamilyMember, Person, PersonKey, Placement, SearchIndex
from opora.families.rules import KINDS, ROLES, Identity

pytestmark = pytest.mark.django_db
ON = date(2026, 3, 1)
ANNA = Identity(
    surname="Ёлкина",
    given="Анна",
    patronymic="Петровна",
    birth_date=date(1994, 3, 12),
    phones=("+7 921 123-45-67",),
    addresses=("ул. Лесная, 5",),
    documents=("паспорт 4010 123456",),
    notes="звонить вечером",
)
PETYA = Identity(surname="Ёлкин", given="Пётр", birth_date=date(2016, 5, 9))


def add(role="mother", **given):
    family = given.pop("family", None) or actions.create_family(actor=SYSTEM)
    return actions.add_person(actor=SYSTEM, family=family, role=role, **given)


def family_in_sight(window, who: Actor, case_id=1):
    family = actions.create_family(actor=SYSTEM)
    window.show(who, case_id=case_id, family_id=family.pk)
    return family


def open_identity(*, actor, person_id, case_id):
    """The words of one person, or why they are not given."""
    opened = actions.open_person(actor=actor, person_id=person_id, case_id=case_id, on=date.today())
    if opened.identity is None:
        raise Refused(opened.refusal)
    return opened.identity


def test_roles_and_places_of_rules_and_tables_are_the_same():
    assert list(ROLES) == FamilyMember.Role.values
    assert list(KINDS) == Placement.Kind.values


def test_a_code_follows_the_surname_and_counts_parents_and_children_together():
    family = actions.create_family(actor=SYSTEM)
    mother = add(family=family, identity=Identity(surname="Петрова"))
    child = add("child", family=family, identity=Identity(surname="Петров"))
    other = add("child", family=family, identity=Identity(surname="Васильев"))
    assert [mother.code, child.code, other.code] == ["П1", "П2", "В1"]
    assert add(letter="П").code == "П3"
    assert add().code == "Н1"


def test_after_s39_comes_s40_and_a_spent_number_never_returns():
    add(code="С39")
    assert add(letter="С").code == "С40"
    assert add(code="С7").code == "С7"
    assert add(letter="С").code == "С41"


def test_a_code_of_ones_own_is_taken_in_any_spelling_but_once():
    assert add(code=" c-24 ").code == "С24"
    with pytest.raises(Invalid) as refusal:
        add(code="С24")
    assert "С24" in str(refusal.value.fields["code"])
    with pytest.raises(Invalid) as refusal:
        add(code="24")
    assert "“24”" in str(refusal.value.fields["code"]) or "«24»" in str(refusal.value.fields["code"])


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"role": "neighbor"}, "role"),
        ({"letter": "Q"}, "letter"),
        ({"letter": ""}, "letter"),
        ({"identity": Identity(patronymic="Петровна")}, "surname"),
        ({"identity": Identity(surname="Ёлкина", birth_date=date(2026, 3, 2)), "on": ON}, "birth_date"),
    ],
)
def test_what_cannot_be_kept_names_its_field_and_leaves_nothing(given, field):
    family = actions.create_family(actor=SYSTEM)
    with pytest.raises(Invalid) as refusal:
        add(family=family, **given)
    assert list(refusal.value.fields) == [field]
    assert not Person.objects.exists()
    assert not CodeCounter.objects.exists()


def test_nothing_of_a_name_can_be_read_in_the_database():
    add(identity=ANNA)
    with connection.cursor() as cursor:
        cursor.execute("SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'")
        tables = [name for (name,) in cursor.fetchall()]
        dump = b""
        for table in tables:
            cursor.execute(f'SELECT t.*::text FROM "{table}" AS t')
            dump += "\n".join(row[0] for row in cursor.fetchall()).encode()
    assert "Е" in dump.decode()  # the letter of the code: what is looked for would be seen
    for piece in ("лкина", "Анна", "Петровна", "1994-03-12", "9211234567", "Лесная", "123456", "вечером"):
        for encoding in ("utf-8", "utf-16-le", "cp1251"):
            assert piece.encode(encoding) not in dump
        assert piece.encode().hex().encode() not in dump


def test_an_opening_shows_the_identity_and_is_in_the_journal(window, manager):
    family = family_in_sight(window, manager)
    person = add(family=family, identity=ANNA)
    assert open_identity(actor=manager, person_id=person.pk, case_id=1) == ANNA
    entry = JournalEntry.objects.get(verb="families.identity_opened")
    assert (entry.actor_id, entry.case_id, entry.person_id) == (1, 1, person.pk)
    assert entry.data == {"code": person.code}


def test_showing_names_of_a_family_writes_a_line_for_each_and_takes_few_queries(
    window, manager, django_assert_max_num_queries
):
    family = family_in_sight(window, manager)
    people = [add("child", family=family, identity=PETYA) for _ in range(6)]
    only_code = add(family=family)
    with django_assert_max_num_queries(7):
        opened = actions.open_family(actor=manager, case_id=1, on=ON).identities
    assert opened == {person.pk: PETYA for person in people}
    assert only_code.pk not in opened
    assert JournalEntry.objects.filter(verb="families.identity_opened").count() == 6
    with django_assert_max_num_queries(2):
        assert actions.open_names(actor=manager, case_id=1) == opened
    lines = JournalEntry.objects.filter(verb="families.identity_opened").order_by("id")
    assert [line.person_id for line in lines] == 2 * [person.pk for person in people]
    assert {(line.actor_id, line.case_id, line.family_id) for line in lines} == {(1, 1, family.pk)}
    assert [line.data for line in lines] == 2 * [{"code": person.code} for person in people]


def test_strangers_and_analysts_open_nothing_and_it_looks_like_absence(window, manager, stranger, analyst):
    family = family_in_sight(window, manager)
    person = add(family=family, identity=ANNA)
    window.reach[analyst.user_id] = {family.pk}
    for who in (stranger, analyst):
        with pytest.raises(NotFound):
            open_identity(actor=who, person_id=person.pk, case_id=1)
        with pytest.raises(NotFound):
            actions.open_family(actor=who, case_id=1, on=ON)
        with pytest.raises(NotFound):
            actions.open_names(actor=who, case_id=1)
        with pytest.raises(NotFound):
            queries.family_of_case(actor=who, case_id=1, on=ON)
    assert not JournalEntry.objects.filter(verb="families.identity_opened").exists()


def test_a_person_of_another_family_does_not_open_through_ones_own_case(window, manager):
    family_in_sight(window, manager)
    other = add(identity=ANNA)
    with pytest.raises(NotFound):
        open_identity(actor=manager, person_id=other.pk, case_id=1)
    with pytest.raises(NotFound):
        actions.update_identity(actor=manager, person=other, identity=ANNA, case_id=1)
    with pytest.raises(NotFound):
        actions.update_identity(actor=manager, person=other, identity=ANNA)


def test_who_may_only_read_does_not_change(window, psychologist, manager):
    family = family_in_sight(window, psychologist)
    person = add(family=family, identity=ANNA)
    with pytest.raises(Refused):
        actions.add_person(actor=psychologist, family=family, role="child", case_id=1)
    with pytest.raises(Refused):
        actions.update_identity(actor=psychologist, person=person, identity=PETYA, case_id=1)
    with pytest.raises(Refused):
        actions.create_family(actor=psychologist)
    shown = queries.family_of_case(actor=psychologist, case_id=1, on=ON)
    assert (shown.may_read_names, shown.may_change, shown.may_place) == (True, False, True)


def test_a_person_is_added_only_to_the_family_of_the_case_named(window, manager):
    family_in_sight(window, manager)
    with pytest.raises(NotFound):
        actions.add_person(actor=manager, family=actions.create_family(actor=SYSTEM), role="child", case_id=1)


def test_a_change_replaces_the_name_its_search_words_and_nothing_else(window, manager):
    family = family_in_sight(window, manager)
    person = add(family=family, identity=ANNA)
    code, revision = person.code, person.revision
    actions.update_identity(
        actor=manager, person=person, identity=Identity(surname="Сосенко"), case_id=1, revision=revision
    )
    assert person.code == code
    assert person.revision == revision + 1
    assert list(queries.search_people(actor=manager, text="сосен")) == [person.pk]
    assert not queries.search_people(actor=manager, text="елкина").exists()
    assert JournalEntry.objects.filter(verb="families.identity_changed", person_id=person.pk).count() == 1


def test_of_two_who_edit_at_once_the_second_is_told(window, manager):
    family = family_in_sight(window, manager)
    person = add(family=family, identity=ANNA)
    seen = person.revision
    actions.update_identity(actor=manager, person=person, identity=PETYA, case_id=1, revision=seen)
    with pytest.raises(Conflict):
        actions.update_identity(actor=manager, person=person, identity=ANNA, case_id=1, revision=seen)
    assert open_identity(actor=manager, person_id=person.pk, case_id=1) == PETYA


def test_an_altered_record_is_refused_in_words_and_does_not_break_the_family_page(window, manager):
    family = family_in_sight(window, manager)
    one, other = add(family=family, identity=ANNA), add("child", family=family, identity=PETYA)
    Person.objects.filter(pk=one.pk).update(identity=bytes(Person.objects.get(pk=other.pk).identity))
    with pytest.raises(Refused) as refusal:
        open_identity(actor=manager, person_id=one.pk, case_id=1)
    assert one.code in str(refusal.value)
    assert list(actions.open_family(actor=manager, case_id=1, on=ON).identities) == [other.pk]
    closed = [line.is_closed for line in queries.family_of_case(actor=manager, case_id=1, on=ON).people]
    assert closed == [True, False]


def test_a_destroyed_identity_is_gone_and_the_code_stays(window, manager, head):
    family = family_in_sight(window, manager)
    person = add(family=family, identity=ANNA)
    envelope = bytes(person.identity)
    with pytest.raises(Refused):
        actions.destroy_identity(actor=manager, person_id=person.pk)
    actions.destroy_identity(actor=head, person_id=person.pk)
    assert not PersonKey.objects.filter(pk=person.pk).exists()
    assert not SearchIndex.objects.filter(pk=person.pk).exists()
    with pytest.raises(Refused):
        open_identity(actor=manager, person_id=person.pk, case_id=1)
    with pytest.raises(Refused):
        actions.update_identity(actor=manager, person=person, identity=ANNA, case_id=1)
    # A sealed record brought back from a backup does not help without the key.
    Person.objects.filter(pk=person.pk).update(identity=envelope)
    with pytest.raises(Refused):
        open_identity(actor=manager, person_id=person.pk, case_id=1)
    assert queries.family_of_case(actor=manager, case_id=1, on=ON).people[0].code == person.code
    assert JournalEntry.objects.filter(verb="families.identity_destroyed", person_id=person.pk).exists()


def test_after_renewing_the_keys_everything_opens_and_an_old_backup_does_not(
    window, manager, head, home, django_capture_on_commit_callbacks
):
    family = family_in_sight(window, manager)
    person, gone = add(family=family, identity=ANNA), add("child", family=family, identity=PETYA)
    backup = PersonKey.objects.get(pk=gone.pk)
    actions.destroy_identity(actor=head, person_id=gone.pk)
    with django_capture_on_commit_callbacks(execute=True):
        assert actions.renew_keys(actor=head) == 1
    assert open_identity(actor=manager, person_id=person.pk, case_id=1) == ANNA
    backup.save(force_insert=True)
    with pytest.raises(Refused):
        open_identity(actor=manager, person_id=gone.pk, case_id=1)


def test_keys_are_made_at_first_use_and_closed_to_others(home):
    assert not (home / "keys" / "people.json").exists()
    add(identity=ANNA)
    file = home / "keys" / "people.json"
    assert file.stat().st_mode & 0o777 == 0o600
    assert file.parent.stat().st_mode & 0o777 == 0o700
    assert [path.name for path in file.parent.iterdir()] == ["people.json"]


def test_lost_keys_are_never_replaced_in_silence(home, window, manager):
    family = family_in_sight(window, manager)
    person = add(family=family, identity=ANNA)
    file = home / "keys" / "people.json"
    kept = file.read_text()
    file.unlink()
    with pytest.raises(KeysLost, match=r"people\.json"):
        add(identity=PETYA)
    assert not file.exists()
    file.write_text("{}")
    with pytest.raises(KeysLost, match=r"people\.json"):
        open_identity(actor=manager, person_id=person.pk, case_id=1)
    file.write_text(kept)
    assert open_identity(actor=manager, person_id=person.pk, case_id=1) == ANNA


def test_people_known_by_code_only_need_no_keys(home, window, manager):
    family = family_in_sight(window, manager)
    add(family=family)
    queries.family_of_case(actor=manager, case_id=1, on=ON)
    assert not (home / "keys").exists()
