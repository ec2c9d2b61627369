"""Pages of intake in a real browser: on a telephone and at a desk, with and without a script."""

import re
from types import SimpleNamespace

import pytest
from django.conf import settings
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from playwright.sync_api import expect

from opora.access.models import User
from opora.access.rules import SYSTEM
from opora.cases.actions import open_case
from opora.families import actions as families
from opora.families.rules import Identity
from opora.intake.models import Referral
from opora.intake.tests.factories import make_referral, registrar
from opora.process.tests.factories import BEGAN, trial_program
from opora.web.shell.tests import browser as walk

pytestmark = [pytest.mark.journey, pytest.mark.django_db]


@pytest.fixture
def desk(chromium, db):
    """A coordinator at a browser, with a signal of today."""
    cache.clear()
    referral = make_referral(told={"caller": "Ольга", "phone": "+7 900 000-00-01"}, children_count=2, child_risk="yes")
    make_referral(urgency="today", is_anonymous=True)
    actor = registrar()
    client = Client()
    client.force_login(User.objects.get(pk=actor.user_id))
    cookie = client.cookies[settings.SESSION_COOKIE_NAME]
    contexts, complaints = [], []

    def open_page(path, *, size=walk.DESKTOP, scheme="light", script=True, known=True):
        context = chromium.new_context(viewport=size, color_scheme=scheme, java_script_enabled=script, locale="ru-RU")
        if known:
            context.add_cookies([{"name": cookie.key, "value": cookie.value, "url": address}])
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(f"{address}{path}", wait_until="networkidle")
        return page

    with walk.served() as address:
        yield SimpleNamespace(open=open_page, referral=referral, actor=actor)
        for context in contexts:
            context.close()
    cache.clear()
    expected = ("422", "401", "ERR_INTERNET_DISCONNECTED")
    assert not [said for said in complaints if not any(word in said for word in expected)]


def test_a_family_is_recognized_while_its_name_is_typed(desk):
    program, department = trial_program()
    family = families.create_family(actor=SYSTEM)
    anna = Identity(surname="Ветрова", given="Анна", phones=("+7 900 111-22-33",))
    mother = families.add_person(actor=SYSTEM, family=family, role="mother", identity=anna)
    child = families.add_person(actor=SYSTEM, family=family, role="child", letter="В")
    open_case(
        actor=SYSTEM,
        program_id=program.pk,
        department_id=department.pk,
        family_id=family.pk,
        client_id=mother.pk,
        child_ids=[child.pk],
        on=BEGAN,
    )
    page = desk.open("/signals/new/", size=walk.PHONE)
    page.fill("#id_story", "Снова нужна помощь с продуктами")
    page.select_option("#id_channel", "phone")
    page.select_option("#id_source", "self")
    page.fill("#id_phone", "8 900 111 22 33")
    page.fill("#id_surname", "Ветрова")
    page.locator("#known").get_by_text(mother.code).first.wait_for()
    page.locator("#known button").click()
    page.wait_for_url(re.compile(r"/routes/\d+/"))
    assert Referral.objects.order_by("-pk").first().route.family_id == family.pk


def test_help_is_asked_for_without_a_script_and_without_an_account(desk):
    page = desk.open("/help/", size=walk.PHONE, script=False, known=False)
    expect(page.locator("#id_website")).not_to_be_in_viewport()
    page.fill("#id_story", "Нечем кормить ребёнка")
    page.get_by_role("button", name="Отправить").click()
    page.wait_for_url("**/help/sent/")
    expect(page.get_by_text("112")).to_have_count(1)
    assert Referral.objects.order_by("-pk").first().channel == "site"


