"""The board, taking a family in on its page, and what changes during the stay."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from opora.access.rules import SYSTEM, Role
from opora.audit.models import JournalEntry
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


def test_who_chooses_among_several_places_still_goes_on_to_the_step_and_back_to_the_family() -> None:
    place = house()
    actions.add_shelter(actor=SYSTEM, name="Второй дом", department_id=place.scene.department.pk, on=today())
    client = signed_in(place.scene.case_manager)
    asked = "back=/routes/1/&then=1.settled"
    choosing = text_of(client.get(f"{reverse('stays:case_admit', args=[place.scene.case.pk])}?{asked}"))
    kept = f"back=%2Froutes%2F1%2F&amp;then=1.settled&amp;place={place.shelter.pk}"
    assert kept in choosing.replace("/routes/1/", "%2Froutes%2F1%2F")


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
    assert f">{code}</a>" in seen and reverse("stays:admission", args=[admission.pk]) in seen
    other = worker(Role.SPECIALIST, place.scene.department)
    hidden = text_of(signed_in(other).get(address))
    assert f">{code}</a>" not in hidden and reverse("stays:admission", args=[admission.pk]) not in hidden
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


def test_the_leaving_is_prepared_and_recorded_with_where_to() -> None:
    place = house()
    admission = admit(place, on=today() - timedelta(days=20), until=today() + timedelta(days=5))
    client = signed_in(place.scene.case_manager)
    issue = reverse("stays:issue_new", args=[admission.pk])
    client.post(issue, {"title": "Снять комнату", "whose": "family"})
    client.post(reverse("stays:exit_day", args=[admission.pk]), {"exit_on": today().strftime("%d.%m.%Y")})
    page = text_of(client.get(reverse("stays:exit", args=[admission.pk])))
    assert "Снять комнату" in page
    sent = {"on": today().strftime("%d.%m.%Y"), "destination": "", "children": "all"}
    depart = reverse("stays:depart", args=[admission.pk])
    assert client.post(depart, sent).status_code == 422, "never without saying where to"
    assert client.post(depart, sent | {"destination": "rented", "is_supported": "yes"}).status_code == 302
    assert admission.departure.open_issues == 1
    admission.stay.refresh_from_db()
    assert admission.stay.left_on == today() and place.scene.case.follow_ups.count() == 1


def test_all_the_preparation_is_written_on_one_sheet_and_what_stays_the_same_is_not_written_anew() -> None:
    place = house()
    admission = admit(place, on=today() - timedelta(days=20), until=today() + timedelta(days=5))
    client = signed_in(place.scene.case_manager)
    sheet = reverse("stays:ready", args=[admission.pk])
    told = {"done_psychological": "on", "note_psychological": "Говорит о переезде спокойно", "note_social": ""}
    for social in ("", "Нашли школу рядом"):
        answer = client.post(sheet, {**told, "note_social": social})
        assert answer.headers["Location"] == reverse("stays:exit", args=[admission.pk])
    page = client.get(sheet)
    assert page.context["form"].initial["done_psychological"] and "Нашли школу рядом" in text_of(page)
    known = {one.kind: one for one in admission.readiness.all()}
    assert set(known) == {"psychological", "social"}, "what nobody said anything of is not written down"
    assert (known["psychological"].is_done, known["social"].is_done) == (True, False)
    verbs = list(JournalEntry.objects.values_list("verb", flat=True))
    assert verbs.count("stays.readiness_noted") == 2


def test_a_shift_is_handed_over_read_and_taken_over_by_another() -> None:
    place = house()
    admit(place, on=today(), until=None)
    manager, coordinator = signed_in(place.scene.case_manager), signed_in(place.scene.coordinator)
    log = reverse("stays:duty", args=[place.shelter.pk])
    day = today().strftime("%d.%m.%Y")
    sent = {"on": day, "shift": "day", "text": "Ссора на кухне", "kind": "incident", "weight": ""}
    new = reverse("stays:duty_new", args=[place.shelter.pk])
    assert manager.post(new, sent).status_code == 422, "an incident says how serious it was"
    manager.post(new, sent | {"weight": "minor", "case_id": str(place.scene.case.pk)})
    manager.post(reverse("stays:hand_over", args=[place.shelter.pk]), {"on": day, "shift": "day", "words": "Тихо"})
    assert "Ссора на кухне" in text_of(coordinator.get(log)) and "Тихо" in text_of(coordinator.get(log))
    other = worker(Role.SPECIALIST, place.scene.department)
    assert "Ссора на кухне" not in text_of(signed_in(other).get(log)), "of families one works with only"
    handover = coordinator.get(log).context["log"].waiting[0]
    coordinator.post(reverse("stays:take_over", args=[handover.pk]))
    handover.refresh_from_db()
    assert handover.accepted_by_id == place.scene.coordinator.user_id


def test_a_note_of_a_shift_is_corrected_and_voided_where_it_is_read() -> None:
    place = house()
    admit(place, on=today(), until=None)
    manager = signed_in(place.scene.case_manager)
    day = today().strftime("%d.%m.%Y")
    sent = {"on": day, "shift": "day", "text": "Тихо", "kind": "note", "weight": ""}
    manager.post(reverse("stays:duty_new", args=[place.shelter.pk]), sent)
    [line] = manager.get(reverse("stays:duty", args=[place.shelter.pk])).context["log"].notes
    correct, void = (reverse(f"stays:duty_{way}", args=[line.note.pk]) for way in ("correct", "void"))
    assert "Тихо" in text_of(manager.get(correct))
    manager.post(correct, sent | {"text": "Тихо, все спали"})
    log = text_of(manager.get(reverse("stays:duty", args=[place.shelter.pk])))
    assert "Тихо, все спали" in log and "<del>Тихо</del>" in log
    assert manager.post(void, {"reason": ""}).status_code == 422
    manager.post(void, {"reason": "Другой день"})
    log = text_of(manager.get(reverse("stays:duty", args=[place.shelter.pk])))
    assert "<s>Тихо, все спали</s>" in log and "Другой день" in log and void not in log


def test_a_shift_writes_of_a_family_by_record_while_it_lives_there() -> None:
    place = house()
    case = place.scene.case
    manager = signed_in(place.scene.case_manager)
    choose = reverse("life:case_choose", args=[case.pk])
    incident = reverse("life:case_record", args=[case.pk, "incident"])
    assert incident not in text_of(manager.get(choose))
    admit(place, on=today(), until=None)
    assert incident in text_of(manager.get(choose))
    sent = {"day": "today", "at": "15:20", "notes": "Отец ломился в дверь"}
    assert manager.post(incident, sent).status_code == 422, "an incident says how serious it was"
    manager.post(incident, sent | {"weight": "danger", "measures": "Вызвали полицию"})
    life = text_of(manager.get(reverse("life:case", args=[case.pk])))
    assert "Происшествие в центре: кто-то был в опасности" in life and "Вызвали полицию" in life
    [line] = manager.get(reverse("stays:duty", args=[place.shelter.pk])).context["log"].notes
    assert line.note.case_id == case.pk and line.note.shift == "day"
    mend = reverse("life:mend", args=["shift", line.note.pk])
    assert "Отец ломился в дверь" in text_of(manager.get(mend))
    manager.post(mend, sent | {"weight": "minor", "notes": "Отец стучал в дверь"})
    life = text_of(manager.get(reverse("life:case", args=[case.pk])))
    assert "Отец стучал в дверь" in life and "небольшое" in life
    manager.post(reverse("life:void", args=["shift", line.note.pk]), {"reason": "Не та семья"})
    assert "Не та семья" in text_of(manager.get(reverse("life:case", args=[case.pk])))


def test_the_look_back_is_the_one_of_the_case_and_asks_about_the_steps_of_the_exit() -> None:
    place = house()
    admission = admit(place, on=today() - timedelta(days=9), until=None)
    manager, scene = signed_in(place.scene.case_manager), place.scene
    actions.add_issue(
        actor=scene.case_manager, admission_id=admission.pk, title="Звонить по вторникам", is_after=True, on=today()
    )
    actions.depart(
        actor=scene.case_manager, admission_id=admission.pk, destination="rented", children="all", on=today()
    )
    back = scene.case.follow_ups.get()
    page = text_of(manager.get(reverse("stays:exit", args=[admission.pk])))
    look = reverse("cases:follow_up", args=[scene.case.pk])
    assert look in page
    assert "Звонить по вторникам" in text_of(manager.get(look))
    scene.case.refresh_from_db()
    manager.post(look, {"result": "lost", "on": today().strftime("%d.%m.%Y"), "revision": scene.case.revision})
    back.refresh_from_db()
    assert back.done_on == today() and scene.case.follow_ups.count() == 1
    assert look not in text_of(manager.get(reverse("stays:exit", args=[admission.pk])))


def test_a_day_is_proposed_written_marked_and_counted() -> None:
    place = house()
    admission = admit(place, on=today() - timedelta(days=3), until=None)
    client = signed_in(place.scene.case_manager)
    write = reverse("stays:routine_write", args=[admission.pk])
    proposed = client.get(write).context["form"].initial["day"]
    assert "Завтрак" in proposed
    assert client.post(write, {"day": "утром Завтрак"}).status_code == 422
    client.post(write, {"day": proposed})
    for ago, mark in ((0, "kept"), (1, "not")):
        on = (today() - timedelta(days=ago)).strftime("%d.%m.%Y")
        client.post(reverse("stays:routine_mark", args=[admission.pk]), {"mark": mark, "on": on})
    page = text_of(client.get(reverse("stays:routine", args=[admission.pk])))
    assert "Завтрак" in page and admission.marks.count() == 2


def test_skills_are_rated_on_coming_on_leaving_and_half_a_year_later() -> None:
    place = house()
    admission = admit(place, on=today() - timedelta(days=3), until=None)
    client = signed_in(place.scene.case_manager)
    sent = {"person_id": str(place.people[0]), "skill": "cooking", "entry": "0"}
    client.post(reverse("stays:skill_new", args=[admission.pk]), sent)
    line = admission.skills.get()
    rate = reverse("stays:skills_rate", args=[admission.pk])
    for point in ("exit", "follow_up"):
        day = today().strftime("%d.%m.%Y")
        client.post(rate, {"point": point, "on": day, f"level_{line.pk}": "3"})
    assert {one.point: one.level for one in line.levels.all()} == {"entry": 0, "exit": 3, "follow_up": 3}
    assert "сформирован 1 навык" in text_of(client.get(reverse("stays:skills", args=[admission.pk])))


def test_the_board_asks_few_questions_however_many_live_there(django_assert_max_num_queries) -> None:
    place = house(3, 3, 3, 3)
    for number in range(3):
        admit(place, another_family(place, children=2), beds=place.beds[number * 3 :], on=today(), until=None)
    client = signed_in(place.scene.coordinator)
    address = reverse("stays:board", args=[place.shelter.pk])
    client.get(address)
    with django_assert_max_num_queries(15):
        client.get(address)
