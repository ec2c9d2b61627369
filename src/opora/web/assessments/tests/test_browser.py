"""The sheet in a real browser: digits, comments without a script, a draft that survives, two people at once."""

import re
from types import SimpleNamespace

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse
from playwright.sync_api import expect

from opora.assessments import actions
from opora.assessments.models import Assessment, AssessmentDraft
from opora.assessments.tests.factories import OPENED, a_case, filled
from opora.web.shell.tests import browser as walk

SHOWN = re.compile(r"/assessments/\d+/$")

pytestmark = [pytest.mark.journey, pytest.mark.django_db]
WEAK, FINE = "3", "2"


@pytest.fixture
def desk(chromium, db):
    """The case manager at a browser; `open(name, …)` gives a page of assessments."""
    world = a_case()
    client = Client()
    client.force_login(get_user_model().objects.get(pk=world.manager.user_id))
    cookie = client.cookies[settings.SESSION_COOKIE_NAME]
    contexts, complaints = [], []

    def open_page(name, *args, size=walk.DESKTOP, scheme="light", script=True):
        context = chromium.new_context(viewport=size, color_scheme=scheme, java_script_enabled=script, locale="ru-RU")
        context.add_cookies([{"name": cookie.key, "value": cookie.value, "url": address}])
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(address + reverse(f"assessments:{name}", args=args), wait_until="networkidle")
        return page

    def sheet(point="entry", **how):
        return open_page("fill_in", world.case.pk, point, **how)

    with walk.served() as address:
        yield SimpleNamespace(open=open_page, sheet=sheet, world=world)
        for context in contexts:
            rest(context)
            context.close()
    expected = ("409", "ERR_INTERNET_DISCONNECTED")
    assert not [said for said in complaints if not any(word in said for word in expected)]


def rest(context):
    """Let no draft be on its way when the test's transaction ends."""
    for page in context.pages:
        page.evaluate("document.querySelector('[data-sheet]')?.dispatchEvent(new Event('submit'))")
        page.wait_for_load_state("networkidle")
        page.goto("about:blank")


def choose(page, name, value):
    """Rate as a hand does: press the label, which the bar at the bottom must not cover."""
    page.locator(f"label.rate:has(input[name='{name}'][value='{value}'])").click()
    expect(page.locator(f"input[name='{name}'][value='{value}']")).to_be_checked()


def test_digits_rate_and_move_on_and_a_weak_side_asks_for_a_word(desk):
    page = desk.sheet()
    page.locator("[data-question] input").first.focus()
    page.keyboard.press(FINE)
    page.keyboard.press(FINE)
    expect(page.locator("[data-answered]")).to_have_text("2")
    expect(page.locator("[data-question]:has(:focus)")).to_have_id(re.compile(r"^a-1\.3-"))
    for _child in desk.world.children:
        page.keyboard.press(WEAK)
    expect(page.locator("#c-1\\.3")).to_be_focused()
    page.keyboard.type("3 и 4 здесь просто цифры")
    page.keyboard.press("Tab")
    expect(page.locator("[name='a-1.4-family']:focus")).to_have_count(1)
    expect(page.locator("#c-1\\.3")).to_have_value("3 и 4 здесь просто цифры")


def test_the_comment_appears_on_a_weak_side_without_a_script(desk):
    page = desk.sheet(script=False)
    comment = page.locator("#c-1\\.1")
    expect(comment).to_be_hidden()
    choose(page, "a-1.1-family", 2)
    expect(comment).to_be_visible()
    choose(page, "a-1.1-family", 1)
    expect(comment).to_be_hidden()


def test_the_sheet_is_handed_in_without_a_script(desk):
    page = desk.sheet(script=False)
    answers = filled(desk.world, 1)
    for code, given in answers.items():
        for key, value in given.items():
            choose(page, f"a-{code}-{key}", value)
    page.locator("#id_on").fill(OPENED.isoformat())
    page.locator("#c-1\\.1").fill("Холодно")
    page.locator("button[name=hand_in]").click()
    page.wait_for_url(SHOWN)
    assert Assessment.objects.get().comments_told == {"1.1": "Холодно"}