def test_no_word_is_lost_with_the_connection_the_session_or_the_page(desk):
    page = desk.open(reverse("life:route_record", args=[desk.referral.route_id, "call"]))
    line, notes = page.locator("[data-draft]"), page.locator("textarea[name=notes]")
    notes.fill("Печь дымит")
    expect(line).to_contain_text("ничего не пропадёт")
    page.reload()
    expect(notes).to_have_value("Печь дымит")
    expect(line).to_contain_text("Вернули начатое")
    page.context.set_offline(True)
    notes.fill("Печь дымит, обещали переложить")
    expect(line).to_contain_text("Нет связи")
    page.context.set_offline(False)
    page.evaluate("dispatchEvent(new Event('online'))")
    expect(line).to_contain_text("ничего не пропадёт")
    signed_in = page.context.cookies()
    page.context.clear_cookies(name=settings.SESSION_COOKIE_NAME)
    notes.fill("Печь дымит, обещали переложить осенью")
    expect(line).to_contain_text("Сеанс закончился")
    # Sent now, the words would be lost at the door: the page holds them back.
    page.locator("form[data-guard] button.primary").click()
    expect(notes).to_have_value("Печь дымит, обещали переложить осенью")
    page.context.add_cookies(signed_in)
    page.evaluate("dispatchEvent(new Event('focus'))")
    expect(line).to_contain_text("ничего не пропадёт")
    page.reload()
    expect(notes).to_have_value("Печь дымит, обещали переложить осенью")
    page.locator("[data-draft-discard]").click()
    expect(notes).to_have_value("")


def test_a_look_for_the_family_that_is_answered_late_does_not_keep_a_form_that_is_on_its_way(desk):
    page = desk.open("/signals/new/")
    asked, sent, kept = [], [], []

    def is_sent(request):
        return request.url.endswith("/signals/new/") and "x-opora-draft" not in request.headers

    def hold(route):
        if is_sent(route.request):
            sent.append(route)
        else:
            kept.append(route.request.url)
            route.continue_()

    page.fill("#id_story", "Нечем кормить ребёнка")
    expect(page.locator("[data-draft]")).to_contain_text("ничего не пропадёт")
    page.route("**/signals/known/", lambda route: asked.append(route))
    page.route("**/signals/new/", hold)
    page.select_option("#id_channel", "phone")
    page.select_option("#id_source", "self")
    with page.expect_request("**/signals/known/"):
        page.fill("#id_surname", "Ветрова")
        page.press("#id_surname", "Tab")
    with page.expect_request(is_sent):
        page.get_by_role("button", name="Принять сигнал").last.click(no_wait_after=True)
    kept.clear()
    with page.expect_event("requestfinished"):
        asked[-1].fulfill(body="")
    sent[-1].continue_()
    page.wait_for_url(re.compile(r"/routes/\d+/$"))
    assert (len(sent), kept) == (1, [])


def test_without_a_script_a_form_sent_after_the_session_ended_comes_back_after_signing_in(desk):
    who = User.objects.get(pk=desk.actor.user_id)
    who.set_password("Двенадцать ложек соли")
    who.save()
    client = Client()
    client.force_login(who)
    page = desk.open("/account/login/", script=False, known=False)
    session = {"name": settings.SESSION_COOKIE_NAME, "value": client.cookies[settings.SESSION_COOKIE_NAME].value}
    house = page.url.removesuffix("/account/login/")
    page.context.add_cookies([{**session, "url": house}])
    page.goto(house + reverse("life:route_record", args=[desk.referral.route_id, "call"]))
    page.locator("textarea[name=notes]").fill("Печь дымит")
    page.context.clear_cookies(name=settings.SESSION_COOKIE_NAME)
    page.locator("form[data-guard] button.primary").click()
    expect(page.locator("body")).to_contain_text("Набранное сохранено")
    page.locator("input[name=login]").fill(who.email)
    page.locator("input[name=password]").fill("Двенадцать ложек соли")
    page.locator("main button[type=submit], main button.primary").first.click()
    expect(page.locator("textarea[name=notes]")).to_have_value("Печь дымит")
    expect(page.locator("[data-draft]")).to_contain_text("Вернули начатое")


def test_a_guest_s_words_stay_on_the_guest_s_device(desk):
    page = desk.open("/help/", known=False)
    story = page.locator("textarea[name=story]")
    story.fill("Нечем кормить ребёнка")
    page.reload()
    expect(story).to_have_value("Нечем кормить ребёнка")
    page.get_by_role("button", name="Стереть").click()
    expect(story).to_have_value("")
    page.reload()
    expect(story).to_have_value("")
