"""The frame in a real browser: for everybody, on a phone and a desktop, with a keyboard and without a script."""

import re
from types import SimpleNamespace

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.contrib.auth import get_user_model
from django.test import Client
from playwright.sync_api import expect

from opora.access.rules import Role
from opora.cases.tests import factories
from opora.web.shell.tests import browser as walk

pytestmark = [pytest.mark.journey, pytest.mark.django_db]


@pytest.fixture
def desk(chromium, db):
    """Somebody with a closed case at a browser: `open(path, …)` gives a page and watches for complaints."""
    scene = factories.scene()
    factories.close_case(scene)
    contexts, complaints = [], []

    def open_page(path, *, size=walk.DESKTOP, scheme="light", script=True, actor=None):
        client = Client()
        client.force_login(get_user_model().objects.get(pk=(actor or scene.case_manager).user_id))
        context = chromium.new_context(viewport=size, color_scheme=scheme, java_script_enabled=script, locale="ru-RU")
        context.set_default_timeout(walk.PATIENCE)
        cookie = client.cookies[settings.SESSION_COOKIE_NAME]
        context.add_cookies([{"name": cookie.key, "value": cookie.value, "url": address}])
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(address + path)
        return page

    with walk.served() as address:
        yield SimpleNamespace(open=open_page, scene=scene, complaints=complaints)
        for context in contexts:
            context.close()
    assert not complaints


def test_everybody_can_use_the_page_that_says_there_is_no_such_page(desk):
    page = desk.open("/no-such-page/", size=walk.PHONE, actor=factories.worker(Role.HEAD))
    found = Axe().run(page)
    assert not found.response["violations"], found.generate_report()
    assert not walk.small_targets(page)
    assert walk.overflow(page) == 0
    desk.complaints[:] = [said for said in desk.complaints if "404" not in said]


def test_the_keyboard_reaches_the_content_first(desk):
    page = desk.open("/")
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("К содержанию")
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()


def test_a_look_is_chosen_at_once_and_kept(desk):
    page = desk.open("/gallery/")
    page.locator(".who > summary").click()
    page.locator(".who button[name=theme][value=dark]").click()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    expect(page.locator("body")).to_have_css("background-color", "rgb(18, 24, 26)")
    page.reload()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")


def test_a_look_is_chosen_without_a_script(desk):
    page = desk.open("/gallery/", script=False)
    page.locator(".who > summary").click()
    page.locator(".who button[name=theme][value=dark]").click()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    expect(page).to_have_url(re.compile("/gallery/$"))


def test_a_phone_reaches_the_places_behind_the_last_button(desk):
    page = desk.open("/", size=walk.PHONE, actor=factories.worker(Role.HEAD))
    expect(page.get_by_role("link", name="Журнал")).to_be_hidden()
    page.get_by_text("Ещё", exact=True).click()
    expect(page.get_by_role("link", name="Журнал")).to_be_visible()
    expect(page.get_by_role("button", name="Выйти")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("link", name="Журнал")).to_be_hidden()


def test_a_phone_opens_the_search_by_the_icon_in_its_header(desk):
    page = desk.open("/", size=walk.PHONE, actor=factories.worker(Role.HEAD))
    page.locator("a.phone-search").click()
    field = page.locator("#find-everywhere")
    expect(field).to_be_visible()
    expect(field).to_be_focused()
    assert walk.overflow(page) == 0
    page.keyboard.press("Escape")
    expect(field).to_be_hidden()


def test_what_needs_scripts_is_shown_only_when_they_are_there(desk):
    page = desk.open("/gallery/")
    print_button = page.locator("[data-print].needs-js").first
    held = []
    page.route(re.compile(r"/js/menus\b"), lambda route: held.append(route))
    with page.expect_request(re.compile(r"/js/menus\b")):
        page.reload(wait_until="commit")
    expect(print_button).to_be_attached()
    # Pressed now it would do nothing.
    expect(print_button).to_be_hidden()
    [late] = held
    late.continue_()
    expect(print_button).to_be_visible()
    expect(desk.open("/gallery/", script=False).locator("[data-print].needs-js").first).to_be_hidden()


def test_a_late_answer_never_stands_where_somebody_typed_on(desk):
    page = desk.open("/gallery/")
    asked = []
    page.route("**/looked-at/", lambda route: asked.append(route))
    page.locator("main").evaluate(
        """(main) => main.insertAdjacentHTML('beforeend', `<form action="/looked-at/"><div>
          <input data-look="lead" aria-label="Кого"><p aria-live="polite" id="offered"></p></div></form>`)"""
    )
    field, offered = page.get_by_label("Кого"), page.locator("#offered")
    for typed in ("Ан", "Анна"):
        with page.expect_request("**/looked-at/"):
            field.fill(typed)
    expect(field).to_have_value("Анна")
    first, second = asked
    second.fulfill(body="Анна Белова")
    expect(offered).to_have_text("Анна Белова")
    with page.expect_event("requestfinished"):
        first.fulfill(body="Антон Гусев")
    page.evaluate("new Promise((passed) => setTimeout(passed))")
    expect(offered).to_have_text("Анна Белова")


