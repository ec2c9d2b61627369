"""Two records of one person become one and can be taken apart again; nothing that points at either is left behind."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest
from django.db import connection, transaction
from django.utils import translation
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from opora.access.rules import SYSTEM, Role
from opora.assessments.models import Assessment
from opora.assessments.queries import answers_now, subjects_in
from opora.audit.models import JournalEntry
from opora.cases.models import Case, CaseChild
from opora.cases.tests.factories import Scene, household, open_case, scene, worker
from opora.common.errors import Conflict, Invalid, NotFound, Refused
from opora.families import actions, queries
from opora.families.bound import bound_everywhere
from opora.families.models import Family, FamilyMember, Merge, Person, PersonKey, Placement
from opora.families.rules import Identity, PaperKind, papers_of, parse_birth

pytestmark = pytest.mark.django_db
ANNA = Identity(surname="Ёлкина", given="Анна", birth_date=date(1994, 3, 12), phones=("8 921 123-45-67",))
SAME = Identity(
    surname="Сосенко",
    given="Анна",
    patronymic="Петровна",
    phones=("8 900 555-10-20",),
    id_papers=papers_of({PaperKind.SNILS: "112-233-445 95"}),
)


@dataclass
class Two:
    """One family that was entered twice: two cases of one department."""

    place: Scene
    other: Any
    case: Case

    @property
    def asked(self) -> dict[str, Any]:
        return {
            "actor": self.place.coordinator,
            "case_id": self.place.case.pk,
            "person_id": self.place.home.client.pk,
            "other_id": self.other.client.pk,
            "chosen": {},
            "reason": "twice",
        }


@pytest.fixture
def two() -> Two:
    place = scene()
    other = household(children=2, letter="Ж")
    case = open_case(place.department, place.program, other, place.case_manager)
    actions.update_identity(actor=SYSTEM, person=place.home.client, identity=ANNA)
    actions.update_identity(actor=SYSTEM, person=other.client, identity=SAME)
    return Two(place, other, case)


TABLES = sorted({one.table._meta.db_table for one in bound_everywhere() if one.table is not Merge})


def everything() -> list[Any]:
    """All rows that may point at people or families, and the people, without what may only grow."""
    rows = "SELECT '{0}' AS place, (to_jsonb(t) - 'revision')::text AS row FROM \"{0}\" AS t"
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(rows.format(table) for table in TABLES) + " ORDER BY 1, 2")
        return cursor.fetchall()


def known_of(two: Two, person: Person) -> Identity | None:
    opened = actions.open_person(
        actor=two.place.coordinator, person_id=person.pk, case_id=two.place.case.pk, on=date(2022, 1, 1)
    )
    return opened.identity


def test_everything_moves_to_the_one_that_stays_and_the_other_code_finds_it(two):
    home, kept, gone = two.place.home, two.place.home.client, two.other.client
    merge = actions.merge_people(**two.asked)
    assert set(FamilyMember.objects.filter(person=kept).values_list("family_id", flat=True)) == {
        home.family.pk,
        two.other.family.pk,
    }
    assert not FamilyMember.objects.filter(person=gone).exists()
    assert set(Case.objects.filter(client=kept)) == {two.place.case, two.case}
    assert list(queries.people_by_code(actor=SYSTEM, text=gone.code)) == [kept.pk]
    assert list(queries.search_people(actor=two.place.coordinator, text="сосенко")) == [kept.pk]
    identity = known_of(two, kept)
    assert (identity.surname, [one.name for one in identity.former_names]) == ("Ёлкина", ["Сосенко"])
    assert (identity.patronymic, identity.birth_date) == ("Петровна", ANNA.birth_date)
    assert identity.phones == (*ANNA.phones, *SAME.phones)
    assert identity.id_papers == SAME.id_papers
    entry = JournalEntry.objects.get(verb="families.merged")
    assert entry.data == {"code": kept.code, "other": gone.code}
    assert merge.case_ids == [two.case.pk]
    assert actions.add_person(actor=SYSTEM, family=home.family, role="relative", letter="Ж").code != gone.code


def test_families_come_together_too_when_it_is_one_family(two):
    actions.merge_people(**two.asked, with_families=True)
    home = two.place.home
    assert set(Case.objects.filter(family=home.family)) == {two.place.case, two.case}
    members = FamilyMember.objects.filter(family=home.family).values_list("person_id", flat=True)
    assert sorted(members) == sorted([home.client.pk, *home.child_ids, *two.other.child_ids])
    assert Family.objects.get(pk=two.other.family.pk).merged_into_id == home.family.pk


def test_a_child_that_stood_twice_in_a_case_is_counted_once(two):
    home = two.place.home
    one, twin = home.children
    asked = two.asked | {"person_id": one.pk, "other_id": twin.pk}
    Placement.objects.create(child=one, kind="relatives", from_on=date(2020, 1, 1))
    Placement.objects.create(child=twin, kind="institution", from_on=date(2020, 1, 1))
    Placement.objects.create(child=twin, kind="hospital", from_on=date(2020, 5, 1))
    before = everything()
    merge = actions.merge_people(**asked)
    assert list(CaseChild.objects.filter(case=two.place.case).values_list("person_id", flat=True)) == [one.pk]
    assert list(Placement.objects.filter(child=one).values_list("kind", flat=True)) == ["relatives", "hospital"]
    actions.undo_merge(actor=two.place.coordinator, case_id=two.place.case.pk, merge_id=merge.pk)
    assert everything() == before


@pytest.mark.parametrize("with_families", [False, True])
def test_taken_apart_again_everything_is_as_before(two, with_families):
    before = everything()
    merge = actions.merge_people(**two.asked, with_families=with_families)
    assert everything() != before
    actions.undo_merge(actor=two.place.coordinator, case_id=two.place.case.pk, merge_id=merge.pk)
    assert everything() == before
    kept = known_of(two, two.place.home.client)
    assert kept == ANNA
    assert list(queries.search_people(actor=two.place.coordinator, text="сосенко")) == [two.other.client.pk]


names = st.builds(
    Identity,
    surname=st.sampled_from(["Ёлкина", "Сосенко"]),
    given=st.sampled_from(["Анна", ""]),
    born_about=st.sampled_from([None, parse_birth("1994"), parse_birth("03.1994")]),
    phones=st.sampled_from([(), ("89211234567",), ("8 900 555-10-20", "89211234567")]),
    notes=st.sampled_from(["", "звонить вечером"]),
)


@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    one=names,
    other=names,
    places=st.lists(st.tuples(st.booleans(), st.integers(1, 3)), max_size=4, unique=True),
    choice=st.sampled_from(["kept", "gone"]),
    with_families=st.booleans(),
)
def test_whatever_two_records_hold_apart_and_together_and_apart_is_the_same(
    two, one, other, places, choice, with_families
):
    with transaction.atomic():
        home = two.place.home
        child, twin = home.children[0], two.other.children[0]
        actions.update_identity(actor=SYSTEM, person=child, identity=one)
        actions.update_identity(actor=SYSTEM, person=twin, identity=other)
        for is_first, month in places:
            whose = child if is_first else twin
            Placement.objects.create(child=whose, kind="relatives", from_on=date(2021, month, 1))
        before = everything()
        chosen = dict.fromkeys(("surname", "given", "born", "phones", "notes"), choice)
        asked = two.asked | {"person_id": child.pk, "other_id": twin.pk, "chosen": chosen}
        merge = actions.merge_people(**asked, with_families=with_families)
        actions.undo_merge(actor=two.place.coordinator, case_id=two.place.case.pk, merge_id=merge.pk)
        assert everything() == before
        transaction.set_rollback(True)


def test_who_answers_for_one_of_the_two_only_brings_nothing_together(two):
    elsewhere = scene()
    for who in (elsewhere.coordinator, two.place.case_manager, worker(Role.ANALYST)):
        with pytest.raises(NotFound):
            actions.merge_people(**two.asked | {"actor": who})
        with pytest.raises(NotFound):
            actions.look_at_both(**{name: value for name, value in two.asked.items() if name[-2:] == "id"}, actor=who)
    stranger = two.asked | {"other_id": elsewhere.home.client.pk}
    with pytest.raises(NotFound):
        actions.merge_people(**stranger)
    assert not Merge.objects.exists()
    assert actions.merge_people(**stranger | {"actor": worker(Role.HEAD)}).gone_id == elsewhere.home.client.pk


@pytest.mark.parametrize(
    ("then", "sentence"),
    [
        (
            lambda two: actions.update_identity(actor=SYSTEM, person=two.place.home.client, identity=SAME),
            "changed since",
        ),
        (lambda two: Case.objects.filter(pk=two.case.pk).update(client=two.other.children[0]), "taken away since"),
        (
            lambda two: actions.merge_people(**two.asked | {"other_id": two.place.home.children[0].pk}),
            "brought together with somebody else",
        ),
        (
            lambda two: actions.destroy_identity(actor=worker(Role.HEAD), person_id=two.place.home.client.pk),
            "destroyed",
        ),
    ],
)
def test_a_way_back_that_is_shut_says_why(two, then: Callable[[Two], Any], sentence):
    merge = actions.merge_people(**two.asked)
    then(two)
    with translation.override("en"), pytest.raises(Refused, match=sentence):
        actions.undo_merge(actor=two.place.coordinator, case_id=two.place.case.pk, merge_id=merge.pk)
    assert Merge.objects.filter(pk=merge.pk, undone_at=None).exists()


def test_destroying_the_one_that_stays_destroys_the_other_record_too(two):
    merge = actions.merge_people(**two.asked)
    actions.destroy_identity(actor=worker(Role.HEAD), person_id=merge.kept_id)
    assert not PersonKey.objects.filter(pk__in=(merge.kept_id, merge.gone_id)).exists()
    assert not Person.objects.filter(pk__in=(merge.kept_id, merge.gone_id)).exclude(identity=None).exists()
    merge.refresh_from_db()
    assert merge.former_identity is None


def test_a_record_changed_while_both_were_looked_at_is_not_brought_together(two):
    seen = (two.place.home.client.revision, two.other.client.revision)
    actions.update_identity(actor=SYSTEM, person=two.other.client, identity=ANNA)
    with pytest.raises(Conflict):
        actions.merge_people(**two.asked, seen=seen)
    with pytest.raises(Refused):
        actions.merge_people(**two.asked | {"other_id": two.place.home.client.pk})


def _together(two: Two, **more: Any) -> Merge:
    asked = {"actor": two.place.coordinator, "case_id": two.place.case.pk, "other_family_id": two.other.family.pk}
    return actions.merge_families(**asked | {"reason": "family_twice"} | more)


def test_two_families_with_nobody_in_common_become_one_and_are_taken_apart_exactly(two):
    before = everything()
    merge = _together(two)
    home = two.place.home.family
    assert set(Case.objects.filter(family=home)) == {two.place.case, two.case}
    assert FamilyMember.objects.filter(family=home).count() == 6 and merge.case_ids == [two.case.pk]
    assert Family.objects.get(pk=two.other.family.pk).merged_into_id == home.pk
    actions.part_families(actor=two.place.coordinator, case_id=two.place.case.pk, merge_id=merge.pk)
    assert everything() == before
    verbs = list(JournalEntry.objects.order_by("pk").values_list("verb", flat=True))[-2:]
    assert verbs == ["families.families_merged", "families.families_parted"]


def test_families_are_looked_at_by_name_before_and_each_look_is_in_the_journal(two):
    looked = actions.look_at_families(
        actor=two.place.coordinator,
        case_id=two.place.case.pk,
        other_family_id=two.other.family.pk,
        on=date(2022, 1, 1),
    )
    assert [one.name for one in looked.gone.adults] == ["Анна Сосенко"]
    assert [count for words, count in looked.moving if str(words) == "члены семьи"] == [3]
    opened = JournalEntry.objects.filter(verb="families.identity_opened").values_list("person_id", flat=True)
    assert {two.place.home.client.pk, two.other.client.pk} <= set(opened)


def test_families_stay_together_once_something_of_them_was_changed(two):
    merge = _together(two)
    moved = FamilyMember.objects.get(person=two.other.child_ids[0])
    FamilyMember.objects.filter(pk=moved.pk).update(family=household().family)
    with pytest.raises(Refused):
        actions.part_families(actor=two.place.coordinator, case_id=two.place.case.pk, merge_id=merge.pk)


def test_families_are_brought_together_only_by_who_answers_for_both(two):
    for who in (scene().coordinator, two.place.case_manager, worker(Role.ANALYST)):
        with pytest.raises(NotFound):
            _together(two, actor=who)
    with pytest.raises(NotFound):
        _together(two, other_family_id=scene().home.family.pk)
    with pytest.raises(Refused):
        _together(two, other_family_id=two.place.home.family.pk)
    with pytest.raises(Invalid):
        _together(two, reason="twice")


def test_the_answers_of_a_final_form_and_a_history_passed_on_lead_to_the_one_that_stays(two):
    kept, gone = two.place.home.children[0], two.other.children[0]
    form = Assessment(answers={"1.1": {"family": 2, str(gone.pk): 3}})
    assert answers_now(form) == form.answers
    actions.merge_people(**two.asked | {"person_id": kept.pk, "other_id": gone.pk})
    assert answers_now(form) == {"1.1": {"family": 2, str(kept.pk): 3}}
    assert [one.label for one in subjects_in(form) if one.key != "family"] == [kept.code]
    assert Person.objects.get(pk=gone.pk).known_code == kept.code
