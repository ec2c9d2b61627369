"""What records show by themselves: items of the form, homes, papers, plans; each way once reached and once lost."""

import re
from datetime import date

import pytest
from django.utils.translation import override

from opora.cases.models import Closing, FollowUp, FollowUpChild, FollowUpContact
from opora.families.models import FamilyMember
from opora.logic.queries import concepts
from opora.results.queries.statements import SQL
from opora.results.rules import DERIVED, RESTRICTED
from opora.results.tests.houses import change, form_of, given, meeting, service, told, world
from opora.results.words import source_said

pytestmark = pytest.mark.django_db

JAN, MAY, SEP, DEC = (date(2024, month, 10) for month in (1, 5, 9, 12))


def test_every_derived_outcome_is_one_that_models_name() -> None:
    assert set(concepts()) >= DERIVED
    assert DERIVED >= RESTRICTED


def test_what_is_left_to_people_alone_is_known() -> None:
    """A list that may only become shorter: records derive or suggest every other outcome of a family (X-02)."""
    of_families = {code for code, one in concepts().items() if one.is_of_families}
    assert of_families - DERIVED == {
        "engages_others",
        "family_copes",
        "future_image",
        "good_conditions",
        "legal_plan_done",
        "own_means",
        "parent_learned",
        "partners_circle",
        "redirected",
        "skills_outside",
        "support_decided",
        "values_changed",
        "ways_with_ties",
    }


def test_every_kind_of_record_that_shows_a_result_has_its_words() -> None:
    named = {
        found for path in SQL.glob("*.sql") for found in re.findall(r"'([a-z]+\.[a-z]+):'", path.read_text("utf-8"))
    }
    assert len(named) >= 12
    with override("ru"):
        assert all(re.search("[а-яё]", source_said(f"{one}:1")) for one in named)


def test_an_item_that_is_weak_no_more_is_a_result_and_weak_again_is_lost() -> None:
    case, form = world.case(closed_on=None), form_of("7.1", "6.4")
    for point, on, ratings in (
        ("entry", JAN, [3, 1]),
        ("review", MAY, [1, None]),
        ("review", SEP, [2, 2]),
        ("exit", DEC, [0, 2]),
    ):
        world.form(case, point, ratings, in_version=form, on=on)
    found = told(case)
    assert [(since, until) for _by, since, until in found["relations_better"]] == [(MAY, SEP), (DEC, None)]
    # An item that was never weak before is nothing that was solved.
    assert "meets_emotional_needs" not in found


def test_an_item_that_is_not_rated_later_leaves_it_open() -> None:
    case, form = world.case(closed_on=None), form_of("7.1")
    world.form(case, "entry", [3], in_version=form, on=JAN)
    world.form(case, "exit", [None], in_version=form, on=DEC)
    assert "relations_better" not in told(case)


def test_a_form_that_waits_for_approval_shows_nothing_yet() -> None:
    case, form = world.case(closed_on=None), form_of("7.1")
    world.form(case, "entry", [3], in_version=form, on=JAN)
    world.form(case, "exit", [0], in_version=form, on=DEC, status="submitted")
    assert "relations_better" not in told(case)


def test_parenting_is_better_only_where_nothing_got_worse() -> None:
    form = form_of("2.3", "7.6")
    better, mixed = world.case(closed_on=None), world.case(closed_on=None)
    for case, last in ((better, [1, 1]), (mixed, [1, 3])):
        world.form(case, "entry", [3, 1], in_version=form, on=JAN)
        world.form(case, "exit", last, in_version=form, on=DEC)
    assert "competence_up" in told(better)
    assert "competence_up" not in told(mixed)


def test_totals_alone_tell_of_wellbeing() -> None:
    case = world.case(closed_on=DEC)
    world.total(case, "entry", 12, on=JAN)
    world.total(case, "exit", 11, on=DEC)
    assert told(case)["wellbeing_better"] == [("assessments.assessment", DEC, None)]


