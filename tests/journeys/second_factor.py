"""A colleague who is invited, joins by the link and puts a second factor behind the password."""

import time
from dataclasses import dataclass
from typing import Any

from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from playwright.sync_api import expect

from opora.web.shell.tests.browser import leaving
from tests.journeys.desk import Desk

PASSWORD = "три зелёных слона у реки"
STEP = 30


@dataclass(frozen=True)
class Guarded:
    """Somebody with a second factor: the address, the shared secret, the cookies after signing in."""

    email: str
    secret: str
    session: Any


def code(secret: str) -> str:
    """What the app on the telephone shows now."""
    return str(format_hotp_value(hotp_value(secret, int(time.time()) // STEP)))


def join(desk: Desk, email: str) -> Guarded:
    """From the invitation to the second factor, by hand."""
    admin = desk.open("admin", "/people/invite/")
    admin.get_by_label("Имя и фамилия").fill("Лидия Протасова")
    admin.get_by_label("Электронная почта").fill(email)
    admin.get_by_role("checkbox").last.check()
    with leaving(admin):
        admin.locator("main form button.primary").click()
    link = admin.locator("input[readonly], [data-copy], code").first
    address = link.input_value() if link.evaluate("part => 'value' in part && part.tagName === 'INPUT'") else ""
    address = address or link.inner_text()

    page = desk.context().new_page()
    page.goto(address)
    page.locator("#id_password1").fill(PASSWORD)
    page.locator("#id_password2").fill(PASSWORD)
    page.get_by_role("button", name="Присоединиться").click()
    page.wait_for_url(f"{desk.product.address}/")

    page.goto("/account/2fa/totp/activate/")
    if "/reauthenticate/" in page.url:
        page.get_by_label("Пароль").fill(PASSWORD)
        page.locator("main form button.primary").click()
        page.wait_for_url("**/activate/")
    secret = (page.locator("code.secret").text_content() or "").strip()
    page.locator("#id_code").fill(code(secret))
    page.locator("main form button.primary").first.click()
    expect(page.locator("#id_code")).to_have_count(0)
    return Guarded(email, secret, page.context.storage_state())
