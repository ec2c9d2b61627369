"""A child is a role with dates: who grew up, left, died or is not born yet is not asked about, and nothing is twice."""

from datetime import date

import pytest
from django.db import connection
from django.db.models import Q
from django.test.utils import CaptureQueriesContext

from opora.access.rules import SYSTEM, Role
from opora.assessments.queries.sheets import subjects_of
from opora.audit.models import JournalEntry
from opora.cases import actions, queries
from opora.cases.models import Case, CaseChild
from opora.cases.tests.factories import scene, worker
from opora.common.errors import Conflict, Invalid, NotFound, Refused
from opora.evidence.models import CaseFact
from opora.families import actions as families
from opora.families import queries as people
from opora.families.models import FamilyMember, Person, Placement
from opora.families.rules import Birth, Identity, Newcomer

pytestmark = pytest.mark.django_db
ON = date(2026, 3, 1)
BORN_LATER = date(2025, 8, 8)


@pytest.fixture(autouse=True)
def home(settings, tmp_path):
    settings.OPORA_HOME = tmp_path


@pytest.fixture
def place():
    return scene(on=date(2024, 1, 10))


def know(person: Person, born: date, given: str = "Анна") -> None:
    named = Identity(surname="Синицына", given=given, birth_date=born)
    families.update_identity(actor=SYSTEM, person=person, identity=named, on=ON)


def grown_and_small(place):
    grown, small = place.home.children
    know(grown, date(2007, 1, 15))
    know(small, date(2016, 1, 15), "Пётр")
    return grown, small


def close(place, kinds: dict[int, str], on: date = ON):
    return actions.close_case(
        actor=place.case_manager,
        case_id=place.case.pk,
        reason="goals_achieved",
        summary="Семья справляется сама.",
        placements=kinds,
        on=on,
    )


def own_case(place, person, **more):
    asked = {
        "actor": place.coordinator,
        "former_case_id": place.case.pk,
        "person_id": person.pk,
        "role": "mother",
        "children": [Newcomer(role="child", identity=Identity(surname="Синицын", given="Лев"))],
        "program_id": place.program.pk,
        "department_id": place.department.pk,
        "case_manager_id": place.case_manager.user_id,
        "on": ON,
    }
    return actions.open_case_of_own_family(**asked | more)


