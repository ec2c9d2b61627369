"""The pages of cases as people meet them."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from opora.access.models import User
from opora.access.rules import SYSTEM, Actor, Role
from opora.audit import actions as audit
from opora.audit.models import JournalEntry
from opora.audit.sentences import sentence
from opora.cases import actions
from opora.cases.models import Case
from opora.cases.tests.factories import CLOSED, OPENED, Scene, close_case, household, open_case, scene, worker
from opora.evidence.tests import world as evidence_world
from opora.families import actions as families
from opora.families.rules.identity import Identity

pytestmark = pytest.mark.django_db

Page = Callable[..., Any]


def signed_in(actor: Actor) -> Client:
    client = Client()
    client.force_login(User.objects.get(pk=actor.user_id))
    return client


def address(name: str, place: Scene, *more: int) -> str:
    return reverse(f"cases:{name}", args=[place.case.pk, *more])


def text_of(response: Any) -> str:
    return " ".join(response.content.decode().split())


READABLE = ("file", "summary", "history", "team")
CHANGES = ("join", "hand_over", "close", "reopen", "follow_up")
STAY = ("stay", "move_in", "extend", "move_out")


@pytest.mark.parametrize("name", READABLE + CHANGES + STAY)
def test_a_page_opens_for_the_team_and_is_absent_for_others(name: str) -> None:
    place = scene("shelter", "{n}")
    stranger = worker(Role.CASE_MANAGER, place.department)
    volunteer = worker(Role.VOLUNTEER, place.department)
    assert signed_in(place.case_manager).get(address(name, place)).status_code == 200
    assert signed_in(place.coordinator).get(address(name, place)).status_code == 200
    assert signed_in(stranger).get(address(name, place)).status_code == 404
    assert signed_in(volunteer).get(address(name, place)).status_code == 404


def test_opening_a_file_shows_codes_and_is_journaled(django_assert_max_num_queries: Any) -> None:
    place = scene()
    close_case(place)
    client = signed_in(place.case_manager)
    with django_assert_max_num_queries(20):
        response = client.get(address("file", place))
    page = text_of(response)
    assert place.home.client.code in page
    assert "1/2021лд" in page
    assert JournalEntry.objects.filter(verb="cases.file_opened", case_id=place.case.pk).count() == 1


def test_the_list_finds_a_number_in_any_spelling_and_a_code(django_assert_max_num_queries: Any) -> None:
    place = scene()
    open_case(place.department, place.program, household(1), place.case_manager, number="170/2021 лд")
    client = signed_in(place.coordinator)
    with django_assert_max_num_queries(15):
        client.get(reverse("cases:list"))
    for asked, found in (
        ("1/2021 ЛД", ["1/2021лд"]),
        ("170", ["170/2021 лд"]),
        ("17", []),
        (place.home.children[1].code.lower(), ["1/2021лд"]),
    ):
        with django_assert_max_num_queries(15):
            page = text_of(client.get(reverse("cases:list"), {"q": asked}))
        assert [number for number in ("1/2021лд", "170/2021 лд") if f">{number}<" in page] == found


def test_a_closed_case_is_found_among_all() -> None:
    place = scene()
    close_case(place)
    client = signed_in(place.coordinator)
    assert "?q=1%2F2021&amp;state=all" in text_of(client.get(reverse("cases:list"), {"q": "1/2021"}))
    assert ">1/2021лд<" in text_of(client.get(reverse("cases:list"), {"q": "1/2021", "state": "all"}))
    assert "Возможно, он среди открытых" in text_of(client.get(reverse("cases:list"), {"q": "9", "state": "closed"}))


def test_names_find_cases_for_those_who_may_read_them() -> None:
    place = scene()
    mother = Identity(surname="Васильева", given="Анна")
    families.update_identity(actor=SYSTEM, person=place.home.client, identity=mother)
    assert ">1/2021лд<" in text_of(signed_in(place.coordinator).get(reverse("cases:list"), {"q": "василь"}))
    stranger = worker(Role.CASE_MANAGER, place.department)
    assert ">1/2021лд<" not in text_of(signed_in(stranger).get(reverse("cases:list"), {"q": "василь"}))


def test_a_common_name_takes_few_queries_though_it_is_looked_for_everywhere(
    monkeypatch: pytest.MonkeyPatch, django_assert_max_num_queries: Any
) -> None:
    monkeypatch.setattr("opora.cases.queries.searching._COMMON", 0)
    place = scene()
    mother = Identity(surname="Васильева", given="Анна")
    families.update_identity(actor=SYSTEM, person=place.home.client, identity=mother)
    for actor in (place.coordinator, place.case_manager):
        client = signed_in(actor)
        with django_assert_max_num_queries(15):
            page = text_of(client.get(reverse("cases:list"), {"q": "василь"}))
        assert ">1/2021лд<" in page


def test_a_refused_form_keeps_what_was_typed_and_says_what_is_wrong() -> None:
    place = scene()
    client = signed_in(place.case_manager)
    child, other = place.home.child_ids
    sent = {
        "on": "17.06.2021",
        "reason": "moved",
        "summary": "Уехали к бабушке",
        "plan_after": "Школа № 5",
        "no_exit": "moved",
        f"home_{child}": "relatives",
    }
    response = client.post(address("close", place), sent)
    page = text_of(response)
    assert response.status_code == 422
    assert "Уехали к бабушке" in page
    assert place.case.closings.count() == 0
    response = client.post(address("close", place), {**sent, f"home_{other}": "relatives"})
    assert response.status_code == 422
    response = client.post(
        address("close", place), {**sent, f"home_{other}": "relatives", "on": "18.09.2022", "revision": "0"}
    )
    assert response.status_code == 302
    assert Case.objects.get(pk=place.case.pk).closed_on == CLOSED
    page = text_of(client.get(address("file", place)))
    assert "Школа № 5" in page
    assert "семья переехала" in page


def test_without_an_exit_assessment_a_case_is_closed_only_with_a_reason_for_it() -> None:
    place = scene()
    client = signed_in(place.case_manager)
    sent = {"on": "18.09.2022", "reason": "moved", "summary": "Уехали"}
    sent |= {f"home_{child}": "relatives" for child in place.home.child_ids}
    response = client.post(address("close", place), sent)
    assert response.status_code == 422
    assert "id_no_exit" in text_of(response)
    assert client.post(address("close", place), {**sent, "no_exit": "no_contact"}).status_code == 302
    assert place.case.closings.get().no_exit == "no_contact"


def test_a_closing_day_before_later_facts_is_asked_about_once() -> None:
    place = scene()
    version = evidence_world.version()
    evidence_world.form(place.case, "entry", [2, 1], in_version=version, on=date(2021, 7, 1))
    evidence_world.form(place.case, "review", [1, 1], in_version=version, on=date(2022, 9, 20))
    client = signed_in(place.case_manager)
    sent = {"on": "18.09.2022", "reason": "moved", "summary": "Уехали", "no_exit": "moved"}
    sent |= {f"home_{child}": "relatives" for child in place.home.child_ids}
    asked = client.post(address("close", place), sent)
    assert asked.status_code == 422
    assert "После этого дня записано" in text_of(asked) and "20.09.2022" in text_of(asked)
    assert not place.case.closings.exists()
    assert "is_day_right" not in text_of(
        client.post(address("close", place), {**sent, "on": "20.09.2022", "summary": ""})
    )
    assert client.post(address("close", place), {**sent, "is_day_right": "on"}).status_code == 302
    assert place.case.closings.get().on == CLOSED


def test_whoever_closes_second_is_told_and_nothing_is_lost() -> None:
    place = scene()
    child, other = place.home.child_ids
    client = signed_in(place.case_manager)
    client.get(address("close", place))
    close_case(place, actor=place.coordinator)
    sent = {
        "on": "2022-09-18",
        "reason": "moved",
        "summary": "Второе мнение",
        "no_exit": "moved",
        f"home_{child}": "relatives",
        f"home_{other}": "relatives",
        "revision": "0",
    }
    response = client.post(address("close", place), sent)
    assert response.status_code == 422
    assert "Второе мнение" in text_of(response)
    assert place.case.closings.get().reason == "goals_achieved"


def test_whoever_may_know_a_family_meets_its_people_by_name_when_the_work_changes() -> None:
    place = scene()
    first, second = place.home.children
    known = Identity(surname="Ёлкина", given="Мирослава")
    families.update_identity(actor=SYSTEM, person=place.home.client, identity=Identity(surname="Ёлкина", given="Анна"))
    families.update_identity(actor=SYSTEM, person=first, identity=known)
    client = signed_in(place.case_manager)
    for page in ("close", "correct"):
        shown = text_of(client.get(address(page, place)))
        assert "Семья Ёлкиных" in shown and "Мирослава" in shown, page
    closing = text_of(client.get(address("close", place)))
    assert "Где теперь живёт Мирослава" in closing and f"Где теперь живёт {second.code}" in closing
    assert "Мирослава" in text_of(client.get(address("take_off_child", place, first.pk)))
    offered = text_of(client.get(reverse("cases:new"), {"family": place.case.family_id}))
    assert f"Мирослава Ёлкина, ребёнок ({first.code})" in offered
    opened = JournalEntry.objects.filter(verb="families.identity_opened", actor_id=place.case_manager.user_id)
    assert {entry.data["code"] for entry in opened} == {place.home.client.code, first.code}


def test_a_hand_over_takes_the_former_case_manager_back_to_the_list() -> None:
    place = scene()
    successor = worker(Role.CASE_MANAGER, place.department)
    response = signed_in(place.case_manager).post(
        address("hand_over", place), {"to_user_id": successor.user_id, "on": "2021-09-01", "revision": "0"}
    )
    assert response.url == reverse("cases:list")
    assert signed_in(successor).get(address("file", place)).status_code == 200


def test_a_member_joins_and_leaves() -> None:
    place = scene()
    psychologist = worker(Role.PSYCHOLOGIST, place.department)
    client = signed_in(place.coordinator)
    joined = {"user_id": psychologist.user_id, "part": "psychologist", "on": "2021-07-01"}
    assert client.post(address("join", place), joined).status_code == 302
    member = place.case.team.get(user=psychologist.user_id)
    assert client.get(address("leave", place, member.pk)).status_code == 200
    assert client.post(address("leave", place, member.pk), {"on": "2021-08-01"}).status_code == 302
    assert client.get(address("leave", place, member.pk)).status_code == 404


def test_a_stay_from_moving_in_to_moving_out() -> None:
    place = scene("shelter", "{n}")
    client = signed_in(place.case_manager)
    assert (
        client.post(address("move_in", place), {"on": "2021-06-18", "planned_until": "2021-09-01"}).status_code == 302
    )
    wrong = client.post(address("extend", place), {"until": "2021-08-01", "reason": "Ремонт", "on": "2021-08-01"})
    assert wrong.status_code == 422
    right = {"until": "2021-10-01", "reason": "Ремонт", "on": "2021-08-30"}
    assert client.post(address("extend", place), right).status_code == 302
    assert "Ремонт" in text_of(client.get(address("stay", place)))
    assert client.post(address("move_out", place), {"on": "2021-09-20"}).status_code == 302
    assert place.case.follow_ups.get().due_on == date(2022, 3, 20)
    assert client.get(address("file", place)).status_code == 200


def test_a_follow_up_is_recorded_and_its_lateness_shown() -> None:
    place = scene()
    close_case(place)
    client = signed_in(place.case_manager)
    reached = {"on": "2023-03-28", "result": "reached", "family_state": "copes", "note": "Звонить вечером"}
    assert client.post(address("follow_up", place), reached).status_code == 422
    for child in place.home.child_ids:
        reached |= {f"home_{child}": "own_family", f"safety_{child}": "safe"}
    assert client.post(address("follow_up", place), reached).status_code == 302
    page = text_of(client.get(address("file", place)))
    assert "28.03.2023" in page
    assert "Звонить вечером" in page
    assert client.post(address("reopen", place), {"on": "2023-05-01", "reason": "Новая беда"}).status_code == 302
    assert client.get(address("file", place)).status_code == 200
    assert client.get(address("summary", place)).status_code == 200


def test_a_day_to_come_is_refused() -> None:
    place = scene()
    close_case(place)
    sent = {"on": "2099-01-01", "result": "no_answer"}
    response = signed_in(place.case_manager).post(address("follow_up", place), sent)
    assert response.status_code == 422


def test_the_course_of_the_work_is_a_page() -> None:
    place = scene()
    reader = signed_in(place.case_manager)
    looks = ("life.read", "results.read", "services.read", "correspondence.read")
    for verb in looks:
        audit.record(actor=place.case_manager, verb=verb, case_id=place.case.pk)
    page = text_of(reader.get(address("history", place)))
    assert "1/2021лд" in page
    assert not [verb for verb in looks if str(sentence(verb, {})) in page.lower()], "who looked is told by the journal"


def new_case(place: Scene, **changes: str) -> dict[str, str]:
    return {
        "department_id": str(place.department.pk),
        "program_id": str(place.program.pk),
        "case_manager_id": str(place.case_manager.user_id),
        "on": OPENED.isoformat(),
        "number": "",
        **changes,
    }


def test_a_case_for_a_known_family() -> None:
    place, home = scene(), household(2, "Ж")
    client = signed_in(place.coordinator)
    found = text_of(client.get(reverse("cases:new"), {"q": home.client.code}))
    assert f"?family={home.family.pk}" in found
    page = reverse("cases:new") + f"?family={home.family.pk}"
    assert client.get(page).status_code == 200
    sent = new_case(place, client_id=str(home.client.pk), child_ids=str(home.child_ids[0]))
    assert client.post(page, {**sent, "number": "1/2021 лд"}).status_code == 422
    assert client.post(page, sent).status_code == 302
    case = Case.objects.get(family=home.family)
    assert case.number == "2/2021лд"
    assert [child.person_id for child in case.children.all()] == home.child_ids[:1]


def test_a_family_of_another_team_is_not_offered() -> None:
    place, other = scene(), scene()
    client = signed_in(place.coordinator)
    page = text_of(client.get(reverse("cases:new"), {"q": other.home.client.code}))
    assert f"?family={other.home.family.pk}" not in page
    assert client.get(reverse("cases:new") + f"?family={other.home.family.pk}").status_code == 404


def test_a_case_for_a_new_family() -> None:
    place = scene()
    client = signed_in(place.coordinator)
    page = reverse("cases:new") + "?family=new"
    assert client.get(page).status_code == 200
    sent = new_case(
        place,
        **{
            "rows": "2",
            "caregiver-kind": "mother",
            "caregiver-surname": "Васильева",
            "caregiver-given": "Анна",
            "child-0-surname": "Васильев",
            "child-0-given": "Пётр",
            "child-0-birth_date": "2012-05-01",
            "child-1-is_known_by_code": "on",
        },
    )
    more = client.post(page, {**sent, "add_child": "1"})
    assert 'name="child-2-surname"' in more.content.decode()
    assert 'value="Васильева"' in more.content.decode()
    wrong = client.post(page, {**sent, "child-0-birth_date": "2098-01-01"})
    assert wrong.status_code == 422
    assert not Case.objects.filter(client__code_letter="В").exists()
    assert client.post(page, sent).status_code == 302
    case = Case.objects.get(client__code_letter="В")
    assert case.children.count() == 2
    again = client.post(page, sent)
    assert again.status_code == 422
    assert case.client.code in again.content.decode()
    assert client.post(page, {**sent, "is_different": "on"}).status_code == 302


def test_a_new_family_needs_a_child() -> None:
    place = scene()
    page = reverse("cases:new") + "?family=new"
    sent = new_case(place, **{"rows": "1", "caregiver-kind": "mother", "caregiver-surname": "Ёлкина"})
    response = signed_in(place.coordinator).post(page, sent)
    assert response.status_code == 422
    assert 'value="Ёлкина"' in response.content.decode()


def test_somebody_who_opens_no_cases_has_no_such_page() -> None:
    specialist = worker(Role.SPECIALIST)
    assert signed_in(specialist).get(reverse("cases:new")).status_code == 404
    assert signed_in(specialist).get(reverse("cases:list")).status_code == 200


def test_a_reader_of_the_team_sees_no_way_to_change() -> None:
    place = scene()
    specialist = worker(Role.SPECIALIST, place.department)
    actions.add_team_member(
        actor=SYSTEM, case_id=place.case.pk, user_id=specialist.own_id, part="specialist", on=OPENED
    )
    client = signed_in(specialist)
    page = text_of(client.get(address("file", place)))
    assert address("close", place) not in page
    assert client.get(address("close", place)).status_code == 404


def test_the_closing_page_leads_to_no_form_that_would_be_refused() -> None:
    """Without an approved entry the form of the exit answers with a refusal: the page says so and shows the way."""
    place = scene()
    client = signed_in(place.case_manager)
    page = text_of(client.get(address("close", place)))
    exit_form = f"/cases/{place.case.pk}/assessments/exit/"
    assert client.get(exit_form).status_code != 200
    assert exit_form not in page and f'href="/cases/{place.case.pk}/assessments/"' in page
    assert "утверждённой оценки на входе у этого случая нет" in page
