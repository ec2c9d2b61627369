"""The board, taking a family in on its page, and what changes during the stay."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from opora.access.rules import Role
from opora.cases.tests.factories import department, worker
from opora.common.dates import today
from opora.stays import actions
from opora.stays.models import Admission
from opora.stays.tests.factories import admit, another_family, house
from opora.web.intake.tests.test_signals import signed_in, text_of

pytestmark = pytest.mark.django_db


def test_a_family_is_taken_in_with_the_beds_that_are_proposed() -> None:
    place = house()
    client = signed_in(place.scene.case_manager)
    address = reverse("stays:case_admit", args=[place.scene.case.pk])
    page = client.get(address)
    form = page.context["form"]
    sent = {name: form.get_initial_for_field(field, name) for name, field in form.fields.items()}
    sent = {name: "" if value is None else value for name, value in sent.items()} | {
        "reason": "violence",
        "on": today().strftime("%d.%m.%Y"),
    }
    answer = client.post(address, sent)
    assert answer.status_code == 302, text_of(answer)
    admission = Admission.objects.get()
    assert admission.stay is not None and admission.lodgers.count() == 3
    page = text_of(client.get(answer.url))
    assert "Комната 1" in page and "Акт о заселении" in page


def test_what_is_wrong_is_said_at_the_field_and_what_was_typed_stays() -> None:
    place = house(1)
    client = signed_in(place.scene.case_manager)
    address = reverse("stays:case_admit", args=[place.scene.case.pk])
    bed = place.beds[0].pk
    sent = {f"bed_{person}": str(bed) for person in place.people} | {"reason": "", "on": today().strftime("%d.%m.%Y")}
    answer = client.post(address, sent)
    assert answer.status_code == 422
    answer = client.post(address, sent | {"reason": "no_home"})
    assert "Одно место отдано двоим" in text_of(answer)


def test_the_board_shows_codes_to_the_team_and_only_a_taken_bed_to_others() -> None:
    place = house()
    admission = admit(place, on=today() - timedelta(days=2), until=today() + timedelta(days=5))
    address = reverse("stays:board", args=[place.shelter.pk])
    seen = text_of(signed_in(place.scene.case_manager).get(address))
    code = place.scene.home.client.code
    assert f">{code}<" in seen and reverse("stays:admission", args=[admission.pk]) in seen
    other = worker(Role.SPECIALIST, place.scene.department)
    hidden = text_of(signed_in(other).get(address))
    assert f">{code}<" not in hidden and reverse("stays:admission", args=[admission.pk]) not in hidden
    assert "занято" in hidden
    elsewhere = worker(Role.COORDINATOR, department())
    assert signed_in(elsewhere).get(address).status_code == 404


def test_the_strip_says_on_which_day_a_bed_is_free() -> None:
    place = house(3)
    admit(place, on=today(), until=today() + timedelta(days=3))
    page = signed_in(place.scene.coordinator).get(reverse("stays:board", args=[place.shelter.pk]))
    strip = page.context["board"].strip
    assert [one.free for one in strip[:5]] == [0, 0, 0, 3, 3] and strip[3].leave == 1


def test_the_board_is_had_as_a_workbook_without_names() -> None:
    place = house()
    admit(place, on=today(), until=None)
    client = signed_in(place.scene.coordinator)
    answer = client.get(reverse("stays:board", args=[place.shelter.pk]), {"as": "xlsx"})
    sheets = load_workbook(BytesIO(answer.getvalue())).worksheets
    cells = [str(cell) for sheet in sheets for row in sheet.iter_rows(values_only=True) for cell in row]
    assert place.scene.home.client.code in cells and "детская кроватка" not in cells


def test_the_case_manager_asks_and_the_coordinator_answers() -> None:
    place = house()
    admission = admit(place, on=today(), until=today() + timedelta(days=3))
    asked = (today() + timedelta(days=9)).strftime("%d.%m.%Y")
    manager, coordinator = signed_in(place.scene.case_manager), signed_in(place.scene.coordinator)
    manager.post(reverse("stays:ask", args=[admission.pk]), {"until": asked, "reason": "Суд"})
    assert manager.get(reverse("stays:decide", args=[admission.pk])).status_code == 404
    coordinator.post(reverse("stays:decide", args=[admission.pk]), {"answer": "yes"})
    admission.stay.refresh_from_db()
    assert admission.stay.planned_until == today() + timedelta(days=9)


def test_a_coming_day_keeps_the_beds_and_the_family_moves_in_when_it_arrives() -> None:
    place = house()
    client = signed_in(place.scene.case_manager)
    address = reverse("stays:case_admit", args=[place.scene.case.pk])
    day = today() + timedelta(days=2)
    sent = {f"bed_{p}": str(bed.pk) for p, bed in zip(place.people, place.beds, strict=False)}
    answer = client.post(address, sent | {"reason": "respite", "on": day.strftime("%d.%m.%Y")})
    assert answer.status_code == 302
    made = Admission.objects.get()
    assert made.stay is None and not place.scene.case.stays.exists()
    actions.call_off(actor=place.scene.case_manager, admission_id=made.pk, on=today())
    admit(place, another_family(place), on=today(), until=None)
