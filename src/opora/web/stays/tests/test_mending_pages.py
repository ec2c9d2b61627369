"""Pages by which what was written wrong of a stay is put right or taken back."""

from datetime import timedelta

import pytest
from django.urls import reverse

from opora.access.rules import SYSTEM, Role
from opora.cases.actions import start_stay
from opora.cases.tests.factories import department, worker
from opora.stays import actions, queries
from opora.stays.models import Admission, BedUse, ExitIssue, Lodger, NightAway
from opora.stays.tests.factories import CAME, House, admit, house
from opora.web.intake.tests.test_signals import signed_in, text_of

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def place() -> House:
    return house()


def page(place: House, name: str, *args: object) -> str:
    return text_of(signed_in(place.scene.coordinator).get(reverse(f"stays:{name}", args=args)))


def test_an_admission_is_put_right_on_its_page(place: House) -> None:
    admission, client = admit(place, until=None), signed_in(place.scene.coordinator)
    address = reverse("stays:correct", args=[admission.pk])
    mother, child, other = place.people
    asked = {
        "on": (CAME + DAY).isoformat(),
        "reason": "no_home",
        f"bed_{mother}": str(place.beds[3].pk),
        f"bed_{child}": "shared",
        f"bed_{other}": "",
    }
    refused = client.post(address, {**asked, "why": ""})
    assert refused.status_code == 422 and BedUse.objects.count() == 3
    assert client.post(address, {**asked, "why": "Перепутали комнаты"}).status_code == 302
    assert [(one.person_id, one.from_on) for one in Lodger.objects.all()] == [(mother, CAME + DAY), (child, CAME + DAY)]
    told = page(place, "admission", admission.pk)
    assert "Перепутали комнаты" in told and "Комната 1" in told, "the former words stand beside it"


def test_an_admission_is_put_right_to_another_centre_on_the_same_page(place: House) -> None:
    admission, client = admit(place), signed_in(place.scene.coordinator)
    other = actions.add_shelter(actor=SYSTEM, name="Другой центр", department_id=place.scene.department.pk, on=CAME)
    actions.add_room(actor=SYSTEM, shelter_id=other.pk, name="Комната 7", beds=3, on=CAME)
    address = reverse("stays:correct", args=[admission.pk])
    assert "Комната 7" not in text_of(client.get(address))
    elsewhere = f"{address}?place={other.pk}"
    asked = text_of(client.get(elsewhere))
    assert "Комната 7" in asked and "Комната 1" not in asked
    beds = queries.free_beds(other.pk, from_on=CAME, until=None)
    told = {f"bed_{person}": str(bed.id) for person, bed in zip(place.people, beds, strict=True)}
    done = client.post(elsewhere, {"on": CAME.isoformat(), "reason": "violence", "why": "Не тот центр", **told})
    assert done.status_code == 302
    assert Admission.objects.get().shelter_id == other.pk
    assert place.shelter.name in page(place, "admission", admission.pk), "where it stood before is told"


def test_how_a_family_was_prepared_is_taken_back_with_a_reason(place: House) -> None:
    admission, client = admit(place), signed_in(place.scene.coordinator)
    ready = actions.note_readiness(
        actor=SYSTEM, admission_id=admission.pk, kind="social", is_done=True, note="Есть работа", on=CAME
    )
    address = reverse("stays:void", args=["readiness", ready.pk])
    assert address in page(place, "exit", admission.pk)
    assert client.post(address, {"reason": "Другая семья"}).status_code == 302
    told = page(place, "exit", admission.pk)
    assert "Другая семья" in told and "Есть работа" in told and address not in told


def test_an_admission_that_never_was_is_struck_through_and_another_can_be_made(place: House) -> None:
    admission, client = admit(place), signed_in(place.scene.coordinator)
    address = reverse("stays:void", args=["admission", admission.pk])
    assert client.post(address, {"reason": ""}).status_code == 422
    assert client.post(address, {"reason": "Не та семья"}).status_code == 302
    told = page(place, "admission", admission.pk)
    assert "Не та семья" in told and "Аннулировано" in told
    assert reverse("stays:depart", args=[admission.pk]) not in told
    history = page(place, "case", place.scene.case.pk)
    assert "is-voided" in history and reverse("stays:case_admit", args=[place.scene.case.pk]) in history
    life = text_of(client.get(reverse("life:case", args=[place.scene.case.pk])))
    assert "Не та семья" in life and "is-voided" in life


