"""Sign-in, joining and people in a real browser: for everybody, on a phone, by keyboard and without a script."""

import time
from types import SimpleNamespace

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.core.cache import cache
from django.test import Client
from playwright.sync_api import expect

from opora.access import actions
from opora.access.rules import Role
from opora.access.tests.people import PASSWORD, account, department, somebody
from opora.web.shell.tests import browser as walk

pytestmark = [pytest.mark.journey, pytest.mark.django_db]


@pytest.fixture
def desk(chromium, db):
    """An organization with a head; `open(path, …)` gives a page, signed in as the head or as nobody."""
    cache.clear()
    head = somebody(Role.HEAD, Role.ADMINISTRATOR, name="Анна Соколова")
    place = department("Отдел сопровождения")
    worker = somebody((Role.CASE_MANAGER, place.pk), name="Елена Маркова")
    contexts, complaints = [], []

    def open_page(path, *, signed_in=True, size=walk.DESKTOP, scheme="light", script=True):
        context = chromium.new_context(viewport=size, color_scheme=scheme, java_script_enabled=script, locale="ru-RU")
        context.set_default_timeout(walk.PATIENCE)
        if signed_in:
            client = Client()
            client.force_login(account(head))
            cookie = client.cookies[settings.SESSION_COOKIE_NAME]
            context.add_cookies([{"name": cookie.key, "value": cookie.value, "url": address}])
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(address + path)
        return page

    with walk.served() as address:
        yield SimpleNamespace(open=open_page, head=head, worker=worker, place=place, address=address)
        for context in contexts:
            context.close()
    assert not [said for said in complaints if "404" not in said and "422" not in said]


def _look(page, path):
    page.wait_for_load_state("networkidle")
    found = Axe().run(page)
    assert not found.response["violations"], f"{path}: {found.generate_report()}"
    assert not walk.small_targets(page), path
    assert walk.overflow(page) == 0, path


def test_everybody_can_accept_an_invitation(desk):
    """The other pages at the door and about people are looked at by the journeys; this link works only once."""
    _invitation, token = actions.invite(
        actor=desk.head, name="Новая", email="new@example.org", grants=[(Role.ANALYST, None)]
    )
    _look(desk.open(f"/join/{token}/", signed_in=False, size=walk.PHONE), "join")


def test_one_signs_in_by_keyboard_alone(desk):
    page = desk.open("/account/", signed_in=False)
    page.keyboard.type(account(desk.worker).email)
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Елена Маркова").wait_for()


def test_a_refusal_at_the_door_is_heard_and_keeps_the_address(desk):
    page = desk.open("/account/login/", signed_in=False)
    page.fill("#id_login", "anna@example.org")
    page.fill("#id_password", "не тот пароль")
    page.keyboard.press("Enter")
    page.get_by_role("alert").wait_for()
    expect(page.locator("#id_login")).to_have_value("anna@example.org")
    expect(page.locator("#id_password")).to_have_value("")
    _look(page, "refused")


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_from_the_invitation_to_the_first_page(desk, script):
    page = desk.open("/people/invite/", script=script)
    page.fill("#id_name", "Мария Орлова")
    page.fill("#id_email", "maria@example.org")
    page.check(f"#role-coordinator-{desk.place.pk}")
    page.get_by_role("button", name="Создать ссылку").click()
    link = page.input_value("#link")
    if script:
        page.get_by_role("button", name="Скопировать").click()
        page.get_by_role("button", name="Скопировано").wait_for()
    else:
        expect(page.get_by_role("button", name="Скопировать")).to_have_count(0)
    guest = desk.open(link.removeprefix(desk.address), signed_in=False, script=script)
    guest.fill("#id_password1", PASSWORD)
    guest.fill("#id_password2", PASSWORD)
    guest.get_by_role("button", name="Присоединиться").click()
    guest.wait_for_url(f"{desk.address}/")
    guest.goto(f"{desk.address}/account/")
    expect(guest.get_by_text("Отдел сопровождения")).to_be_visible()


def test_a_second_factor_is_added_and_asked_for(desk):
    page = desk.open("/account/login/", signed_in=False)
    page.fill("#id_login", account(desk.worker).email)
    page.fill("#id_password", PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url(f"{desk.address}/")
    page.goto(f"{desk.address}/account/2fa/totp/activate/")
    page.fill("#id_password", PASSWORD)
    page.keyboard.press("Enter")
    page.get_by_role("img", name="QR-код для приложения").wait_for()
    _look(page, "activate")
    page.get_by_text("Камера не работает?").click()
    secret = page.inner_text(".secret")
    page.fill("#id_code", _code(secret, -1))
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Резервные коды").wait_for()
    _look(page, "codes")
    visitor = desk.open("/account/login/", signed_in=False, size=walk.PHONE)
    visitor.fill("#id_login", account(desk.worker).email)
    visitor.fill("#id_password", PASSWORD)
    visitor.keyboard.press("Enter")
    visitor.get_by_role("heading", name="Введите код из приложения").wait_for()
    _look(visitor, "authenticate")
    visitor.fill("#id_code", _code(secret))
    visitor.keyboard.press("Enter")
    visitor.wait_for_url(f"{desk.address}/")


def _code(secret, step=0):
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30 + step))
