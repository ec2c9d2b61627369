"""Today: to whom one goes, what there is to do, what is late, what is nobody's; names for those who may know them."""

import re
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from django.contrib.auth import get_user_model
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from opora import packs
from opora.access.models import User
from opora.access.rules import SYSTEM, Actor, Role
from opora.audit.models import JournalEntry
from opora.cases.tests.factories import department, worker
from opora.common.dates import local, now, today
from opora.families import actions as families
from opora.families.rules import Identity
from opora.instruments import actions as instruments
from opora.intake.actions import plan_visit
from opora.intake.models import Visit
from opora.intake.tests.factories import make_referral, registrar
from opora.logic import actions as logic
from opora.packs.actions import publish_practice
from opora.pathways import actions as pathways
from opora.plans.models import Task
from opora.process.actions import name_family
from opora.process.models import Route
from opora.process.tests.factories import BEGAN
from opora.release.actions import ask_for_release
from opora.release.tests.desk import by_program, closed
from opora.reminders.tests.factories import Life, life
from opora.web.today.greeting import greeting

pytestmark = pytest.mark.django_db


def page(actor: Actor) -> str:
    client = Client()
    client.force_login(get_user_model().objects.get(pk=actor.user_id))
    answer = client.get("/")
    assert answer.status_code == 200
    return answer.content.decode()


def part_of_page(actor: Actor) -> str:
    """What is nobody's, as the page asks for it."""
    client = Client()
    client.force_login(get_user_model().objects.get(pk=actor.user_id))
    return client.get("/today/nobodys/", headers={"HX-Request": "true"}).content.decode()


def part(shown: str, name: str) -> str:
    """One part of the page by its name; empty when it is not there."""
    found = re.search(rf'<section class="card" aria-labelledby="{name}">.*?</section>', shown, re.S)
    return found[0] if found else ""


def going(found: Life, *others: Actor, on: date) -> Visit:
    visit = Visit.objects.get(pk=found.numbers["visit"])
    visit.visitor_ids = [actor.user_id for actor in (found.scene.case_manager, *others)]
    visit.planned_on = on
    visit.save()
    return visit


def test_the_visit_of_the_day_stands_first_with_the_telephone_and_the_way() -> None:
    found = life(on=today())
    going(found, worker(Role.PSYCHOLOGIST, found.scene.department, "Тимур Асадов"), on=today())
    shown = page(found.scene.case_manager)
    visits = part(shown, "visits")
    assert "Семья Заповедниковых" in visits and f'href="/cases/{found.case.pk}/"' in visits
    assert 'href="tel:+79165550199"' in visits
    assert "Вымышленный переулок, 1" in visits and 'href="geo:0,0?q=%D0%92' in visits
    assert "Тимур Асадов" in visits
    assert shown.index('id="visits"') < shown.index('id="to-do"')


def test_a_visit_of_a_colleague_is_nothing_that_one_has_to_do() -> None:
    found = life(on=today())
    Visit.objects.all().delete()
    colleague = worker(Role.CASE_MANAGER, found.scene.department)
    Visit.objects.create(route=found.route, planned_on=today(), visitor_ids=[colleague.user_id])
    shown = page(found.scene.case_manager)
    assert ">Визит<" not in part(shown, "to-do") and ">Визит<" not in part(shown, "visits")


def test_a_visit_of_the_day_is_recorded_from_here_and_one_of_tomorrow_is_not() -> None:
    found = life(on=today())
    for ahead in (0, 1):
        visit = going(found, on=today() + timedelta(days=ahead))
        shown = page(found.scene.case_manager)
        assert (f"/signals/visits/{visit.pk}/report/" in shown) is (ahead == 0)


def test_a_visit_of_yesterday_asks_to_be_recorded() -> None:
    found = life(on=today())
    visit = going(found, on=today() - timedelta(days=1))
    visits = part(page(found.scene.case_manager), "visits")
    assert f"/signals/visits/{visit.pk}/report/" in visits and "просрочено на 1 день" in visits


def test_a_family_without_a_case_is_called_by_its_name_for_whoever_may_know_it() -> None:
    coordinator = registrar()
    family = families.create_family(actor=SYSTEM)
    families.add_person(actor=SYSTEM, family=family, role="mother", identity=Identity(surname="Соколовская"), on=BEGAN)
    route = Route.objects.get(pk=make_referral().route_id)
    name_family(actor=SYSTEM, route_id=route.pk, family_id=family.pk)
    plan_visit(actor=coordinator, route_id=route.pk, visitor_ids=[coordinator.own_id], on=today())
    assert "Семья Соколовских" in part(page(coordinator), "visits")
    assert JournalEntry.objects.filter(verb="families.identity_opened", family_id=family.pk).count() == 1


