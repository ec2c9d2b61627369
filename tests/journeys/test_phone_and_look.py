"""On a telephone, in the dark, in another language: the same work is done."""

import re
from contextlib import suppress

import pytest
from playwright.sync_api import Page, TimeoutError, expect

from opora.web.shell.tests import browser as walk
from tests.journeys import steps
from tests.journeys.desk import visit

pytestmark = pytest.mark.journey


def test_the_form_is_filled_in_on_a_telephone(desk):
    case = steps.open_case(desk.open("manager"), on=steps.days_ago(9))
    page = desk.open("manager", size=walk.PHONE)
    with walk.leaving(page):
        page.locator(f"a[href='/cases/{case}/assessments/entry/']").first.click()
    questions = page.locator("[data-question]")
    assert walk.overflow(page) == 0
    for number in range(questions.count()):
        chip = questions.nth(number).locator("label", has=page.locator(f"input[data-key='{3 if number == 0 else 2}']"))
        chip.tap()
    expect(page.locator("[data-answered]")).to_have_text(str(questions.count()))
    comment = page.locator(".item textarea").first
    expect(comment).to_be_visible()
    comment.fill("Снимают угол")
    expect(page.locator(".item textarea").nth(1)).not_to_be_visible()
    assert walk.overflow(page) == 0
    page.get_by_role("button", name="Сдать оценку").click()
    expect(page.locator("h1 .tag")).to_have_text("ждёт утверждения")
    assert walk.overflow(page) == 0


def test_a_dark_look_holds_on_every_page_and_can_be_taken_back(desk):
    page = desk.open("manager")
    page.locator(".who > summary").click()
    page.locator(".who button[name=theme][value=dark]").click()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    visit(page, "/cases/")
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    page.locator(".who > summary").click()
    page.locator(".who button[name=theme][value='']").click()
    expect(page.locator("html:not([data-theme])")).to_have_count(1)
    visit(page, "/cases/")
    expect(page.locator("html:not([data-theme])")).to_have_count(1)


def test_the_language_changes_on_the_spot_and_changes_back(desk):
    page = desk.open("manager", "/cases/")
    for language, heading in (("en", "Cases"), ("ru", "Случаи")):
        page.locator(".who > summary").click()
        page.locator(f".who button[name=language][value={language}]").click()
        expect(page.get_by_role("heading", level=1)).to_have_text(heading)
        expect(page.locator("html")).to_have_attribute("lang", re.compile(f"^{language}"))
        expect(page).to_have_url(re.compile("/cases/$"))


def height_at_rest(page: Page, most: int) -> int:
    """How high the page is once it is no higher than it may be: what can wait is folded a moment after it is there."""
    with suppress(TimeoutError):
        page.wait_for_function("(most) => document.documentElement.scrollHeight <= most", arg=most)
    height: int = page.evaluate("document.documentElement.scrollHeight")
    return height


def test_the_fullest_page_of_a_family_is_read_without_scrolling_far(desk):
    """Every open case of the invented families: 1,600 px on a desk, 2,600 px on a telephone."""
    page = desk.open("head", "/cases/", size=walk.DESKTOP)
    cases = page.locator("main a").evaluate_all("all => all.map(one => one.getAttribute('href'))")
    open_cases = sorted({address for address in cases if re.fullmatch(r"/cases/\d+/", address or "")})
    assert len(open_cases) >= 5
    too_long = []
    for address in open_cases:
        for size, most in ((walk.DESKTOP, 1600), (walk.PHONE, 2600)):
            page.set_viewport_size(size)
            if size is walk.DESKTOP:
                visit(page, address)
            height = height_at_rest(page, most)
            if height > most or walk.overflow(page):
                too_long.append((address, size, height))
    assert not too_long


def test_the_longest_pages_of_the_work_are_folded_on_a_telephone_and_nothing_of_them_is_lost(desk):
    """Plan, journal, life, results, services, catalogue, indicators: about three screens, the rest one touch away."""
    page = desk.open("head", "/cases/", size=walk.PHONE)
    cases = page.locator("main a").evaluate_all("all => all.map(one => one.getAttribute('href'))")
    open_cases = sorted({address for address in cases if re.fullmatch(r"/cases/\d+/", address or "")})[:3]
    plans = []
    for address in open_cases:
        visit(page, address)
        plans.append(page.locator("main a[href$='/plan/']").first.get_attribute("href"))
    parts = [f"{one}{part}/" for one in open_cases for part in ("journal", "life", "results", "services")]
    too_long = []
    for address in (*plans, *parts, "/catalogue/", "/indicators/", "/logic/", "/journal/"):
        visit(page, address)
        height = height_at_rest(page, 2800)
        if height > 2800 or walk.overflow(page):
            too_long.append((address, height))
    assert plans and not too_long
    folded = page.locator("main section.card:has(> .textlink.rest)")
    counts = {}
    for address in plans:
        visit(page, address)
        counts[address] = folded.count()
    fullest = max(plans, key=lambda one: counts[one])
    left = counts[fullest]
    assert left > 1
    visit(page, fullest)
    inside = "main section > .beyond :is(a, b, p, li):not(details *, .no-print *, .btn, .acts *)"
    page.evaluate(f"[...document.querySelectorAll('{inside}')].pop().id = 'inside'")
    expect(page.locator("#inside")).to_be_hidden()
    page.emulate_media(media="print")
    expect(page.locator("#inside")).to_be_visible()
    page.emulate_media(media="screen")
    visit(page, fullest)
    # What the search of the browser comes upon is unfolded with its whole card, and so is what a touch asks for.
    page.get_by_role("button", name=re.compile("^Показать: ")).first.click()
    expect(folded).to_have_count(left - 1)
    folded.last.locator(":scope > .beyond").first.dispatch_event("beforematch")
    expect(folded).to_have_count(left - 2)