def test_a_home_found_counts_after_none_and_a_home_known_from_the_start_does_not() -> None:
    came, had = world.case(closed_on=None), world.case(closed_on=None)
    change(came, "housing", "none", on=JAN)
    change(came, "housing", "rented", on=MAY)
    change(came, "housing", "own", on=SEP)
    change(had, "housing", "rented", on=JAN)
    assert told(came)["housed"] == [("circumstances.lifechange", MAY, None)]
    assert "housed" not in told(had)
    change(came, "housing", "none", on=DEC)
    assert told(came)["housed"] == [("circumstances.lifechange", MAY, DEC)]


def test_what_is_not_known_any_more_takes_nothing_away() -> None:
    """Unknown is never no (X-06)."""
    case = world.case(closed_on=None)
    change(case, "housing", "none", on=JAN)
    change(case, "housing", "rented", on=MAY)
    change(case, "housing", "unknown", on=SEP)
    assert told(case)["housed"] == [("circumstances.lifechange", MAY, None)]


def test_a_state_is_steady_after_two_looks_and_of_whom_it_is_told() -> None:
    case = world.case(closed_on=None)
    child = case.children.get().person
    FamilyMember.objects.create(family=case.family, person=child, role="child")
    for person, on in ((child, JAN), (child, MAY), (case.client, JAN), (case.client, MAY)):
        change(case, "emotional", "steady", on=on, person=person)
    found = told(case)
    assert found["child_calmer"][0][1] == MAY
    assert found["parent_calmer"][0][1] == MAY
    assert len(found["child_calmer"]) == 1


def test_three_sides_are_met_only_together() -> None:
    case = world.case(closed_on=None)
    child = case.children.get().person
    FamilyMember.objects.create(family=case.family, person=child, role="child")
    for item, value, on in (
        ("safety", "yes", JAN),
        ("hygiene", "no", JAN),
        ("home", "yes", MAY),
        ("hygiene", "yes", SEP),
        ("safety", "partly", DEC),
    ):
        change(case, "basic_needs", value, item=item, person=child, on=on)
    assert [(since, until) for _by, since, until in told(case)["needs_met"]] == [(SEP, DEC)]


def test_a_child_is_kept_at_the_closing_and_lost_at_the_look_back() -> None:
    case = world.case(homes=("own_family",))
    world.case(homes=("unknown",))
    assert [since for _by, since, _until in told(case)["child_kept"]] == [DEC]
    assert "child_safe_at_home" not in told(case)  # no form at the exit says whether it was safe
    look = FollowUp.objects.get(case=case)
    contact = FollowUpContact.objects.create(follow_up=look, on=date(2025, 6, 10), result="reached")
    FollowUpChild.objects.create(
        contact=contact, person=case.children.get().person, placement="institution", safety="safe"
    )
    assert [until for _by, _since, until in told(case)["child_kept"]] == [date(2025, 6, 10)]


def test_where_a_child_lives_is_not_known_then_nothing_is_said() -> None:
    assert told(world.case(homes=("unknown",))) == {}


def test_a_closing_with_goals_reached_asks_whether_the_crisis_is_over() -> None:
    case = world.case(closed_on=DEC)
    Closing.objects.filter(case=case).update(reason="goals_achieved")
    assert "stabilized" not in told(case)
    assert told(case, "maybe_reached")["stabilized"] == [("cases.closing", DEC, None)]


def test_after_practical_help_a_first_service_of_another_direction_asks_and_the_first_one_does_not() -> None:
    case = world.case(closed_on=None)
    help_at_home, talk = service("d5", source="S1-25"), service("d9", source="S1-43")
    given(case, talk, JAN)
    given(case, help_at_home, MAY)
    assert "other_services" not in told(case, "maybe_reached")
    given(case, service("d2", source="S1-12"), SEP)
    assert [since for _by, since, _until in told(case, "maybe_reached")["other_services"]] == [SEP]


def test_parent_and_child_at_one_meeting_ask_whether_it_was_something_new() -> None:
    case = world.case(closed_on=None)
    child = case.children.get().person
    FamilyMember.objects.create(family=case.family, person=child, role="child")
    meeting(case, [child], JAN)
    found = told(case, "maybe_reached")
    assert found["child_leisure"] == [("groups.mark", JAN, None)] and "new_interaction" not in found
    meeting(case, [child, case.client], MAY)
    assert told(case, "maybe_reached")["new_interaction"] == [("groups.mark", MAY, None)]