def test_the_life_leads_to_the_page_of_the_admission_and_voids_it_too(place: House) -> None:
    admission, client = admit(place), signed_in(place.scene.coordinator)
    mend = client.get(reverse("life:mend", args=["stay", admission.pk]))
    assert (mend.status_code, mend["Location"]) == (302, reverse("stays:correct", args=[admission.pk]))
    done = client.post(reverse("life:void", args=["stay", admission.pk]), {"reason": "Не та семья"})
    assert done.status_code == 302 and not BedUse.objects.exists()


def test_a_past_night_away_is_told_put_right_and_taken_back(place: House) -> None:
    admission, client = admit(place), signed_in(place.scene.coordinator)
    (night,) = actions.note_away(
        actor=SYSTEM,
        admission_id=admission.pk,
        lodger_ids=[Lodger.objects.order_by("pk")[0].pk],
        from_on=CAME + DAY,
        back_on=CAME + 2 * DAY,
        note="У сестры",
        on=CAME,
    )
    assert "У сестры" in page(place, "admission", admission.pk)
    mend = reverse("stays:mend", args=["away", night.pk])
    days = {"from_on": (CAME + DAY).isoformat(), "back_on": (CAME + 4 * DAY).isoformat()}
    assert client.post(mend, {**days, "note": "У мамы", "reason": "Не те дни"}).status_code == 302
    told = page(place, "admission", admission.pk)
    assert "У мамы" in told and "У сестры" in told and "Не те дни" in told
    client.post(reverse("stays:void", args=["away", night.pk]), {"reason": "Была здесь"})
    assert NightAway.objects.count() == 0 and "Была здесь" in page(place, "admission", admission.pk)
    assert client.post(mend, {**days, "note": "", "reason": "Ещё раз"}).status_code in {409, 422}


def test_the_way_out_is_put_right_on_its_page(place: House) -> None:
    admission, client = admit(place), signed_in(place.scene.coordinator)
    manager = place.scene.case_manager
    agreed = actions.agree_exit(actor=manager, admission_id=admission.pk, exit_on=CAME + 9 * DAY, on=CAME)
    issue = actions.add_issue(actor=manager, admission_id=admission.pk, title="Найти жильё", on=CAME)
    gone = actions.depart(
        actor=manager, admission_id=admission.pk, destination="own_home", children="all", on=CAME + 3 * DAY
    )
    told = page(place, "exit", admission.pk)
    for kind, record in (("departure", gone), ("exit-day", agreed), ("issue", issue)):
        assert reverse("stays:mend", args=[kind, record.pk]) in told
        assert client.get(reverse("stays:mend", args=[kind, record.pk])).status_code == 200
    asked = {"title": "Найти комнату", "whose": "partner", "reason": "Описка"}
    assert client.post(reverse("stays:mend", args=["issue", issue.pk]), asked).status_code == 302
    assert ExitIssue.objects.get().title_text == "Найти комнату"
    left = {"on": (CAME + 2 * DAY).isoformat(), "destination": "rented", "children": "all", "reason": "Не тот день"}
    assert client.post(reverse("stays:mend", args=["departure", gone.pk]), left).status_code == 302
    assert place.scene.case.stays.get().left_on == CAME + 2 * DAY
    client.post(reverse("stays:void", args=["departure", gone.pk]), {"reason": "Осталась"})
    assert Admission.objects.get().departure is None and "Осталась" in page(place, "exit", admission.pk)


