"""What may happen to a case, and what the records say afterwards."""

from datetime import date

import pytest

from opora.access.rules import SYSTEM, Role
from opora.audit.models import JournalEntry
from opora.cases import actions
from opora.cases.models import Case, FollowUp, TeamMember
from opora.cases.queries import next_free_number
from opora.cases.rules.team import Membership, case_managers_on
from opora.cases.tests.factories import (
    CLOSED,
    OPENED,
    close_case,
    department,
    household,
    open_case,
    program,
    scene,
    worker,
)
from opora.common.errors import Conflict, Invalid, NotFound, Refused
from opora.families.models import Placement

pytestmark = pytest.mark.django_db


def verbs(case: Case) -> list[str]:
    return list(JournalEntry.objects.filter(case_id=case.pk).order_by("id").values_list("verb", flat=True))


def test_a_new_case_has_the_next_number_a_client_children_and_a_case_manager() -> None:
    place = scene()
    assert place.case.number == "1/2021лд"
    second = open_case(place.department, place.program, household(1), place.case_manager)
    assert second.number == "2/2021лд"
    assert [child.person_id for child in place.case.children.all()] == place.home.child_ids
    assert place.case.team.get().user_id == place.case_manager.user_id
    assert verbs(place.case) == ["cases.opened"]


def test_a_number_may_be_given_by_hand_but_only_once_in_any_spelling() -> None:
    place = scene()
    other = open_case(place.department, place.program, household(1), place.case_manager, number="17/2021 лд")
    assert (other.number, other.number_key) == ("17/2021 лд", "17/2021лд")
    with pytest.raises(Invalid) as refusal:
        open_case(place.department, place.program, household(1), place.case_manager, number="№ 17/2021ЛД")
    assert set(refusal.value.fields) == {"number"}
    following = open_case(place.department, place.program, household(1), place.case_manager)
    assert following.number == "18/2021лд"
    elsewhere = department()
    open_case(elsewhere, program(elsewhere), household(1), worker(Role.CASE_MANAGER, elsewhere), number="17/2021лд")


@pytest.mark.parametrize(
    ("pattern", "written", "following"),
    [
        ("{n}/{year}лд", ["29/2021 лд", "7/2020лд", "старое дело"], "30/2021лд"),
        ("КЦ-{nnn}/{yy}", ["кц-041/21", "КЦ - 042 / 21", "КЦ-099/20"], "КЦ-043/21"),
        ("№ {n}", ["5", "# 12", "12а"], "№ 13"),
        ("{year}-{n} (о.п.)", ["2021-3 (о.п.)", "2021-8 о.п."], "2021-4 (о.п.)"),
        ("{n}/{year}лд", ["3/2019лд"], "1/2021лд"),
    ],
)
def test_the_next_number_follows_the_highest_of_its_year_in_every_pattern(
    pattern: str, written: list[str], following: str
) -> None:
    place = department(pattern=pattern)
    kind = program(place)
    manager = worker(Role.CASE_MANAGER, place)
    for number in written:
        open_case(place, kind, household(1), manager, number=number)
    assert next_free_number(department=place, year=OPENED.year) == following


def test_a_family_has_one_open_case_in_a_program() -> None:
    place = scene()
    with pytest.raises(Invalid) as refusal:
        open_case(place.department, place.program, place.home, place.case_manager)
    assert "1/2021лд" in str(refusal.value.fields["family_id"])


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"child_ids": []}, "child_ids"),
        ({"client_id": 0}, "client_id"),
        ({"program_id": 0}, "program_id"),
        ({"number": "№"}, "number"),
        ({"number": "1" * 41}, "number"),
        ({"case_manager_id": 0}, "case_manager_id"),
    ],
)
def test_what_a_new_case_must_have(changes: dict[str, object], field: str) -> None:
    place, home = scene(), household(1)
    values = {
        "program_id": place.program.pk,
        "department_id": place.department.pk,
        "family_id": home.family.pk,
        "client_id": home.client.pk,
        "child_ids": home.child_ids,
        "case_manager_id": place.case_manager.user_id,
    }
    with pytest.raises(Invalid) as refusal:
        actions.open_case(actor=place.coordinator, on=OPENED, **(values | changes))  # type: ignore[arg-type]
    assert field in refusal.value.fields


