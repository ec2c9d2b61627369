"""The import in a real browser: from the file to the result, on a desk and on a phone, and without scripts."""

from datetime import date
from types import SimpleNamespace

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.contrib.auth import get_user_model
from django.test import Client
from playwright.sync_api import expect

from opora.access.rules import Role
from opora.cases.models import Case
from opora.cases.tests import factories
from opora.registry import actions
from opora.registry.tests.workbooks import line, table, workbook
from opora.web.shell.tests import browser as walk

pytestmark = [pytest.mark.journey, pytest.mark.django_db]
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def register():
    """A good row, two mended ones and two with mistakes."""
    return workbook(
        {
            "Сопровождение": table(
                line(),
                line(number="18/2021 лд", parent="П25", children="В4; П26; П27", entry=41, change=31),
                line(number="26/2021лд", parent="C29", children="С32", opened_on="02.11.2021", change=9),
                line(number="27/2021лд", parent="С33", children="С34", closed_on=date(2021, 1, 1)),
                line(number="29/2021лд", parent="Д25", children="Дима", entry="много", change=None),
                line(department="Отдел помощи", number="1", parent="К1", children="К2"),
            ),
            "Сотрудники": [["Имя"], ["Елена"]],
        }
    )


@pytest.fixture
def desk(chromium, db):
    """The head of an organization at a browser; `open(path, …)` gives a page of the import."""
    home = factories.department("1 ЕФО МР")
    factories.program(home)
    factories.program(layout="shelter")
    head = factories.worker(Role.HEAD, name="Ирина Павлова")
    client = Client()
    client.force_login(get_user_model().objects.get(pk=head.user_id))
    cookie = client.cookies[settings.SESSION_COOKIE_NAME]
    contexts, complaints = [], []

    def open_page(path="", *, size=walk.DESKTOP, scheme="light", script=True):
        context = chromium.new_context(viewport=size, color_scheme=scheme, java_script_enabled=script, locale="ru-RU")
        context.add_cookies([{"name": cookie.key, "value": cookie.value, "url": address}])
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(f"{address}/registry/{path}", wait_until="networkidle")
        return page

    with walk.served() as address:
        yield SimpleNamespace(open=open_page, head=head)
        for context in contexts:
            context.close()
    assert not [said for said in complaints if "422" not in said]


def choose(page, data, name="реестр.xlsx"):
    page.get_by_label("Файл реестра").set_input_files({"name": name, "mimeType": XLSX, "buffer": data})
    page.get_by_role("button", name="Проверить файл").click()


def check(page):
    assert Axe().run(page).response["violations"] == []
    assert walk.small_targets(page) == []
    assert walk.overflow(page) <= 0


@pytest.mark.parametrize("script", [True, False], ids=["with scripts", "without scripts"])
def test_a_register_is_looked_at_filtered_and_imported(desk, script):
    page = desk.open(script=script)
    choose(page, register())
    page.get_by_role("heading", name="Проверьте перед загрузкой").wait_for()
    expect(page.get_by_text("пропущены: Сотрудники")).to_be_visible()
    page.get_by_text("не принятые", exact=True).click()
    if not script:
        page.get_by_role("button", name="Показать").click()
    page.get_by_role("row").filter(has_text="29/2021лд").wait_for()
    page.get_by_role("row").filter(has_text="17/2021лд").wait_for(state="detached")
    assert not Case.objects.exists()
    page.get_by_role("button", name="Загрузить", exact=True).click()
    page.get_by_role("heading", name="Итог загрузки").wait_for()
    assert Case.objects.count() == 4
    with page.expect_download() as download:
        page.get_by_role("link", name="Скачать и исправить").click()
    assert download.value.suggested_filename.endswith(".xlsx")


def test_a_wrong_file_is_answered_beside_the_field(desk):
    page = desk.open()
    choose(page, b"a;b;c\n", name="реестр.csv")
    page.locator(".field.wrong").get_by_text("текстовый файл").wait_for()
    check(page)


def test_every_step_is_clear_to_everybody(desk):
    page = desk.open(size=walk.PHONE, scheme="dark")
    check(page)
    choose(page, register())
    page.get_by_role("heading", name="Проверьте перед загрузкой").wait_for()
    check(page)
    page.get_by_role("button", name="Загрузить", exact=True).click()
    page.get_by_role("heading", name="Итог загрузки").wait_for()
    check(page)


def test_the_progress_page_turns_into_the_result_by_itself(desk, monkeypatch):
    monkeypatch.setattr("opora.registry.actions.carrying_out.AT_ONCE", 0)
    run = actions.upload(actor=desk.head, data=register(), name="реестр.xlsx", on=date(2026, 11, 24))
    actions.confirm(actor=desk.head, run_id=run.pk, on=date(2026, 11, 24))
    page = desk.open(f"{run.pk}/")
    check(page)
    actions.carry_out_run(run_id=run.pk, on=date(2026, 11, 24))
    page.get_by_role("heading", name="Итог загрузки").wait_for()
