"""Pages of intake in a real browser: on a telephone and at a desk, with and without a script."""

from datetime import timedelta
from decimal import Decimal
from types import SimpleNamespace
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.core.cache import cache
from django.test import Client

from opora.access.models import User
from opora.access.rules import SYSTEM
from opora.cases.actions import open_case
from opora.families import actions as families
from opora.families.rules import Identity
from opora.intake import actions
from opora.intake.models import Referral
from opora.intake.rules.visits import ChildSeen
from opora.intake.tests.factories import make_referral, registrar
from opora.process.tests.factories import BEGAN, trial_program
from opora.web.shell.tests import browser as walk

pytestmark = [pytest.mark.journey, pytest.mark.django_db]


@pytest.fixture(scope="module")
def chromium():
    with walk.chromium() as browser:
        yield browser


@pytest.fixture
def desk(chromium, db):
    """A coordinator at a browser, with a signal on whose path a record of every kind lies."""
    cache.clear()
    referral = make_referral(told={"caller": "Ольга", "phone": "+7 900 000-00-01"}, children_count=2, child_risk="yes")
    make_referral(urgency="today", is_anonymous=True)
    actor = registrar()
    records = _records(referral.route_id, actor.user_id)
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
        yield SimpleNamespace(open=open_page, referral=referral, actor=actor, records=records)
        for context in contexts:
            context.close()
    cache.clear()
    assert not [said for said in complaints if "422" not in said]


def _records(route_id: int, user_id: int | None) -> dict[str, Any]:
    contact = actions.record_contact(
        actor=SYSTEM, route_id=route_id, kind="phone", party="mother", result="agreed", notes="Ждёт звонка", on=BEGAN
    )
    aid = actions.give_aid(actor=SYSTEM, route_id=route_id, items={"food": Decimal(2), "diapers": Decimal(1)}, on=BEGAN)
    assert user_id is not None
    visit = actions.plan_visit(actor=SYSTEM, route_id=route_id, visitor_ids=[user_id], on=BEGAN + timedelta(days=1))
    ahead = actions.plan_visit(actor=SYSTEM, route_id=route_id, visitor_ids=[user_id], on=BEGAN + timedelta(days=9))
    actions.report_visit(
        actor=SYSTEM,
        visit_id=visit.pk,
        safety="concern",
        told={"home": "Тепло и чисто, еды на два дня", "proposals": "Продукты каждую неделю"},
        children=[ChildSeen(None, was_seen=True, condition="good", notes="Весёлый"), ChildSeen(None, was_seen=False)],
        on=BEGAN + timedelta(days=1),
    )
    form = actions.fill_risk_form(
        actor=SYSTEM,
        route_id=route_id,
        risks={"debts_hunger": "high", "infant": "low"},
        resources={"relative": "yes"},
        needs="Продукты\nКроватка",
        on=BEGAN,
    )
    report = actions.write_report(
        actor=SYSTEM, route_id=route_id, sections={"situation": "Мать одна", "recommendation": "Открыть"}, on=BEGAN
    )
    return {"contact": contact, "aid": aid, "visit": visit, "ahead": ahead, "form": form, "report": report}


def _places(desk: Any) -> list[str]:
    route, of = desk.referral.route_id, desk.records
    return [
        "/signals/",
        "/signals/new/",
        f"/signals/{desk.referral.pk}/",
        f"/signals/contacts/{of['contact'].pk}/",
        f"/signals/aid/{of['aid'].pk}/",
        f"/signals/visits/{of['visit'].pk}/",
        f"/signals/visits/{of['ahead'].pk}/report/",
        f"/signals/risks/{of['form'].pk}/",
        f"/signals/reports/{of['report'].pk}/",
        *(f"/routes/{route}/intake/{name}" for name in ("", "contact/", "aid/", "screening/", "visit/", "risks/")),
        f"/routes/{route}/intake/report/",
        "/help/",
        "/help/sent/",
    ]


@pytest.mark.parametrize(("size", "scheme"), [(walk.DESKTOP, "light"), (walk.PHONE, "dark")], ids=["desktop", "phone"])
def test_everybody_can_use_every_page(desk, size, scheme):
    for path in _places(desk):
        page = desk.open(path, size=size, scheme=scheme)
        found = Axe().run(page)
        assert not found.response["violations"], f"{path}: {found.generate_report()}"
        assert not walk.small_targets(page), path
        assert walk.overflow(page) == 0, path


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
    page.wait_for_url("**/signals/*/")
    assert Referral.objects.order_by("-pk").first().route.family_id == family.pk


def test_help_is_asked_for_without_a_script_and_without_an_account(desk):
    page = desk.open("/help/", size=walk.PHONE, script=False, known=False)
    assert not page.locator("#id_website").is_visible() or page.locator("#id_website").bounding_box()["x"] < 0
    page.fill("#id_story", "Нечем кормить ребёнка")
    page.get_by_role("button", name="Отправить").click()
    page.wait_for_url("**/help/sent/")
    assert page.get_by_text("112").count() == 1
    assert Referral.objects.order_by("-pk").first().channel == "site"