def test_who_goes_nowhere_is_told_when_the_next_visit_is() -> None:
    found = life(on=today())
    going(found, on=today() + timedelta(days=1))
    visits = part(page(found.scene.case_manager), "visits")
    assert "Сегодня никуда не едете" in visits and "завтра" in visits and "Семья Заповедниковых" in visits
    assert "tel:" not in visits


def test_to_do_and_late_stand_apart_and_each_leads_into_the_family() -> None:
    found = life(on=today())
    late = Task.objects.create(
        plan_id=found.numbers["plan"],
        title="Узнать о садике",
        worker_id=found.scene.case_manager.user_id,
        due_on=today() - timedelta(days=3),
        given_on=found.route.started_on,
    )
    shown = page(found.scene.case_manager)
    to_do, behind = part(shown, "to-do"), part(shown, "late")
    assert "Отвезти справку" in to_do and f"/tasks/{found.numbers['task']}/done/" in to_do
    assert "Узнать о садике" in behind and f"/tasks/{late.pk}/done/" in behind and "просрочено на 3 дня" in behind
    for piece in (to_do, behind):
        assert f'class="family" href="/cases/{found.case.pk}/"' in piece
    assert "Ваш голос" in to_do and "Узнать о садике" not in to_do


def test_a_vote_for_which_others_wait_stands_before_what_is_due_earlier() -> None:
    found = life(on=today())
    to_do = part(page(found.scene.case_manager), "to-do")
    assert to_do.index(f"/ballots/{found.numbers['vote']}/") < to_do.index(f"/routes/{found.route.pk}/")


def test_no_card_is_empty_on_a_calm_day() -> None:
    shown = page(worker(Role.CASE_MANAGER, department()))
    assert "Сегодня никуда не едете" in shown and "Сегодня ничего не горит." in shown
    for name in ("late", "nobodys", "common"):
        assert part(shown, name) == ""


def test_names_read_on_today_are_in_the_journal_once_a_day() -> None:
    found = life(on=today())
    read = JournalEntry.objects.filter(verb="families.identity_opened", actor_id=found.scene.case_manager.user_id)
    page(found.scene.case_manager)
    assert list(read.values_list("person_id", "case_id")) == [(found.home.client.pk, found.case.pk)]
    page(found.scene.case_manager)
    assert read.count() == 1


def test_a_volunteer_sees_own_tasks_and_no_name() -> None:
    found = life(on=today())
    volunteer = worker(Role.VOLUNTEER)
    Task.objects.filter(member=None).update(worker_id=volunteer.user_id, place="вход со двора, дом 3")
    User.objects.filter(pk=found.scene.case_manager.user_id).update(name="Елена Соколова", phone="8 812 555-10-20")
    shown = page(volunteer)
    assert "вход со двора, дом 3" in shown and "Спросить: Елена Соколова" in shown
    assert 'href="tel:+78125551020"' in shown
    assert "Отвезти справку" in shown and found.home.client.code in shown
    assert "Заповедников" not in shown and f"/cases/{found.case.pk}/" not in shown and found.case.number not in shown
    assert 'id="visits"' not in shown
    assert not JournalEntry.objects.filter(verb="families.identity_opened", actor_id=volunteer.user_id).exists()


def test_a_coordinator_sees_what_is_common_and_what_is_nobodys() -> None:
    found = life(on=today())
    going(found, on=today())
    coordinator = found.scene.coordinator
    assert "Семья Заповедниковых" in part(page(coordinator), "common")
    assert part_of_page(coordinator).strip() == ""
    User.objects.filter(pk=found.scene.case_manager.user_id).update(is_active=False)
    nobodys = part(part_of_page(coordinator), "nobodys")
    assert "/duties/unowned/" in nobodys and "Раздать" in nobodys
    assert part_of_page(worker(Role.COORDINATOR, department())).strip() == ""


@pytest.mark.parametrize(
    ("role", "word"),
    [
        (Role.ADMINISTRATOR, "Вы отвечаете за учётные записи"),
        (Role.METHODOLOGIST, "Черновиков нет"),
        (Role.ANALYST, "Посмотреть результаты"),
        (Role.VOLUNTEER, "Все задачи"),
    ],
)
def test_today_is_never_an_empty_page(role: str, word: str) -> None:
    assert word in page(worker(role))