def test_a_child_is_no_client_and_a_parent_no_child() -> None:
    place, home = scene(), household(1)
    for client_id, child_ids, field in (
        (home.child_ids[0], home.child_ids, "client_id"),
        (home.client.pk, [home.client.pk], "child_ids"),
    ):
        with pytest.raises(Invalid) as refusal:
            actions.open_case(
                actor=place.coordinator,
                program_id=place.program.pk,
                department_id=place.department.pk,
                family_id=home.family.pk,
                client_id=client_id,
                child_ids=child_ids,
                on=OPENED,
            )
        assert field in refusal.value.fields


def test_a_department_opens_cases_of_the_programs_it_carries() -> None:
    place = scene()
    foreign = program(department())
    with pytest.raises(Invalid) as refusal:
        open_case(place.department, foreign, household(1), place.case_manager)
    assert set(refusal.value.fields) == {"program_id"}


def test_a_hand_over_leaves_one_case_manager_on_every_day() -> None:
    place = scene()
    successor = worker(Role.CASE_MANAGER, place.department)
    actions.hand_over(actor=place.coordinator, case_id=place.case.pk, to_user_id=successor.own_id, on=date(2021, 9, 1))
    team = [Membership(m.user_id, m.part, m.from_on, m.to_on) for m in place.case.team.all()]
    assert case_managers_on(team, date(2021, 8, 31)) == [place.case_manager.user_id]
    assert case_managers_on(team, date(2021, 9, 1)) == [successor.user_id]
    with pytest.raises(NotFound):
        actions.read_case_file(actor=place.case_manager, case_id=place.case.pk)
    assert actions.read_case_file(actor=successor, case_id=place.case.pk).case == place.case
    assert "cases.handed_over" in verbs(place.case)


def test_a_case_is_handed_to_somebody_whose_role_allows_it_and_not_before_the_opening() -> None:
    place = scene()
    volunteer = worker(Role.VOLUNTEER, place.department)
    successor = worker(Role.CASE_MANAGER, place.department)
    stranger = worker(Role.CASE_MANAGER, department())
    for to, on, field in (
        (volunteer, CLOSED, "to_user_id"),
        (stranger, CLOSED, "to_user_id"),
        (place.case_manager, CLOSED, "to_user_id"),
        (successor, date(2021, 6, 17), "on"),
    ):
        with pytest.raises(Invalid) as refusal:
            actions.hand_over(actor=place.coordinator, case_id=place.case.pk, to_user_id=to.own_id, on=on)
        assert set(refusal.value.fields) == {field}


def test_a_team_member_sees_the_case_only_while_in_the_team() -> None:
    place = scene()
    psychologist = worker(Role.PSYCHOLOGIST, place.department)
    with pytest.raises(NotFound):
        actions.read_case_file(actor=psychologist, case_id=place.case.pk)
    member = actions.add_team_member(
        actor=place.case_manager,
        case_id=place.case.pk,
        user_id=psychologist.own_id,
        part="psychologist",
        on=OPENED,
    )
    actions.read_case_file(actor=psychologist, case_id=place.case.pk)
    with pytest.raises(Refused):
        actions.end_team_member(actor=psychologist, case_id=place.case.pk, member_id=member.pk, on=CLOSED)
    actions.end_team_member(actor=place.case_manager, case_id=place.case.pk, member_id=member.pk, on=CLOSED)
    with pytest.raises(NotFound):
        actions.read_case_file(actor=psychologist, case_id=place.case.pk)


def test_the_case_manager_does_not_simply_leave() -> None:
    place = scene()
    with pytest.raises(Invalid):
        actions.end_team_member(
            actor=place.coordinator, case_id=place.case.pk, member_id=place.case.team.get().pk, on=CLOSED
        )


def test_closing_keeps_reason_summary_homes_and_plans_the_follow_up() -> None:
    place = scene()
    close_case(place)
    case = Case.objects.get(pk=place.case.pk)
    closing = case.closings.get()
    assert (case.closed_on, closing.reason, closing.summary_text) == (
        CLOSED,
        "goals_achieved",
        "Семья справляется сама.",
    )
    homes = dict(closing.children.values_list("person_id", "placement"))
    assert homes == dict(zip(place.home.child_ids, ("own_family", "unknown"), strict=True))
    assert Placement.objects.get(child=place.home.children[0]).kind == "own_family"
    assert case.follow_ups.get().due_on == date(2023, 3, 18)
    assert "cases.closed" in verbs(case)


