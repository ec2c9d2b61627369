"""The everyday road of a letter: written on the page of a family, looked at, numbered, sent, answered."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from opora.access.models import User
from opora.access.rules import SYSTEM, Actor, Role
from opora.cases.tests.factories import worker
from opora.common.dates import show_day, today
from opora.correspondence.actions import Named
from opora.correspondence.models import OfficialLetter, RememberedCases
from opora.correspondence.tests.factories import office, prepared, sent
from opora.families.actions import seal_identities
from opora.families.rules import Identity
from opora.plans.tests.factories import Walk, make_walk
from opora.process.tests.factories import BEGAN

pytestmark = pytest.mark.django_db


def signed_in(actor: Actor) -> Client:
    client = Client()
    client.force_login(User.objects.get(pk=actor.user_id))
    return client


@pytest.fixture
def walk() -> Walk:
    made = make_walk()
    known = Identity(surname="Шевчук", given="Ольга", patronymic="Ильинична")
    seal_identities(actor=SYSTEM, identities={made.home.client.pk: known})
    return made


def test_a_letter_goes_its_whole_road_by_hand(walk: Walk) -> None:
    client, partner = signed_in(walk.manager), office()
    new = reverse("correspondence:case_new", args=[walk.case.pk])
    assert "Шевчук" in client.get(new).content.decode()
    typed = {
        "kind": "petition",
        "partner_id": partner.pk,
        "addressee_post": "начальник отдела",
        "addressee_name": "Петров Пётр Петрович",
        "subject": "О помощи",
        "text": "Просим помочь.",
        f"person_{walk.home.client.pk}": "about",
        "basis": "law",
        "asked_by": "parent",
        "answer_days": "10",
        "answer_unit": "calendar",
        "on": show_day(today()),
    }
    checked = client.post(new, typed)
    letter = OfficialLetter.objects.get()
    check = reverse("correspondence:check", args=[letter.pk])
    assert (checked.status_code, checked["Location"]) == (302, check)
    page = client.get(check)
    said = page.content.decode()
    assert "Шевчук Ольге Ильиничне" in said and "Начальнику отдела Петрову Петру Петровичу" in said
    fields = {name: field.initial for name, field in page.context["form"].fields.items()}
    wrong = next(name for name, shown in fields.items() if shown == "Шевчук Ольге Ильиничне")
    client.post(check, fields | {wrong: "Шевчуковой Ольге", "look": "1"})
    assert RememberedCases.objects.count() == 1 and "Шевчуковой Ольге" in client.get(check).content.decode()
    client.post(check, fields | {wrong: "Шевчуковой Ольге"})
    letter.refresh_from_db()
    assert letter.number == f"1/{today().year}"
    assert client.get(reverse("correspondence:file", args=[letter.pk])).status_code == 200
    client.post(reverse("correspondence:send", args=[letter.pk]), {"on": show_day(today())})
    family = client.get(reverse("correspondence:case", args=[walk.case.pk])).content.decode()
    assert partner.name in family and "Ответ пришёл" in family and walk.home.client.code in family
    answer = {"result": "granted", "on": show_day(today())}
    client.post(reverse("correspondence:answer", args=[letter.pk]), answer)
    letter.refresh_from_db()
    assert letter.result == "granted"


def test_the_card_of_the_family_says_for_whose_answer_we_wait(walk: Walk) -> None:
    sent(walk.manager, office(), route_id=walk.route.pk, on=BEGAN, answer_days=3)
    page = signed_in(walk.manager).get(reverse("cases:file", args=[walk.case.pk])).content.decode()
    assert "Ждём ответа: Отдел опеки" in page and 'class="late"' in page


def test_a_form_with_mistakes_keeps_what_was_typed(walk: Walk) -> None:
    answer = signed_in(walk.manager).post(
        reverse("correspondence:case_new", args=[walk.case.pk]),
        {"kind": "request", "text": "Просим.", f"person_{walk.home.client.pk}": "about", "on": "31.12.2099"},
    )
    assert answer.status_code == 422 and "Просим." in answer.content.decode()
    assert not OfficialLetter.objects.exists()


def test_the_journal_is_filtered_by_state_and_offers_a_workbook(walk: Walk) -> None:
    sent(walk.manager, office(), route_id=walk.route.pk, on=BEGAN, answer_days=3, subject="Первое письмо")
    prepared(walk.manager, office(), route_id=walk.route.pk, on=BEGAN, subject="Второе письмо")
    client, address = signed_in(walk.manager), reverse("correspondence:list")
    late = client.get(address, {"state": "late"}).content.decode()
    assert "Первое письмо" in late and "Второе письмо" not in late
    assert "as=xlsx" in client.get(address).content.decode()


def test_an_agreement_and_a_meeting_are_kept_with_few_fields() -> None:
    client, partner = signed_in(worker(Role.COORDINATOR)), office()
    kept = client.post(
        reverse("correspondence:agreement_new"),
        {"partner_id": partner.pk, "scope": "Обмен сведениями", "signed_on": show_day(today())},
    )
    assert "Обмен сведениями" in client.get(kept["Location"]).content.decode()
    met = client.post(
        reverse("correspondence:meeting_new"),
        {"partner_ids": [partner.pk], "topic": "Роддом", "results": "Договорились", "on": show_day(today())},
    )
    assert "Договорились" in client.get(met["Location"]).content.decode()


def test_the_organization_completes_the_calendar_of_a_year() -> None:
    client = signed_in(worker(Role.HEAD))
    address = reverse("organization:days") + "?year=2027"
    assert "ещё нет" in client.get(address).content.decode()
    form = client.get(address).context["form"]
    client.post(address, {"off": form.initial["off"], "worked": "", "source": "Постановление", "revision": 0})
    assert "ещё нет" not in client.get(address).content.decode()


@pytest.mark.parametrize("role", [Role.CASE_MANAGER, Role.PSYCHOLOGIST, Role.SPECIALIST])
def test_the_list_of_documents_leads_only_where_its_reader_may_go(walk: Walk, role: Role) -> None:
    client = signed_in(worker(role, walk.case.department))
    led_to = re.findall(r'href="(/[^"]*)"', client.get("/documents/").content.decode().partition("<main")[2])
    assert led_to and {client.get(address).status_code for address in set(led_to)} == {200}


def test_what_was_told_outside_by_letter_is_said_in_words(walk: Walk) -> None:
    person = Named(walk.home.client.pk, "about")
    sent(walk.manager, office(), case_id=walk.case.pk, basis="law", people=[person])
    page = signed_in(walk.manager).get(reverse("papers:disclosures", args=[walk.route.pk])).content.decode()
    assert ">Запрос<" in page and "letter_" not in page


def test_a_letter_names_its_people_to_whoever_knows_them_and_by_code_to_others(walk: Walk) -> None:
    person = Named(walk.home.client.pk, "about")
    letter = sent(walk.manager, office(), case_id=walk.case.pk, basis="law", people=[person])
    page = reverse("correspondence:letter", args=[letter.pk])
    shown = signed_in(walk.manager).get(page).content.decode()
    assert "<li><span>Ольга<br>" in shown
    actor = worker(Role.METHODOLOGIST)
    assert signed_in(actor).get(page).status_code in {403, 404}