def test_on_a_telephone_the_section_stands_open_that_waits_for_answers(desk):
    page = desk.sheet(size=walk.PHONE)
    folds = page.locator("section[data-section] > details")
    expect(folds.first).to_have_attribute("open", "")
    expect(folds.nth(1)).not_to_have_attribute("open", "")
    assert page.evaluate("document.documentElement.scrollHeight") < 2600
    for question in folds.first.locator("[data-question]").all():
        question.locator("label.rate").nth(1).click()
    asked = folds.first.locator("[data-question]").count()
    expect(folds.first.locator("[data-count]")).to_have_text(f"{asked}/{asked}")
    expect(folds.nth(1)).to_have_attribute("open", "")
    page.locator(".jump a").nth(4).click()
    expect(folds.nth(4)).to_have_attribute("open", "")
    expect(folds.nth(4)).to_be_in_viewport()
    page.set_viewport_size(walk.DESKTOP)
    expect(page.locator("section[data-section] > details:not([open])")).to_have_count(0)


def test_on_a_telephone_a_filled_assessment_is_read_section_by_section_and_printed_whole(desk):
    world = desk.world
    actions.submit(actor=world.manager, case_id=world.case.pk, point="entry", answers=filled(world), on=OPENED)
    page = desk.open("show", Assessment.objects.get().pk, size=walk.PHONE)
    folds = page.locator(".filled > details")
    expect(folds.nth(3)).to_be_visible()
    assert page.evaluate("document.documentElement.scrollHeight") < 2600
    expect(page.locator(".filled > details[open]")).to_have_count(0)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(page.locator(".filled > details:not([open])")).to_have_count(0)
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(page.locator(".filled > details[open]")).to_have_count(0)
    without_script = desk.open("show", Assessment.objects.get().pk, size=walk.PHONE, script=False)
    expect(without_script.locator(".filled > details:not([open])")).to_have_count(0)


def test_what_is_typed_is_kept_while_one_types(desk):
    page = desk.sheet(size=walk.PHONE)
    choose(page, "a-1.1-family", 2)
    page.locator("#c-1\\.1").fill("Живут у бабушки")
    state = page.locator("[data-state]")
    expect(state).to_contain_text("черновик сохранён")
    page.close(run_before_unload=False)
    again = desk.sheet()
    expect(again.locator("#c-1\\.1")).to_have_value("Живут у бабушки")
    expect(again.locator("input[name='a-1.1-family'][value='2']")).to_be_checked()


def test_a_lost_connection_loses_nothing(desk):
    page = desk.sheet()
    page.context.set_offline(True)
    choose(page, "a-1.1-family", 2)
    state = page.locator("[data-state]")
    expect(state).to_contain_text("Нет связи")
    page.context.set_offline(False)
    expect(state).to_contain_text("черновик сохранён", timeout=15_000)
    assert AssessmentDraft.objects.get().payload_told["answers"] == {"1.1": {"family": 2}}


def test_two_windows_of_one_person_do_not_overwrite_each_other_unseen(desk):
    first, second = desk.sheet(), desk.sheet()
    choose(first, "a-1.1-family", 2)
    expect(first.locator("[data-state]")).to_contain_text("черновик сохранён")
    choose(second, "a-1.4-family", 3)
    expect(second.locator("[data-state]")).to_contain_text("в другом окне")
    second.get_by_role("button", name="Сохранить то, что здесь").click()
    expect(second.locator("[data-state]")).to_contain_text("черновик сохранён")
    assert AssessmentDraft.objects.get().payload_told["answers"] == {"1.4": {"family": 3}}


def test_who_was_second_sees_both_versions_and_chooses(desk):
    world = desk.world
    mine = filled(world) | {"1.1": {"family": 3}, "1.4": {"family": 0}}
    payload = {"on": OPENED.isoformat(), "answers": mine, "comments": {"1.1": "Выселяют"}}
    actions.save_draft(actor=world.manager, case_id=world.case.pk, point="entry", payload=payload)
    actions.submit(actor=world.coordinator, case_id=world.case.pk, point="entry", answers=filled(world), on=OPENED)
    page = desk.sheet()
    expect(page.get_by_text("«Выселяют»")).to_be_visible()
    page.locator("input[name='pick-1.4'][value='theirs']").check(force=True)
    assert not Axe().run(page).response["violations"]
    page.get_by_role("button", name="Сохранить выбранное").click()
    page.wait_for_url(SHOWN)
    merged = Assessment.objects.get(revision=2)
    assert (merged.answers["1.1"], merged.answers["1.4"]) == ({"family": 3}, {"family": 1})
    assert merged.comments_told == {"1.1": "Выселяют"}