def test_a_question_opens_in_place_and_closes_with_escape(desk):
    page = desk.open("/gallery/")
    page.get_by_role("link", name="Задать вопрос").click()
    expect(page.get_by_role("dialog", name="Закрыть случай?")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()


def test_a_question_is_a_page_without_a_script(desk):
    page = desk.open("/gallery/", script=False)
    page.get_by_role("link", name="Задать вопрос").click()
    expect(page).to_have_url(re.compile("/gallery/confirm/$"))


def test_the_stage_bar_shows_the_present_stage_on_a_phone(desk):
    page = desk.open("/gallery/", size=walk.PHONE)
    bar, now = page.locator(".stages").bounding_box(), page.locator(".stages .now").bounding_box()
    assert bar["x"] <= now["x"]
    assert now["x"] + now["width"] <= bar["x"] + bar["width"]


def test_an_endless_list_is_folded_on_a_phone_and_nowhere_else(desk):
    head = factories.worker(Role.HEAD)
    page = desk.open("/roles/", size=walk.PHONE, actor=head)
    lines, rest = page.locator("main tbody tr"), page.get_by_role("button", name=re.compile("^Показать остальные"))
    every = lines.count()
    expect(rest).to_have_count(1)
    assert page.evaluate("document.documentElement.scrollHeight") < 3500
    expect(page.locator("main .beyond:not([hidden=until-found])")).to_have_count(0)
    page.emulate_media(media="print")
    expect(lines.filter(visible=True)).to_have_count(every)
    page.emulate_media(media="screen")
    # What the search of the browser comes upon is shown, with the lines around it.
    page.locator("main .beyond").last.dispatch_event("beforematch")
    expect(lines.filter(visible=True)).to_have_count(every)
    expect(rest).to_have_count(0)
    page.reload()
    rest.click()
    expect(lines.filter(visible=True)).to_have_count(every)
    expect(rest).to_have_count(0)
    for look in ({"size": walk.PHONE, "script": False}, {"size": walk.DESKTOP}):
        whole = desk.open("/roles/", actor=head, **look)
        expect(whole.locator("main tbody tr").filter(visible=True)).to_have_count(every)


def test_a_word_after_an_action_can_be_closed(desk):
    page = desk.open("/gallery/")
    page.evaluate(
        "document.dispatchEvent(new CustomEvent('toast', {detail: {text: 'Файл не прочитан', kind: 'error'}}))"
    )
    toast = page.locator(".toast", has_text="Файл не прочитан")
    expect(toast).to_be_visible()
    toast.get_by_role("button", name="Закрыть").click()
    expect(toast).to_have_count(0)


def test_a_word_after_an_action_never_hides_what_has_the_focus(desk):
    page = desk.open("/gallery/")
    page.evaluate("document.dispatchEvent(new CustomEvent('toast', {detail: {text: 'Записано', kind: 'error'}}))")
    toast = page.locator(".toast", has_text="Записано")
    for _corner in range(2):
        page.evaluate(
            """(box) => {
              document.getElementById('under')?.remove();
              const button = Object.assign(document.createElement('button'), {id: 'under', textContent: 'Под словом'});
              button.style.cssText = `position: fixed; left: ${box.x + 20}px; top: ${box.y + 2}px`;
              document.body.append(button);
              button.focus();
            }""",
            toast.bounding_box(),
        )
        page.wait_for_function(
            """() => {
              const boxOf = (what) => document.querySelector(what).getBoundingClientRect();
              const [one, other] = [boxOf('#under'), boxOf('.toast')];
              return one.bottom <= other.top || one.top >= other.bottom;
            }"""
        )


def test_colors_forced_by_the_system_keep_the_page_usable(desk):
    page = desk.open("/gallery/")
    page.emulate_media(forced_colors="active")
    expect(page.locator(".seg [aria-current]").first).not_to_have_css("background-color", "rgba(0, 0, 0, 0)")


def test_paper_is_white_and_shows_no_controls(desk):
    page = desk.open("/gallery/", scheme="dark")
    page.emulate_media(media="print")
    for part in (".side", ".acts", ".crumbs", ".tabs"):
        expect(page.locator(part).first, part).to_be_hidden()
    expect(page.locator("h1")).to_be_visible()
    expect(page.locator(".card").first).to_have_css("background-color", "rgb(255, 255, 255)")


def test_a_table_stays_a_table_on_paper_though_a_sheet_has_fewer_pixels_than_a_desk(desk):
    page = desk.open("/roles/", size=walk.PHONE, actor=factories.worker(Role.HEAD))
    line = page.locator("main table.stack tbody tr").first
    expect(line).to_have_css("display", "grid")
    page.emulate_media(media="print")
    expect(line).to_have_css("display", "table-row")
    expect(page.locator(".phone-search")).to_be_hidden()