class TestWhoIsAsked:
    def test_nobody_asks_where_a_grown_daughter_is_placed(self, place):
        grown, small = grown_and_small(place)
        assert queries.children_on(place.case, on=ON) == [small]
        assert queries.children_on(place.case, on=date(2024, 6, 1)) == [grown, small]
        rated = [one.key for one in subjects_of(actor=place.case_manager, case=place.case, on=ON)]
        assert str(small.pk) in rated and str(grown.pk) not in rated
        with pytest.raises(Invalid):
            families.record_placement(
                actor=SYSTEM, child=grown, kind="institution", from_on=ON, case_ids=[place.case.pk], on=ON
            )
        closing = close(place, {small.pk: "own_family"})
        assert list(closing.children.order_by("pk").values_list("person_id", "placement", "not_asked")) == [
            (small.pk, "own_family", ""),
            (grown.pk, "", "grown"),
        ]
        assert not Placement.objects.filter(child=grown).exists()
        fact = CaseFact.objects.get(pk=place.case.pk)
        assert (fact.children, fact.children_known, fact.children_kept) == (1, 1, 1)

    def test_a_son_who_is_of_age_when_he_is_entered_belongs_to_the_family_only(self, place):
        told = {"actor": place.case_manager, "case_id": place.case.pk, "role": "child", "on": ON}
        born = Identity(surname="Синицын", given="Иван", birth_date=date(2005, 2, 2))
        son = actions.add_newcomer(**told, identity=born, placement="own_family")
        assert not CaseChild.objects.filter(person=son).exists() and not Placement.objects.filter(child=son).exists()
        family = people.family_of_case(actor=place.case_manager, case_id=place.case.pk, on=ON)
        assert son.pk in [line.person_id for line in family.adults]

    def test_a_closing_of_the_past_still_counts_every_child_it_told_of(self, place):
        grown, small = place.home.children
        close(place, {grown.pk: "own_family", small.pk: "unknown"}, on=date(2024, 9, 1))
        know(grown, date(2007, 1, 15))
        actions.leave_family(actor=place.coordinator, case_id=place.case.pk, person_id=small.pk, why="died", on=ON)
        fact = CaseFact.objects.get(pk=place.case.pk)
        assert (fact.children, fact.children_known, fact.children_kept) == (2, 1, 1)

    def test_a_child_born_after_the_day_of_a_form_is_not_asked_about_in_it(self, place):
        late = place.home.children[1]
        know(late, BORN_LATER)
        assert late not in queries.children_on(place.case, on=date(2025, 1, 1))
        assert late in queries.children_on(place.case, on=ON)

    @pytest.mark.parametrize("why", ["moved", "died", "mistake"])
    def test_who_left_is_not_asked_about_today_and_can_be_put_back(self, place, why):
        stays, leaves = place.home.children
        who = {"actor": place.case_manager, "case_id": place.case.pk, "person_id": leaves.pk}
        actions.leave_family(**who, why=why, day=date(2026, 2, 1), on=ON)
        assert queries.children_on(place.case, on=ON) == [stays]
        then = queries.children_on(place.case, on=date(2026, 1, 31))
        assert (leaves in then) == (why != "mistake")
        with pytest.raises(Conflict):
            actions.leave_family(**who, why=why, on=ON)
        verbs = JournalEntry.objects.filter(person_id=leaves.pk).values_list("verb", flat=True)
        expected = {"moved": "member_moved", "died": "member_died", "mistake": "member_mistaken"}
        assert f"families.{expected[why]}" in verbs
        actions.return_to_family(actor=place.case_manager, case_id=place.case.pk, person_id=leaves.pk)
        assert queries.children_on(place.case, on=ON) == [stays, leaves]

    def test_who_was_entered_by_mistake_counts_nowhere(self, place):
        wrong = place.home.children[0]
        actions.leave_family(actor=place.case_manager, case_id=place.case.pk, person_id=wrong.pk, why="mistake", on=ON)
        assert CaseFact.objects.get(pk=place.case.pk).children == 1
        assert wrong not in queries.get_case_file(actor=place.coordinator, case_id=place.case.pk).children

    def test_who_died_belongs_to_no_family_any_more(self, place):
        child = place.home.children[0]
        second = families.create_family(actor=SYSTEM)
        families.add_member(actor=SYSTEM, family=second, person=child, role="child")
        actions.leave_family(actor=place.case_manager, case_id=place.case.pk, person_id=child.pk, why="died", on=ON)
        assert not FamilyMember.objects.filter(person=child, to_on=None).exists()
        assert set(FamilyMember.objects.filter(person=child).values_list("ended", "is_day_known")) == {("died", False)}
        actions.return_to_family(actor=place.case_manager, case_id=place.case.pk, person_id=child.pk)
        assert FamilyMember.objects.filter(person=child, to_on=None).count() == 2

    def test_only_who_may_change_the_family_says_that_somebody_left(self, place):
        child = place.home.child_ids[0]
        stranger = worker(Role.CASE_MANAGER, place.department)
        with pytest.raises(NotFound):
            actions.leave_family(actor=stranger, case_id=place.case.pk, person_id=child, why="moved", on=ON)