def test_a_case_closes_only_once_and_completely() -> None:
    place = scene()
    with pytest.raises(Invalid) as refusal:
        close_case(place, kinds=("own_family",))
    assert set(refusal.value.fields) == {"placements"}
    assert place.case.closings.count() == 0
    close_case(place)
    with pytest.raises(Conflict):
        close_case(place, actor=place.coordinator)
    assert place.case.closings.count() == 1


def test_nothing_of_a_closed_case_changes_but_its_team_and_follow_up() -> None:
    place = scene("shelter")
    close_case(place)
    with pytest.raises(Conflict):
        actions.start_stay(actor=place.case_manager, case_id=place.case.pk, on=CLOSED)
    successor = worker(Role.CASE_MANAGER, place.department)
    actions.hand_over(actor=place.coordinator, case_id=place.case.pk, to_user_id=successor.own_id, on=CLOSED)
    actions.record_follow_up_done(actor=successor, case_id=place.case.pk, on=date(2023, 3, 28))
    assert place.case.follow_ups.get().done_on == date(2023, 3, 28)
    with pytest.raises(Conflict):
        actions.record_follow_up_done(actor=successor, case_id=place.case.pk, on=date(2023, 3, 28))


def test_a_follow_up_is_not_earlier_than_the_exit() -> None:
    place = scene()
    close_case(place)
    with pytest.raises(Invalid):
        actions.record_follow_up_done(actor=place.case_manager, case_id=place.case.pk, on=OPENED)


def test_a_specialist_of_the_team_may_follow_up_but_not_close() -> None:
    place = scene()
    specialist = worker(Role.SPECIALIST, place.department)
    actions.add_team_member(
        actor=place.case_manager, case_id=place.case.pk, user_id=specialist.own_id, part="specialist", on=OPENED
    )
    with pytest.raises(Refused):
        close_case(place, actor=specialist)
    close_case(place)
    actions.record_follow_up_done(actor=specialist, case_id=place.case.pk, on=date(2023, 3, 18))


def test_a_re_opened_case_keeps_its_closing_and_closes_again() -> None:
    place = scene()
    close_case(place)
    with pytest.raises(Invalid):
        actions.reopen_case(actor=place.coordinator, case_id=place.case.pk, reason=" ", on=CLOSED)
    actions.reopen_case(actor=place.coordinator, case_id=place.case.pk, reason="Новая беда", on=date(2022, 12, 1))
    case = Case.objects.get(pk=place.case.pk)
    assert case.closed_on is None
    assert not case.follow_ups.filter(cancelled_at=None).exists()
    with pytest.raises(Conflict):
        actions.reopen_case(actor=place.coordinator, case_id=case.pk, reason="Ещё раз", on=date(2022, 12, 2))
    with pytest.raises(Invalid):
        close_case(place, on=date(2022, 11, 30))
    close_case(place, on=date(2023, 8, 31))
    assert case.closings.count() == 2
    assert case.follow_ups.get(cancelled_at=None).due_on == date(2024, 2, 29)


def test_a_stay_is_extended_as_often_as_needed_and_ends_with_a_follow_up() -> None:
    place = scene("shelter", "{n}")
    case_id, actor = place.case.pk, place.case_manager
    actions.start_stay(actor=actor, case_id=case_id, planned_until=date(2021, 9, 1), on=OPENED)
    with pytest.raises(Invalid):
        actions.extend_stay(actor=actor, case_id=case_id, until=date(2021, 9, 1), reason="Ремонт", on=OPENED)
    actions.extend_stay(actor=actor, case_id=case_id, until=date(2021, 10, 1), reason="Ремонт", on=date(2021, 8, 30))
    actions.extend_stay(actor=actor, case_id=case_id, until=date(2021, 11, 1), reason="Суд", on=date(2021, 9, 30))
    stay = place.case.stays.get()
    told = list(stay.extensions.values_list("old_until", "new_until", "approved_by_id"))
    assert told == [
        (date(2021, 9, 1), date(2021, 10, 1), actor.user_id),
        (date(2021, 10, 1), date(2021, 11, 1), actor.user_id),
    ]
    actions.end_stay(actor=actor, case_id=case_id, on=date(2021, 9, 20))
    assert place.case.follow_ups.get().due_on == date(2022, 3, 20)
    with pytest.raises(Conflict):
        actions.end_stay(actor=actor, case_id=case_id, on=date(2021, 9, 20))
    close_case(place, on=date(2021, 10, 5))
    assert place.case.follow_ups.get().due_on == date(2022, 3, 20)


