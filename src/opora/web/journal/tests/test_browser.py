"""The journal in a real browser: for everybody, and with filters that apply themselves."""

import pytest
from django.conf import settings
from django.contrib.auth import get_user_model
from django.test import Client
from playwright.sync_api import expect

from opora.access.rules import Role
from opora.audit import actions as audit
from opora.cases.tests import factories
from opora.web.shell.tests import browser as walk

pytestmark = [pytest.mark.journey, pytest.mark.django_db]


@pytest.fixture
def scene():
    scene = factories.scene()
    audit.record(actor=scene.coordinator, verb="cases.file_opened", case_id=scene.case.pk, number=scene.case.number)
    return scene


@pytest.fixture
def read(chromium, scene):
    """Opens a page for the head of the organization, at a desk or (`size`) on a phone."""
    client = Client()
    head = factories.worker(Role.HEAD)
    client.force_login(get_user_model().objects.get(pk=head.user_id))
    cookie = client.cookies[settings.SESSION_COOKIE_NAME]
    contexts = []
    with walk.served() as address:

        def open_page(path, size=walk.DESKTOP):
            context = chromium.new_context(viewport=size, locale="ru-RU")
            context.set_default_timeout(walk.PATIENCE)
            context.add_cookies([{"name": cookie.key, "value": cookie.value, "url": address}])
            contexts.append(context)
            page = context.new_page()
            page.goto(address + path)
            return page

        yield open_page
        for context in contexts:
            context.close()


def test_a_filter_applies_itself_and_stays_in_the_address(read, scene):
    page = read("/journal/")
    page.get_by_label("Кто", exact=True).select_option(label="Мария Орлова")
    page.locator("#results li", has_text="Мария Орлова").first.wait_for()
    page.wait_for_url(f"**who={scene.coordinator.user_id}*")
    expect(page.locator("#results li", has_text="Opora")).to_have_count(0)
    page.reload()
    expect(page.get_by_label("Кто", exact=True)).to_have_value(str(scene.coordinator.user_id))


def test_a_check_says_that_all_is_in_order(read):
    page = read("/journal/check/")
    page.get_by_role("button", name="Проверить сейчас").click()
    page.get_by_text("Всё в порядке", exact=True).wait_for()