class TestAnExpectedChild:
    @pytest.fixture
    def expected(self, place):
        return actions.add_newcomer(
            actor=place.case_manager,
            case_id=place.case.pk,
            role="child",
            is_expected=True,
            expected_in=date(2026, 5, 20),
            on=ON,
        )

    def test_is_named_apart_and_asked_about_nowhere(self, place, expected):
        family = people.family_of_case(actor=place.case_manager, case_id=place.case.pk, on=ON)
        assert [line.person_id for line in family.expected] == [expected.pk]
        assert expected.pk not in [line.person_id for line in (*family.children, *family.adults)]
        assert FamilyMember.objects.get(person=expected).expected_in == date(2026, 5, 1)
        assert expected not in queries.children_on(place.case, on=ON)

    def test_becomes_a_child_with_its_birth(self, place, expected):
        born = date(2026, 5, 14)
        told = {"actor": place.case_manager, "case_id": place.case.pk, "person_id": expected.pk}
        named = {"identity": Identity(surname="Синицын", given="Лев"), "on": date(2026, 5, 20)}
        with pytest.raises(Invalid):
            actions.record_birth(**told, **named, born=None)
        actions.record_birth(**told, **named, born=Birth.on(born), placement="own_family")
        assert expected in queries.children_on(place.case, on=born)
        assert expected not in queries.children_on(place.case, on=date(2026, 5, 13))
        assert Placement.objects.get(child=expected).from_on == born
        with pytest.raises(Conflict):
            actions.record_birth(**told, **named, born=Birth.on(born))

    def test_that_is_not_expected_any_more_leaves_quietly(self, place, expected):
        actions.leave_family(
            actor=place.case_manager, case_id=place.case.pk, person_id=expected.pk, why="unborn", on=ON
        )
        assert not people.family_of_case(actor=place.case_manager, case_id=place.case.pk, on=ON).expected


class TestAFamilyOfTheOwn:
    def test_a_grown_daughter_becomes_the_mother_of_her_own_case_as_the_same_person(self, place):
        grown, _small = grown_and_small(place)
        count = Person.objects.count()
        case = own_case(place, grown)
        assert (case.client_id, case.family_id != place.case.family_id) == (grown.pk, True)
        assert Person.objects.count() == count + 1  # her child, and nobody else
        roles = list(FamilyMember.objects.filter(person=grown).order_by("pk").values_list("role", "to_on", "ended"))
        assert roles == [("child", ON, "grown"), ("mother", None, "")]
        assert JournalEntry.objects.filter(verb="families.grown_up", person_id=grown.pk).count() == 1
        with pytest.raises(Refused):
            own_case(place, grown)
        assert Case.objects.filter(client=grown).count() == 1

    def test_her_own_child_of_the_former_family_comes_along(self, place):
        grown, small = grown_and_small(place)
        case = own_case(place, grown, children=[], child_ids=[small.pk])
        assert list(CaseChild.objects.filter(case=case).values_list("person_id", flat=True)) == [small.pk]
        assert queries.children_on(case, on=ON) == [small]
        assert queries.children_on(place.case, on=ON) == []

    def test_a_case_can_be_opened_for_a_child_that_is_expected(self, place):
        grown, _small = grown_and_small(place)
        case = own_case(place, grown, children=[Newcomer(role="child", is_expected=True)])
        assert case.children.count() == 1 and queries.children_on(case, on=ON) == []

    def test_without_any_child_there_is_no_case(self, place):
        grown, _small = grown_and_small(place)
        with pytest.raises(Invalid):
            own_case(place, grown, children=[])
        assert not FamilyMember.objects.filter(person=grown).exclude(ended="").exists()

    def test_nobody_else_s_daughter_and_no_mother_can_be_taken(self, place):
        grown, _small = grown_and_small(place)
        with pytest.raises(Refused):
            own_case(place, place.home.client)
        with pytest.raises(NotFound):
            own_case(place, grown, actor=worker(Role.CASE_MANAGER, place.department))
        with pytest.raises(NotFound):
            own_case(place, scene().home.children[0])

    def test_the_new_family_tells_of_the_former_one(self, place):
        grown, small = grown_and_small(place)
        case = own_case(place, grown)
        family = families.name_people(actor=place.coordinator, family_id=case.family_id, case_id=case.pk, on=ON)
        assert [(one.family_id, one.is_child) for one in family.by_id()[grown.pk].elsewhere] == [
            (place.case.family_id, True)
        ]
        assert not people.person_card(
            actor=place.coordinator, person_id=small.pk, case_id=place.case.pk, on=ON
        ).line.has_own_family


