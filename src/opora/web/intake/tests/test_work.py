"""What is recorded on the path of a signal, through its pages."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from opora.access.rules import SYSTEM, Role
from opora.cases.tests.factories import household, scene, worker
from opora.intake import actions
from opora.intake.models import AnalyticReport, ContactRecord, RiskForm, UrgentAid, Visit
from opora.intake.tests.factories import STORY, elsewhere, make_referral, registrar
from opora.intake.words import RESOURCES, RISKS
from opora.process import actions as process
from opora.process.models import Paper, Route
from opora.process.tests.factories import BEGAN
from opora.web.intake.tests.test_signals import signed_in, text_of

pytestmark = pytest.mark.django_db

ON = BEGAN.isoformat()
FORMS = ("new_aid", "screening", "new_risks", "write_report")


def send(client: Client, name: str, pk: int, **typed: Any) -> Any:
    answer = client.post(reverse(f"intake:{name}", args=[pk]), {"on": ON, **typed})
    assert answer.status_code == 302, text_of(answer)
    page = client.get(answer.headers["Location"])
    assert page.status_code == 200
    return page


@pytest.mark.parametrize("name", FORMS)
def test_a_form_opens_for_the_department_and_is_absent_for_others(name: str) -> None:
    address = reverse(f"intake:{name}", args=[make_referral().route_id])
    assert signed_in(registrar()).get(address).status_code == 200
    assert signed_in(elsewhere()).get(address).status_code == 404
    assert signed_in(worker(Role.ANALYST)).get(address).status_code == 404


@pytest.mark.parametrize("name", ["new_aid", "new_risks"])
def test_an_empty_form_says_what_is_missing(name: str) -> None:
    answer = signed_in(registrar()).post(reverse(f"intake:{name}", args=[make_referral().route_id]), {})
    assert answer.status_code == 422
    assert 'aria-labelledby="errors-title"' in text_of(answer)


def test_a_contact_is_recorded_and_its_words_are_read_apart() -> None:
    client = signed_in(registrar())
    referral = make_referral()
    notes = "Просит позвонить вечером"
    talk = {"day": "other", "date": ON, "party": "mother", "result": "agreed", "notes": notes, "minutes": 9}
    assert client.post(reverse("life:route_record", args=[referral.route_id, "call"]), talk).status_code == 302
    contact = ContactRecord.objects.get()
    page = client.get(reverse("intake:panel", args=[referral.route_id]))
    assert notes not in text_of(page) and f"/signals/contacts/{contact.pk}/" in text_of(page)
    address = reverse("intake:contact", args=[contact.pk])
    assert notes in text_of(client.get(address))
    assert signed_in(elsewhere()).get(address).status_code == 404


def test_a_contact_of_a_case_without_a_path_leads_back_to_the_case() -> None:
    place = scene()
    contact = actions.record_contact(
        actor=place.case_manager,
        case_id=place.case.pk,
        kind="phone",
        party="mother",
        result="reached",
        notes="Всё хорошо",
        on=place.case.opened_on,
    )
    page = text_of(signed_in(place.case_manager).get(reverse("intake:contact", args=[contact.pk])))
    assert "Всё хорошо" in page and reverse("cases:file", args=[place.case.pk]) in page


def test_an_act_of_urgent_help_names_nobody() -> None:
    client = signed_in(registrar())
    referral = make_referral(told={"caller": "Анна Ветрова", "phone": "+7 900 111-22-33"})
    page = text_of(send(client, "new_aid", referral.route_id, food="2", money="1500,50"))
    aid = UrgentAid.objects.get()
    assert aid.act_number in page and "data-print" in page and "Ветрова" not in page
    assert Paper.objects.filter(route_id=referral.route_id, kind="aid_act").count() == 1
    assert signed_in(elsewhere()).get(reverse("intake:aid", args=[aid.pk])).status_code == 404


def test_screening_shows_the_row_in_force() -> None:
    client = signed_in(registrar())
    referral = make_referral()
    page = text_of(send(client, "screening", referral.route_id, risk="high"))
    assert "Риск высокий" in page
    assert Route.objects.get(pk=referral.route_id).facts == {"risk": "high"}
    send(client, "screening", referral.route_id, risk="")
    assert Route.objects.get(pk=referral.route_id).facts == {"risk": "high"}


def test_a_visit_from_plan_to_approval() -> None:
    coordinator = registrar()
    client = signed_in(coordinator)
    home = household(children=2)
    referral = make_referral()
    process.name_family(actor=SYSTEM, route_id=referral.route_id, family_id=home.family.pk)
    ahead = {"day": "today", "visitor_ids": [coordinator.user_id]}
    assert client.post(reverse("life:route_record", args=[referral.route_id, "plan_visit"]), ahead).status_code == 302
    visit = Visit.objects.get()
    report = {
        "safety": "concern",
        "home": "Холодно",
        "seen_1": "yes",
        "condition_1": "good",
        "notes_1": "Весёлый",
        "seen_2": "no",
    }
    page = text_of(send(client, "report_visit", visit.pk, **report))
    assert "Холодно" in page and home.children[0].code in page
    assert "Холодно" in text_of(client.get(reverse("intake:report_visit", args=[visit.pk])))
    answer = client.post(reverse("intake:report_visit", args=[visit.pk]), {"on": ON, **report, "condition_2": "good"})
    assert answer.status_code == 422
    assert client.post(reverse("intake:approve_visit", args=[visit.pk])).status_code == 302
    assert Paper.objects.filter(route_id=referral.route_id, kind="visit_report").count() == 1
    assert client.get(reverse("intake:report_visit", args=[visit.pk])).status_code == 302
    assert signed_in(elsewhere()).get(reverse("intake:visit", args=[visit.pk])).status_code == 404


def test_where_no_family_is_known_the_report_speaks_of_as_many_children_as_the_signal() -> None:
    referral = make_referral(children_count=3)
    visit = Visit.objects.create(route_id=referral.route_id, planned_on=BEGAN)
    page = text_of(signed_in(registrar()).get(reverse("intake:report_visit", args=[visit.pk])))
    assert "notes_3" in page and "notes_4" not in page


def test_risks_and_resources_may_stay_open() -> None:
    client = signed_in(registrar())
    referral = make_referral()
    typed = {f"risk_{code}": "" for code in RISKS} | {f"resource_{code}": "" for code in RESOURCES}
    answer = client.post(reverse("intake:new_risks", args=[referral.route_id]), {"on": ON, **typed})
    assert answer.status_code == 422
    send(client, "new_risks", referral.route_id, **{**typed, "risk_violence": "high"}, needs="Тёплое жильё")
    form = RiskForm.objects.get()
    assert (form.level, form.risks) == ("high", {"violence": "high"})
    assert "Тёплое жильё" in text_of(client.get(reverse("intake:risks", args=[form.pk])))
    # The next form begins where the last one ended.
    again = text_of(client.get(reverse("intake:new_risks", args=[referral.route_id])))
    assert '<option value="high" selected>' in again
    void = reverse("life:void", args=["risk", form.pk])
    assert void in text_of(client.get(reverse("intake:risks", args=[form.pk]))), "on the day it was filled in"
    assert client.post(void, {"reason": "Карта другой семьи"}).status_code == 302
    shown = text_of(client.get(reverse("intake:risks", args=[form.pk])))
    assert "заполнено по ошибке" in shown and "Тёплое жильё" in shown and void not in shown
    again = text_of(client.get(reverse("intake:new_risks", args=[referral.route_id])))
    assert '<option value="high" selected>' not in again
    life = text_of(client.get(reverse("life:route", args=[referral.route_id])))
    assert "is-voided" in life and "Карта другой семьи" in life


def test_the_report_is_composed_written_and_frozen() -> None:
    client = signed_in(registrar())
    referral = make_referral()
    address = reverse("intake:write_report", args=[referral.route_id])
    assert STORY in text_of(client.get(address))
    answer = client.post(address, {"situation": "Мать одна"})
    report = AnalyticReport.objects.get()
    shown = reverse("intake:report", args=[report.pk])
    assert answer.headers["Location"] == shown and "Мать одна" in text_of(client.get(shown))
    client.post(reverse("intake:freeze_report", args=[report.pk]))
    assert not Paper.objects.filter(kind="analytic_report").exists()
    assert client.post(address, {"situation": "Другое"}).status_code == 422
    client.post(address, {"situation": "Мать одна", "recommendation": "Открыть случай", "revision": "1"})
    client.post(reverse("intake:freeze_report", args=[report.pk]))
    assert Paper.objects.filter(kind="analytic_report").count() == 1
    assert signed_in(elsewhere()).get(shown).status_code == 404


def test_everything_recorded_stands_on_the_panel_in_few_questions(django_assert_max_num_queries: Any) -> None:
    actor = registrar()
    client = signed_in(actor)
    referral = make_referral()
    for _ in range(6):
        actions.record_contact(
            actor=actor, route_id=referral.route_id, kind="phone", party="mother", result="reached", on=BEGAN
        )
        actions.give_aid(actor=actor, route_id=referral.route_id, items={"food": 1}, on=BEGAN)  # type: ignore[dict-item]
    with django_assert_max_num_queries(15):
        page = text_of(client.get(reverse("intake:panel", args=[referral.route_id])))
    assert page.count("/signals/aid/") == 6


def test_the_head_keeps_the_list_of_channels() -> None:
    client = signed_in(worker(Role.HEAD))
    address = reverse("intake:channels")
    assert client.get(address).status_code == 200
    assert client.post(address, {"name": "Горячая линия", "is_active": "on"}).status_code == 302
    assert "Горячая линия" in text_of(client.get(address))
    assert client.post(f"{address}?channel=site", {"name": "сайт"}).status_code == 422
    assert signed_in(registrar()).get(address).status_code == 404