def test_marks_and_ratings_are_taken_back_on_their_pages(place: House) -> None:
    admission, client = admit(place), signed_in(place.scene.coordinator)
    about = {"actor": place.scene.case_manager, "admission_id": admission.pk}
    mark = actions.mark_routine(**about, mark="not", note="Проспали", on=CAME + DAY)
    actions.mark_routine(**about, mark="kept", note="Ровно", on=CAME + DAY)
    line = actions.plan_skill(**about, person_id=place.people[0], skill="cooking", entry=1, on=CAME)
    for kind, pk in (("mark", mark.pk), ("level", line.levels.get().pk), ("skill", line.pk)):
        address = reverse("stays:void", args=[kind, pk])
        assert client.get(reverse("stays:mend", args=[kind, pk])).status_code == 404
        assert client.post(address, {"reason": "По ошибке"}).status_code == 302
        assert client.get(address).status_code == 404, "it is no more"
    assert "По ошибке" in page(place, "routine", admission.pk) and "По ошибке" in page(place, "skills", admission.pk)
    assert queries.skills_of(admission).rows == ()


def test_who_may_not_mend_is_not_asked_and_a_stranger_finds_nothing(place: House) -> None:
    admission = admit(place)
    stranger = signed_in(worker(Role.COORDINATOR, department()))
    for address in (
        reverse("stays:correct", args=[admission.pk]),
        reverse("stays:void", args=["admission", admission.pk]),
        reverse("stays:mend", args=["away", 10**9]),
        reverse("stays:void", args=["nothing", admission.pk]),
    ):
        assert stranger.get(address).status_code == 404
    specialist = signed_in(worker(Role.SPECIALIST, place.scene.department))
    assert (
        specialist.post(reverse("stays:void", args=["admission", admission.pk]), {"reason": "Нет"}).status_code == 404
    )
    assert Admission.objects.count() == 1


def test_a_stay_without_beds_is_put_right_and_taken_back_on_the_page_of_the_case(place: House) -> None:
    case = place.scene.case
    stay = start_stay(actor=SYSTEM, case_id=case.pk, on=CAME)
    client = signed_in(place.scene.coordinator)
    correct, void = (reverse(f"stays:stay_{verb}", args=[case.pk, stay.pk]) for verb in ("correct", "void"))
    assert correct in page(place, "case", case.pk)
    sent = {"from_on": (CAME + DAY).isoformat(), "reason": "Описка"}
    assert client.post(correct, {**sent, "from_on": "2020-01-01"}).status_code == 422
    assert client.post(correct, sent).status_code == 302
    assert case.stays.get().from_on == CAME + DAY and "Описка" in page(place, "case", case.pk)
    manager = signed_in(place.scene.case_manager)
    assert correct not in text_of(manager.get(reverse("stays:case", args=[case.pk])))
    assert manager.get(correct).status_code == 404
    assert client.post(void, {"reason": "Не та семья"}).status_code == 302
    assert not case.stays.exists() and "Не та семья" in page(place, "case", case.pk)


def test_a_page_that_takes_back_says_what(place: House) -> None:
    """The mark of which day, the skill of whom: nobody voids what was not meant."""
    admission = admit(place)
    about = {"actor": SYSTEM, "admission_id": admission.pk}
    mark = actions.mark_routine(**about, mark="kept", note="Ровно", on=CAME)
    line = actions.plan_skill(**about, person_id=place.people[0], skill="cooking", entry=1, on=CAME)
    (night,) = actions.note_away(
        **about,
        lodger_ids=[Lodger.objects.get(person=place.people[1]).pk],
        from_on=CAME + DAY,
        back_on=CAME + 2 * DAY,
        note="У сестры",
        on=CAME,
    )
    code = place.scene.home.client.code
    assert f"{CAME:%d.%m.%Y}: соблюдается; Ровно" in page(place, "void", "mark", mark.pk)
    assert f"риготовление еды, {code}" in page(place, "void", "skill", line.pk)
    level = page(place, "void", "level", line.levels.get().pk)
    assert "с помощью" in level and code in level
    assert f"{CAME + DAY:%d.%m.%Y}" in page(place, "void", "away", night.pk)
    assert place.scene.home.children[0].code in page(place, "mend", "away", night.pk), "whose night it is"
    assert "Комната 1" in page(place, "void", "admission", admission.pk)
