"""The walk through the six steps in a client: nothing of the outcomes is seen before the stamp."""

import re
from datetime import date

import pytest
from django.test import Client

from opora.access.rules import SYSTEM, Role
from opora.catalogue.queries import services_in_force
from opora.packs.actions import publish_practice
from opora.packs.queries import shipped_practices
from opora.programs.models import Program
from opora.registry.tests.houses import bring_in_ten_cases
from opora.studies import words
from opora.studies.models import Hypothesis
from opora.studies.rules.hypothesis import STEPS
from opora.web.evidence.tests.test_pages import signed_in, words_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def ten_cases() -> None:
    bring_in_ten_cases()


def typed_on(client: Client, address: str) -> dict[str, object]:
    """What a step offers, sent as it stands."""
    form = client.get(address).context["form"]
    return {
        name: value
        for name in form.fields
        if (value := form.get_initial_for_field(form.fields[name], name)) not in (None, "")
    }


def test_six_steps_lead_to_a_stamp_and_only_then_to_the_data(ten_cases: None) -> None:
    analyst = signed_in(Role.ANALYST)
    assert "Гипотез пока не записано" in words_of(analyst.get("/studies/").content)
    address = analyst.post("/studies/new/").headers["Location"]
    for step in STEPS:
        assert address.endswith(f"/{step}/")
        typed = typed_on(analyst, address)
        if step == "what":
            typed |= {"question": "Становится ли семьям легче?", "program": Program.objects.get(layout="support").pk}
        page = words_of(analyst.get(address).content)
        assert "5 из 5" not in page and "0,0625" not in page
        address = analyst.post(address, typed).headers["Location"]
    page = words_of(analyst.get(address).content)
    assert all(str(title) in page for title in words.SLOTS.values())
    assert "Осталось сказать" not in page and "5 из 5" not in page
    study = analyst.post(address).headers["Location"]
    made = Hypothesis.objects.get()
    page = words_of(analyst.get(study).content)
    assert made.sha256 in page and "5 из 5" not in page
    analyst.post(f"{study}open/")
    page = words_of(analyst.get(study).content)
    for told in ("данных недостаточно", "5 из 5", "0,0625", "не проверить: где живут дети, не записано"):
        assert told in page
    for told in ("Оценки на выходе одинаковы", "Если бы семьям стало легче само собой"):
        assert told in page
    other = words_of(analyst.get(f"{study}?usual=25").content)
    assert "обычно у них слабых сторон 25" in other


def test_the_help_that_is_asked_about_is_that_of_the_program(ten_cases: None) -> None:
    for practice in ("support_and_shelter", "family_help"):
        publish_practice(actor=SYSTEM, folder=shipped_practices()[practice])
    analyst = signed_in(Role.ANALYST)
    first = analyst.post("/studies/new/").headers["Location"]
    support = Program.objects.get(layout="support", practice__code="support_and_shelter")
    typed = typed_on(analyst, first) | {"question": "Становится ли легче?", "program": support.pk}
    analyst.post(first, typed)
    offered = analyst.get(re.sub(r"what/$", "intervention/", first)).context["form"].fields["services"].choices
    own = {one.code for one in services_in_force() if one.practice == "support_and_shelter"}
    assert {code for code, _title in offered} == own and len(own) < len(services_in_force())


def test_a_draft_says_all_that_is_lacking(ten_cases: None) -> None:
    head = signed_in(Role.HEAD)
    step = head.post("/studies/new/").headers["Location"]
    register = re.sub(r"what/$", "register/", step)
    page = words_of(head.get(register).content)
    assert "Осталось сказать" in page and "Шаг 1: «Вопрос» ещё не сказано" in page
    assert head.post(register).status_code == 422
    assert head.post(re.sub(r"what/$", "drop/", step)).status_code == 302
    assert head.get(step).status_code == 404


def test_a_decision_is_written_down_and_taken_away_as_a_workbook(ten_cases: None) -> None:
    from tests.access_table.studies import analysis_of

    ids = analysis_of(Program.objects.get(layout="support").pk, on=date(2026, 11, 24))
    head = signed_in(Role.HEAD)
    study = f"/studies/{ids['hypothesis_id']}/"
    typed = {"finding": "Выходы одинаковы", "change": "Второй специалист", "since": "01.12.2026", "owner": "Ким"}
    assert head.post(f"{study}decide/", typed).status_code == 302
    told = {"text": "Стало по-разному", "on": "25.11.2026"}
    assert head.post(f"/studies/decisions/{ids['decision_id']}/effect/", told).status_code == 302
    page = words_of(head.get("/studies/decisions/").content)
    assert "Второй специалист" in page and "Стало по-разному" in page
    assert head.get("/studies/decisions/?as=xlsx").content.startswith(b"PK")
    assert head.get("/studies/?as=xlsx").content.startswith(b"PK")


def test_for_who_reads_no_outcomes_there_is_no_such_page(ten_cases: None) -> None:
    assert signed_in(Role.VOLUNTEER).get("/studies/").status_code == 404
    assert signed_in(Role.CASE_MANAGER).get("/studies/new/").status_code == 404
