"""The sheet «Записать» in a real browser: two touches, a key, Escape, and the same without a script."""

import re
from types import SimpleNamespace

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.test import Client
from playwright.sync_api import expect

from opora.access.models import User
from opora.intake.models import ContactRecord
from opora.plans.tests.factories import make_walk
from opora.web.shell.tests import browser as walk

pytestmark = [pytest.mark.journey, pytest.mark.django_db]


@pytest.fixture
def hallway(chromium, db):
    """A case manager at a browser, with one family."""
    found = make_walk()
    client = Client()
    client.force_login(User.objects.get(pk=found.manager.user_id))
    cookie = client.cookies[settings.SESSION_COOKIE_NAME]
    contexts, complaints = [], []

    def open_page(path, *, size=walk.PHONE, scheme="light", script=True):
        context = chromium.new_context(viewport=size, color_scheme=scheme, java_script_enabled=script, locale="ru-RU")
        context.add_cookies([{"name": cookie.key, "value": cookie.value, "url": address}])
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(f"{address}{path}", wait_until="networkidle")
        return page

    with walk.served() as address:
        yield SimpleNamespace(open=open_page, family=f"/cases/{found.case.pk}/", life=f"/cases/{found.case.pk}/life/")
        for context in contexts:
            context.close()
    assert not [said for said in complaints if "422" not in said]


def is_sound(page) -> None:
    # What is still fading in has not its colors yet.
    page.evaluate("Promise.allSettled(document.getAnimations().map((one) => one.finished))")
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


def test_a_call_is_recorded_in_two_touches_and_two_lines_on_a_phone(hallway):
    page = hallway.open(hallway.life)
    page.locator("[data-record-key]").click()
    page.locator("#record .kinds").wait_for()
    is_sound(page)
    page.locator("#record").get_by_role("link", name="Звонок").click()
    page.locator("#record .record-form").wait_for()
    assert not walk.small_targets(page) and walk.overflow(page) == 0
    is_sound(page)
    page.get_by_text("Мама", exact=True).click()
    page.get_by_text("Поговорили").click()
    page.get_by_label("О чём говорили").fill("Придёт в пятницу")
    page.get_by_role("button", name="Сохранить").click()
    toast = page.locator(".toast").filter(has_text="Записано")
    toast.wait_for()
    expect(page).to_have_url(re.compile(f"{hallway.life}$"))
    assert ContactRecord.objects.count() == 1
    page.locator(".tl.life").get_by_text("Придёт в пятницу").wait_for()
    is_sound(page)
    toast.get_by_role("button", name="Отменить").click()
    page.locator(".toast").filter(has_text="Запись отменена").wait_for()
    assert not ContactRecord.objects.exists()


def test_a_key_opens_the_sheet_escape_closes_it_and_the_focus_returns(hallway):
    page = hallway.open(hallway.family, size=walk.DESKTOP, scheme="dark")
    page.keyboard.press("n")
    page.locator("#record .kinds").wait_for()
    page.keyboard.press("Escape")
    expect(page.locator("#record")).to_be_hidden()
    expect(page.locator("[data-record-key]:focus")).to_have_count(1)
    page.keyboard.press("Enter")
    page.locator("#record .kinds").wait_for()
    is_sound(page)


def test_a_mistake_is_told_in_the_sheet_and_nothing_typed_is_lost(hallway):
    page = hallway.open(hallway.family)
    page.locator("[data-record-key]").click()
    page.locator("#record").get_by_role("link", name="Шаг семьи").click()
    page.get_by_label("Что сделала или сказала семья").fill("Сама позвонила в школу")
    page.get_by_role("button", name="Сохранить").click()
    page.locator("#record .errors").wait_for()
    expect(page.get_by_label("Что сделала или сказала семья")).to_have_value("Сама позвонила в школу")


def test_saved_without_a_net_the_sheet_says_so_and_keeps_the_words_until_there_is_one(hallway):
    page = hallway.open(hallway.family)
    page.locator("[data-record-key]").click()
    page.locator("#record").get_by_role("link", name="Наблюдение").click()
    page.get_by_label("Что вы заметили").fill("Старшая забирает младшего из сада")
    page.context.set_offline(True)
    page.get_by_role("button", name="Сохранить").click()
    page.locator("#record [data-draft]").filter(has_text="Нет связи").wait_for()
    page.context.set_offline(False)
    page.locator("#record [data-draft]").filter(has_text="Сохранено").wait_for()
    page.get_by_role("button", name="Сохранить").click()
    page.locator(".toast").filter(has_text="Записано").wait_for()


def test_without_a_script_the_same_links_are_pages(hallway):
    page = hallway.open(hallway.family, script=False)
    page.locator("[data-record-key]").click()
    page.get_by_role("link", name="Наблюдение").click()
    page.get_by_label("Что вы заметили").fill("Старшая забирает младшего из сада")
    page.get_by_role("button", name="Сохранить").click()
    page.wait_for_url(f"**{hallway.family}")
    expect(page.get_by_text("Записано.")).to_have_count(1)
    page.goto(f"{page.url}life/")
    expect(page.get_by_text("Старшая забирает младшего из сада")).to_have_count(1)


def test_a_sheet_opened_as_a_page_says_there_what_is_missing_and_finds_families(hallway):
    page = hallway.open(f"{hallway.family}record/call/")
    page.get_by_role("button", name="Сохранить").click()
    expect(page.locator("main .record-form .error").first).to_be_visible()
    expect(page.locator("main .record-form")).to_have_count(1)
    page = hallway.open("/record/")
    page.locator("main .record-search input[type=search]").fill("нет такой семьи")
    page.locator("main .record-search button").click()
    expect(page.locator("main").get_by_text("Открытого случая не нашлось")).to_be_visible()


@pytest.mark.parametrize(("wide", "columns"), [(1024, 1), (1440, 2)])
def test_the_columns_of_the_page_stand_side_by_side_only_where_names_have_room(hallway, wide, columns):
    page = hallway.open(hallway.family, size={"width": wide, "height": 800})
    laid = page.locator(".family-grid").evaluate("one => getComputedStyle(one).gridTemplateColumns")
    assert len(laid.split()) == columns and walk.overflow(page) == 0