class TestBirthdays:
    def test_those_of_a_few_cases_are_not_looked_for_in_the_whole_house(self, place):
        with CaptureQueriesContext(connection) as asked:
            queries.coming_birthdays(within(place), on=ON, limit=9)
        with connection.cursor() as cursor:
            # Even a planner that may not read a table from end to end does not turn to the index of all marks.
            cursor.execute("SET LOCAL enable_seqscan = off")
            for question in asked.captured_queries:
                cursor.execute(f"EXPLAIN {question['sql']}")
                assert "families_search " not in " ".join(line for (line,) in cursor.fetchall())

    def test_the_months_of_fourteen_and_eighteen_are_told_three_months_ahead(self, place):
        turns, small = place.home.children
        know(turns, date(2012, 6, 17))
        know(small, date(2016, 6, 17))
        told = queries.coming_birthdays(within(place), on=ON, limit=9)
        assert [(one.code, one.years, one.month) for one in told] == [(turns.code, 14, date(2026, 6, 1))]
        assert queries.coming_birthdays(Q(), on=ON, limit=9) == told
        assert queries.coming_birthdays(within(place), on=date(2026, 2, 28), limit=9) == []

    def test_of_many_cases_a_later_month_is_not_looked_into_when_the_nearest_fill_the_list(self, place):
        turns, small = place.home.children
        know(turns, date(2012, 6, 17))
        know(small, date(2008, 4, 17))
        with CaptureQueriesContext(connection) as asked:
            [told] = queries.coming_birthdays(Q(), on=ON, limit=1)
        assert (told.code, told.years, told.month) == (small.code, 18, date(2026, 4, 1)), "the nearest, not the first"
        [question] = [one["sql"] for one in asked.captured_queries if "UNION ALL" in one["sql"]]
        assert rested(question) >= 1
        everyone = queries.coming_birthdays(Q(), on=ON, limit=9)
        assert [one.code for one in everyone] == [small.code, turns.code]
        assert queries.coming_birthdays(within(place), on=ON, limit=9, is_wide=True) == everyone
        assert queries.coming_birthdays(within(place), on=ON, limit=9) == everyone

    def test_of_a_month_without_a_day_too_and_never_of_who_has_left(self, place):
        turns = place.home.children[0]
        named = Identity(surname="Синицына", given="Анна").with_birth(Birth(2008, 4))
        families.update_identity(actor=SYSTEM, person=turns, identity=named, on=ON)
        assert [one.years for one in queries.coming_birthdays(within(place), on=ON, limit=9)] == [18]
        actions.leave_family(actor=place.case_manager, case_id=place.case.pk, person_id=turns.pk, why="died", on=ON)
        assert queries.coming_birthdays(within(place), on=ON, limit=9) == []

    def test_a_mother_who_is_a_child_herself_is_told_like_the_children(self, place):
        mother = place.home.client
        know(mother, date(2008, 6, 17))
        [told] = queries.coming_birthdays(within(place), on=ON, limit=9)
        assert (told.code, told.years, told.month, told.case_id) == (mother.code, 18, date(2026, 6, 1), place.case.pk)
        assert told.is_parent and told.id < 0, "told apart from the children, of whom the youngest is told elsewhere"
        know(mother, date(1990, 6, 17))
        assert queries.coming_birthdays(within(place), on=ON, limit=9) == []

    def test_not_in_a_closed_case(self, place):
        turns, small = place.home.children
        know(turns, date(2012, 6, 17))
        close(place, {turns.pk: "own_family", small.pk: "own_family"})
        assert queries.coming_birthdays(within(place), on=ON, limit=9) == []


def rested(question):
    """How many parts of a question the database did not touch at all."""
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN (ANALYZE, TIMING OFF) {question}")
        return sum("never executed" in line for (line,) in cursor.fetchall())


def within(place):
    return Q(case_id=place.case.pk)