def test_whoever_gives_the_second_word_finds_what_waits_for_it_first() -> None:
    closed(20, change=3)
    release = ask_for_release(actor=worker(Role.ANALYST), asked=by_program(), on=today())
    shown = page(worker(Role.METHODOLOGIST))
    address = f'class="btn primary" href="/releases/{release.pk}/"'
    assert "Ждут вашего слова" in shown and " ".join(address.split()) in " ".join(shown.split())
    assert "Ждут вашего слова" not in page(worker(Role.ADMINISTRATOR))


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.HEAD])
def test_whoever_leads_finds_beside_the_days_work_the_releases_that_wait_for_a_second_word(role: str) -> None:
    closed(20, change=3)
    leader = worker(role, department()) if role == Role.COORDINATOR else worker(role)
    assert "Ждут вашего слова" not in page(leader)
    asked = [
        ask_for_release(actor=worker(Role.ANALYST), asked=by_program(last=date(2024, 12, day)), on=today())
        for day in (28, 29, 30, 31)
    ]
    shown = page(leader)
    assert all(f'href="/releases/{one.pk}/"' in shown for one in asked[1:]) and "и ещё 1" in shown
    assert f'href="/releases/{asked[0].pk}/"' not in shown, "the rest stand in the register"
    for role_without in (Role.CASE_MANAGER, Role.PSYCHOLOGIST):
        assert "Ждут вашего слова" not in page(worker(role_without, department()))


def test_nobody_is_asked_for_a_second_word_on_a_release_of_his_own() -> None:
    closed(20, change=3)
    head = worker(Role.HEAD)
    ask_for_release(actor=head, asked=by_program(), on=today())
    assert "Ждут вашего слова" not in page(head)


def test_a_methodologist_sees_what_is_worked_on_and_what_could_be_published() -> None:
    publish_practice(actor=SYSTEM, folder=Path(packs.__file__).parent / "practices" / "support_and_shelter")
    writer = worker(Role.METHODOLOGIST)
    pathways.begin_draft(actor=SYSTEM, code="support_and_shelter")
    logic.begin_draft(actor=writer, code="support_and_shelter")
    scale = {"weak_from": 1, "level": [{"value": value, "label": {"ru": f"Ответ {value}"}} for value in range(2)]}
    instruments.begin_form(actor=writer, code="own", title={"ru": "Своя форма"}, scale=scale)
    shown = part(page(writer), "method")
    assert 'href="/instruments/of/own/draft/"' in shown and 'href="/process/support_and_shelter/draft/"' in shown
    assert (shown.count("без изменений"), shown.count("есть что исправить")) == (2, 1)
    head = {"title": {"ru": "Путь семьи", "en": "The path"}}
    pathways.put_head(actor=writer, code="support_and_shelter", head=head, seen=None)
    assert part(page(writer), "method").count("можно публиковать") == 1
    assert part(page(worker(Role.HEAD)), "method") == "", "whoever leads families begins with families"


@pytest.mark.parametrize("leads", [False, True])
def test_a_day_is_put_together_by_few_questions_however_much_there_is(leads: bool) -> None:
    manager = worker(Role.CASE_MANAGER)
    found = [life(on=today(), manager=manager) for _ in range(2)]
    who = worker(Role.HEAD) if leads else manager
    going(found[0], worker(Role.PSYCHOLOGIST), on=today())
    client = Client()
    client.force_login(get_user_model().objects.get(pk=who.user_id))
    client.get("/")
    with CaptureQueriesContext(connection) as few:
        client.get("/")
    for _ in range(2):
        life(on=today(), manager=manager)
    client.get("/")
    with CaptureQueriesContext(connection) as more:
        client.get("/")
    # Whoever leads is asked for a second word on releases, too.
    assert len(few) == len(more) <= 15 + leads, [query["sql"] for query in more]


@pytest.mark.parametrize(("hour", "words"), [(7, "Доброе утро"), (13, "Добрый день"), (22, "Добрый вечер")])
def test_the_greeting_knows_the_hour(hour: int, words: str) -> None:
    moment = local(now()).replace(hour=hour)
    assert isinstance(moment, datetime) and greeting("Анна", moment) == f"{words}, Анна!"


@pytest.mark.parametrize(("role", "leads"), [(Role.COORDINATOR, True), (Role.SPECIALIST, False)])
def test_only_who_may_take_in_a_signal_is_led_to_its_form(role: Role, leads: bool) -> None:
    actor = worker(role, department())
    assert ('href="/signals/new/"' in page(actor)) is leads


def test_whoever_is_alone_in_a_new_house_is_told_where_to_begin() -> None:
    first = worker(Role.ADMINISTRATOR)
    assert "С чего начать" in page(first) and "/people/invite/" in page(first)
    worker(Role.HEAD)
    assert "С чего начать" not in page(first)
