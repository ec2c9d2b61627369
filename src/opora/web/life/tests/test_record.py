"""«Записать»: two touches and two lines, on a path, on a case without one, from any page; and taken back at once."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from opora.access.rules import SYSTEM, Role
from opora.audit.models import JournalEntry
from opora.cases import actions as cases
from opora.cases.models import Case
from opora.cases.tests.factories import department, household, program, worker
from opora.circumstances.models import LifeChange
from opora.common.dates import now, today
from opora.drafts.models import FormDraft
from opora.families import actions as families
from opora.families.models import Person
from opora.families.rules import Identity
from opora.intake.models import ContactRecord, Observation, UrgentAid, Visit
from opora.papers.models import StoredFile
from opora.papers.tests.test_files import PDF, PNG
from opora.plans import actions as plans
from opora.plans.models import FamilyStep, UnforeseenEvent
from opora.plans.tests.factories import Walk, make_plan, make_task, make_walk
from opora.process.models import Paper
from opora.web.intake.tests.test_signals import signed_in, text_of

pytestmark = pytest.mark.django_db

TYPED: dict[str, dict[str, Any]] = {
    "visit": {"notes": "Дома тепло"},
    "plan_visit": {"at": "16:20"},
    "call": {"party": "mother", "result": "reached", "notes": "Придёт в пятницу"},
    "meeting": {"party": "father", "notes": "Пришёл сам"},
    "letter": {"party": "organisation", "whom": "школа № 14", "notes": "О питании"},
    "step": {"what": "step", "notes": "Сама записала Мишу к врачу"},
    "observation": {"notes": "Дети во дворе одни"},
    "event": {"what": "illness", "notes": "Бабушка в больнице"},
    "aid": {"aid_food": "2"},
}


def sheet(walk: Walk, kind: str) -> str:
    return reverse("life:case_record", args=[walk.case.pk, kind])


def save(client: Client, address: str, user_id: int | None, **typed: Any) -> Any:
    return client.post(address, {"day": "today", "visitor_ids": [user_id], **typed}, follow=True)


def life_of(client: Client, walk: Walk) -> str:
    return text_of(client.get(reverse("life:case", args=[walk.case.pk])))


@pytest.mark.parametrize("kind", TYPED)
def test_each_kind_is_recorded_by_one_sheet_and_stands_on_top_of_the_life(kind: str) -> None:
    walk = make_walk()
    client = signed_in(walk.manager)
    answer = save(client, sheet(walk, kind), walk.manager.user_id, **TYPED[kind])
    assert answer.status_code == 200 and answer.redirect_chain[-1][0] == f"/cases/{walk.case.pk}/"
    undo = f"/life/{ {'letter': 'mail', 'call': 'contact', 'meeting': 'contact'}.get(kind, kind) }/"
    assert undo.replace("plan_visit", "visit") in text_of(answer), "the saved record can be taken back at once"
    page = life_of(client, walk)
    words = TYPED[kind].get("notes")
    assert words is None or words in page


def test_nothing_is_chosen_beforehand_but_today_and_oneself() -> None:
    walk = make_walk()
    page = text_of(signed_in(walk.manager).get(sheet(walk, "visit")))
    chosen = [part for part in page.split("<input")[1:] if " checked" in part.split(">")[0]]
    assert len(chosen) == 2
    assert 'value="today"' in chosen[0] and f'value="{walk.manager.user_id}"' in chosen[1]
    call = text_of(signed_in(walk.manager).get(sheet(walk, "call")))
    assert call.count(" checked") == 1


def test_children_are_named_for_those_who_may_know_them() -> None:
    walk = make_walk()
    child = Person.objects.get(pk=walk.home.child_ids[0])
    identity = Identity(given="Соня", surname="Ветрова")
    families.update_identity(actor=worker(Role.HEAD), person=child, identity=identity, case_id=walk.case.pk)
    assert "Соня" in text_of(signed_in(walk.manager).get(sheet(walk, "visit")))
    assert JournalEntry.objects.filter(verb="families.identity_opened", person_id=child.pk).exists()


def test_a_contact_from_the_sheet_counts_for_the_process_and_taken_back_it_does_not() -> None:
    walk = make_walk()
    client = signed_in(walk.manager)
    save(client, sheet(walk, "call"), None, **TYPED["call"])
    contact = ContactRecord.objects.get()
    made = Paper.objects.filter(kind="contact_made", source=f"intake.contact:{contact.pk}")
    assert made.get().withdrawn_on is None
    client.post(reverse("life:undo", args=["contact", contact.pk]))
    assert made.get().withdrawn_on == today() and not ContactRecord.objects.exists()
    assert "is-voided" in life_of(client, walk), "what was taken back stays readable"


def test_an_act_from_the_sheet_counts_at_once() -> None:
    walk = make_walk()
    save(signed_in(walk.manager), sheet(walk, "aid"), None, aid_food="2", aid_money="1 500,50")
    assert {item.kind: str(item.quantity) for item in UrgentAid.objects.get().items.all()} == {
        "food": "2.00",
        "money": "1500.50",
    }
    assert Paper.objects.filter(kind="aid_act", withdrawn_on=None).exists()


def test_a_photograph_lies_sealed_with_its_visit_and_a_document_is_not_one() -> None:
    walk = make_walk()
    client = signed_in(walk.manager)
    photo = SimpleUploadedFile("кухня.png", PNG)
    save(client, sheet(walk, "visit"), walk.manager.user_id, notes="Дома тепло", photos=[photo])
    kept = StoredFile.objects.get()
    assert kept.source == f"intake.visit:{Visit.objects.get().pk}" and "кухня".encode() not in bytes(kept.name)
    assert reverse("papers:content", args=[kept.pk]) in life_of(client, walk)
    assert client.get(reverse("papers:content", args=[kept.pk])).content == PNG
    answer = save(
        client, sheet(walk, "visit"), walk.manager.user_id, notes="x", photos=[SimpleUploadedFile("a.png", PDF)]
    )
    assert answer.status_code == 422 and Visit.objects.count() == 1, "all of it or nothing"


def test_a_photograph_laid_with_a_visit_by_mistake_is_taken_back_alone() -> None:
    walk = make_walk()
    client = signed_in(walk.manager)
    photo = SimpleUploadedFile("кухня.png", PNG)
    save(client, sheet(walk, "visit"), walk.manager.user_id, notes="Дома тепло", photos=[photo])
    kept = StoredFile.objects.get()
    void, content = reverse("life:void", args=["file", kept.pk]), reverse("papers:content", args=[kept.pk])
    assert void in life_of(client, walk)
    assert client.post(void, {"reason": "Снимок другой семьи"}).status_code == 302
    life = life_of(client, walk)
    assert "Снимок другой семьи" in life and "Дома тепло" in life and content not in life
    assert client.get(content).status_code == 404 and Visit.objects.count() == 1


def test_all_mistakes_are_told_at_once_and_what_was_typed_stays() -> None:
    walk = make_walk()
    answer = save(signed_in(walk.manager), sheet(walk, "call"), None, day="other", notes="Обещала перезвонить")
    page = text_of(answer)
    assert answer.status_code == 422 and "Обещала перезвонить" in page
    assert page.count('class="error"') >= 3, "the date, with whom, what came of it"


def test_a_day_that_has_not_come_is_no_day_of_a_visit() -> None:
    walk = make_walk()
    ahead = (today() + timedelta(days=2)).isoformat()
    answer = save(signed_in(walk.manager), sheet(walk, "visit"), walk.manager.user_id, day="other", date=ahead)
    assert answer.status_code == 422 and not Visit.objects.exists()
    save(signed_in(walk.manager), sheet(walk, "plan_visit"), walk.manager.user_id, day="other", date=ahead, at="16:20")
    visit = Visit.objects.get()
    assert (visit.planned_on.isoformat(), f"{visit.at:%H:%M}") == (ahead, "16:20")


def test_worries_about_a_child_are_followed_by_a_word_of_what_to_do() -> None:
    walk = make_walk()
    answer = save(signed_in(walk.manager), sheet(walk, "observation"), None, notes="Плачет по ночам", is_worry="on")
    assert Observation.objects.get().is_worry
    assert answer.status_code == 200


def test_a_step_of_the_family_is_tied_to_an_open_task_of_its_plan() -> None:
    walk = make_walk()
    make_plan(route_id=walk.route.pk)
    mother = f"member:{walk.home.client.pk}"
    task = make_task(route_id=walk.route.pk, accountable=mother, title="Записать Мишу к врачу")
    done = make_task(route_id=walk.route.pk, accountable=mother, title="Оформить пособие")
    plans.finish_task(actor=walk.manager, task_id=done.pk, on=today())
    client = signed_in(walk.manager)
    page = text_of(client.get(sheet(walk, "step")))
    assert "Записать Мишу к врачу" in page and "Оформить пособие" not in page, "a task that is over is not offered"
    save(client, sheet(walk, "step"), None, **TYPED["step"], task_id=task.pk)
    assert FamilyStep.objects.get().task_id == task.pk
    assert "по задаче: записать Мишу к врачу" in life_of(client, walk)
    refused = save(client, sheet(walk, "step"), None, **TYPED["step"], task_id=done.pk)
    assert refused.status_code == 422 and FamilyStep.objects.count() == 1
    elsewhere = make_walk()
    make_plan(route_id=elsewhere.route.pk)
    strange = make_task(route_id=elsewhere.route.pk, accountable=f"member:{elsewhere.home.client.pk}")
    assert save(client, sheet(walk, "step"), None, **TYPED["step"], task_id=strange.pk).status_code == 422


def test_where_there_is_no_task_none_is_asked_for() -> None:
    walk = make_walk()
    assert "task_id" not in text_of(signed_in(walk.manager).get(sheet(walk, "step")))


def plain_case() -> tuple[Case, Any]:
    """An open case of a program without a process."""
    home = household(1)
    place = department()
    manager = worker(Role.CASE_MANAGER, place)
    case = cases.open_case(
        actor=worker(Role.HEAD),
        program_id=program(place).pk,
        department_id=place.pk,
        family_id=home.family.pk,
        client_id=home.client.pk,
        child_ids=home.child_ids,
        case_manager_id=manager.user_id,
        on=today() - timedelta(days=9),
    )
    return case, manager


@pytest.mark.parametrize("kind", sorted(set(TYPED) - {"aid"}))
def test_an_open_case_without_a_path_has_a_life_all_the_same(kind: str) -> None:
    case, manager = plain_case()
    client = signed_in(manager)
    assert "record/aid/" not in text_of(client.get(reverse("life:case_choose", args=[case.pk])))
    answer = save(client, reverse("life:case_record", args=[case.pk, kind]), manager.user_id, **TYPED[kind])
    assert answer.status_code == 200, text_of(answer)
    kept = [
        model.objects.filter(case=case).count()
        for model in (Visit, ContactRecord, Observation, FamilyStep, UnforeseenEvent)
    ]
    assert sum(kept) == 1
    page = text_of(client.get(reverse("life:case", args=[case.pk])))
    assert TYPED[kind].get("notes", "16:20") in page


def test_the_frame_leads_to_the_family_of_the_page_and_elsewhere_asks_which() -> None:
    walk = make_walk()
    client = signed_in(walk.manager)
    assert f'href="/cases/{walk.case.pk}/record/?back=' in text_of(client.get(f"/cases/{walk.case.pk}/"))
    assert f'href="/routes/{walk.route.pk}/record/?back=' in text_of(client.get(f"/routes/{walk.route.pk}/plan/"))
    assert 'href="/record/?back=' in text_of(client.get("/"))
    assert "data-record-key" not in text_of(signed_in(worker(Role.ANALYST)).get("/"))


def test_asked_which_family_todays_visit_stands_first() -> None:
    walk = make_walk()
    client = signed_in(walk.manager)
    save(client, sheet(walk, "plan_visit"), walk.manager.user_id, at="16:20")
    page = text_of(client.get(reverse("life:choose_family")))
    assert "16:20" in page and page.index("16:20") > page.index(walk.case.number)
    found = text_of(client.post(reverse("life:choose_family"), {"text": walk.case.number}))
    assert reverse("life:case_choose", args=[walk.case.pk]) in found


def test_back_leads_to_one_of_our_pages_only() -> None:
    walk = make_walk()
    typed = {**TYPED["observation"], "back": "https://example.org/"}
    answer = signed_in(walk.manager).post(sheet(walk, "observation"), {"day": "today", **typed})
    assert answer.headers["Location"] == f"/cases/{walk.case.pk}/"


def test_where_the_work_is_over_nothing_is_recorded() -> None:
    walk = make_walk()
    client = signed_in(walk.manager)
    Case.objects.filter(pk=walk.case.pk).update(closed_on=today())
    assert "/record/visit/" not in text_of(client.get(reverse("life:case_choose", args=[walk.case.pk])))
    answer = save(client, sheet(walk, "observation"), None, notes="Поздно")
    assert answer.status_code == 422 and not Observation.objects.exists()


def test_over_a_page_the_sheet_answers_without_a_frame_and_renews_the_page() -> None:
    walk = make_walk()
    client = signed_in(walk.manager)
    over = {"HX-Request": "true"}
    assert "<html" not in text_of(client.get(sheet(walk, "call"), headers=over))
    answer = client.post(sheet(walk, "call"), {"day": "today", **TYPED["call"]}, headers=over)
    assert (answer.status_code, answer.headers["HX-Refresh"]) == (204, "true")


def keep(client: Client, address: str, **typed: Any) -> Any:
    return client.post(address, {"draft-title": "Звонок", **typed}, HTTP_X_OPORA_DRAFT="keep", HTTP_HX_REQUEST="true")


def test_what_is_typed_into_a_sheet_comes_back_in_the_sheet_and_on_another_device_and_ends_with_the_record() -> None:
    walk = make_walk()
    client, address = signed_in(walk.manager), sheet(walk, "call")
    assert keep(client, address, day="today", party="mother", notes="Придёт в пятницу").status_code == 200
    for page in (
        client.get(address, headers={"HX-Request": "true"}),
        signed_in(walk.manager).get(f"{address}?back=/week/"),
    ):
        assert "Придёт в пятницу" in page.content.decode() and "Вернули начатое" in page.content.decode()
    assert "Звонок" in text_of(client.get("/"))
    save(client, address, walk.manager.user_id, **TYPED["call"])
    assert not FormDraft.objects.exists()
    assert "Вернули начатое" not in client.get(address).content.decode()


def test_a_sheet_begun_yesterday_does_not_take_yesterday_for_today() -> None:
    walk = make_walk()
    client, address = signed_in(walk.manager), sheet(walk, "call")
    keep(client, address, day="today", notes="Придёт в пятницу")
    FormDraft.objects.update(saved_at=now() - timedelta(days=1))
    form = client.get(address).context["form"]
    assert (form["day"].value(), form["date"].value()) == ("other", today() - timedelta(days=1))


def test_a_change_is_chosen_written_and_put_right_on_one_sheet() -> None:
    walk = make_walk()
    client = signed_in(walk.manager)
    chooser = text_of(client.get(sheet(walk, "change")))
    assert sheet(walk, "change-housing") in chooser and sheet(walk, "change-health") in chooser
    answer = save(client, sheet(walk, "change-housing"), walk.manager.user_id, value="rented", notes="Комната на год")
    assert answer.redirect_chain[-1][0] == f"/cases/{walk.case.pk}/"
    change = LifeChange.objects.get()
    assert (change.kind, change.value, change.on) == ("housing", "rented", today())
    assert "Жильё: съёмное" in life_of(client, walk) and "Комната на год" in life_of(client, walk)
    mended = client.post(reverse("life:mend", args=["change", change.pk]), {"day": "yesterday", "value": "own"})
    assert mended.status_code == 302
    assert LifeChange.objects.get().value == "own"
    client.post(reverse("life:undo", args=["change", change.pk]))
    assert not LifeChange.objects.exists()


def test_a_rating_of_the_client_asks_whose_it_is() -> None:
    walk = make_walk()
    client = signed_in(walk.manager)
    page = save(client, sheet(walk, "change-scaling"), None, item="coping", number="7", person_id=walk.home.client.pk)
    assert page.status_code == 422 and not LifeChange.objects.exists()
    save(
        client,
        sheet(walk, "change-scaling"),
        None,
        item="coping",
        number="7",
        person_id=walk.home.client.pk,
        rated_by="client",
    )
    assert LifeChange.objects.get().number == 7


def test_the_life_says_of_health_only_that_something_was_recorded() -> None:
    walk = make_walk()
    client = signed_in(walk.manager)
    child = walk.home.child_ids[0]
    save(client, sheet(walk, "change-health"), None, value="untreated", person_id=child, notes="Астма с осени")
    page = life_of(client, walk)
    assert "Здоровье" in page and "Астма" not in page and "не лечится" not in page
    assert client.get(sheet(walk, "change-nonsense")).status_code == 404


def test_families_to_choose_from_are_named_for_whoever_may_know_them() -> None:
    walk = make_walk()
    families.seal_identities(actor=SYSTEM, identities={walk.home.client.pk: Identity(surname="Ветрова")})
    case = walk.case
    page = text_of(signed_in(walk.manager).get(reverse("life:choose_family")))
    assert "Семья Ветровых" in page and f"{walk.home.client.code} · {case.number}" in page
    assert JournalEntry.objects.filter(verb="families.identity_opened", person_id=walk.home.client.pk).exists()