def test_closing_ends_a_stay_and_moving_in_again_puts_the_follow_up_off() -> None:
    place = scene("shelter", "{n}")
    case_id, actor = place.case.pk, place.case_manager
    actions.start_stay(actor=actor, case_id=case_id, on=OPENED)
    with pytest.raises(Conflict):
        actions.start_stay(actor=actor, case_id=case_id, on=CLOSED)
    actions.end_stay(actor=actor, case_id=case_id, on=date(2021, 9, 20))
    actions.start_stay(actor=actor, case_id=case_id, on=date(2021, 10, 1))
    assert not FollowUp.objects.filter(case=case_id, cancelled_at=None).exists()
    close_case(place)
    assert place.case.stays.filter(left_on=CLOSED).count() == 1
    assert place.case.follow_ups.get(cancelled_at=None).due_on == date(2023, 3, 18)


def test_a_follow_up_already_made_after_the_stay_is_not_planned_again() -> None:
    place = scene("shelter", "{n}")
    case_id, actor = place.case.pk, place.case_manager
    actions.start_stay(actor=actor, case_id=case_id, on=OPENED)
    actions.end_stay(actor=actor, case_id=case_id, on=date(2021, 9, 20))
    actions.record_follow_up_done(actor=actor, case_id=case_id, on=date(2022, 3, 30))
    close_case(place)
    assert place.case.follow_ups.count() == 1


def test_only_a_shelter_program_knows_stays() -> None:
    place = scene()
    with pytest.raises(Refused):
        actions.start_stay(actor=place.case_manager, case_id=place.case.pk, on=OPENED)


def test_whoever_acts_on_an_old_page_is_told() -> None:
    place = scene()
    successor = worker(Role.CASE_MANAGER, place.department)
    other = worker(Role.CASE_MANAGER, place.department)
    actions.hand_over(
        actor=place.coordinator, case_id=place.case.pk, to_user_id=successor.own_id, revision=0, on=CLOSED
    )
    with pytest.raises(Conflict):
        actions.hand_over(
            actor=place.coordinator, case_id=place.case.pk, to_user_id=other.own_id, revision=0, on=CLOSED
        )
    assert TeamMember.objects.filter(case=place.case).count() == 2


def test_each_opening_of_a_file_is_journaled_and_refusal_looks_like_absence() -> None:
    place = scene()
    actions.read_case_file(actor=place.case_manager, case_id=place.case.pk)
    actions.read_case_file(actor=place.coordinator, case_id=place.case.pk)
    openings = JournalEntry.objects.filter(case_id=place.case.pk, verb="cases.file_opened")
    assert [entry.actor_id for entry in openings.order_by("id")] == [
        place.case_manager.user_id,
        place.coordinator.user_id,
    ]
    stranger = worker(Role.CASE_MANAGER, place.department)
    for case_id in (place.case.pk, 0):
        with pytest.raises(NotFound) as refusal:
            actions.read_case_file(actor=stranger, case_id=case_id)
        assert str(refusal.value) == str(NotFound(refusal.value.message))
    assert openings.count() == 2


def test_the_command_line_opens_cases_without_a_case_manager() -> None:
    place, home = scene(), household(1)
    case = actions.open_case(
        actor=SYSTEM,
        program_id=place.program.pk,
        department_id=place.department.pk,
        family_id=home.family.pk,
        client_id=home.client.pk,
        child_ids=home.child_ids,
        on=OPENED,
    )
    assert not case.team.exists()
    actions.hand_over(actor=SYSTEM, case_id=case.pk, to_user_id=place.case_manager.own_id, on=OPENED)
    assert case.team.get().to_on is None


def test_a_department_out_of_use_or_without_a_good_pattern_gives_no_number() -> None:
    place = scene()
    place.department.number_pattern = "без номера"
    place.department.save()
    with pytest.raises(Invalid) as refusal:
        open_case(place.department, place.program, household(1), place.case_manager)
    assert set(refusal.value.fields) == {"number"}
    open_case(place.department, place.program, household(1), place.case_manager, number="5")
    place.department.is_active = False
    place.department.save()
    with pytest.raises(Invalid) as refusal:
        open_case(place.department, place.program, household(1), place.case_manager, number="6")
    assert set(refusal.value.fields) == {"department_id"}
