"""The journal's pages: found, filtered, turned, and closed to those who may not read them."""

import pytest
from django.contrib.auth import get_user_model

from opora.access.rules import SYSTEM, Role
from opora.audit import actions as audit
from opora.audit.models import JournalEntry
from opora.audit.sentences import verbs
from opora.cases import actions as cases
from opora.cases.tests import factories
from opora.common.tests.each import each
from opora.web.journal.signs import AREAS, sign_of
from opora.web.shell.icons import read_drawing

pytestmark = pytest.mark.django_db


def signed_in(client, actor):
    client.force_login(get_user_model().objects.get(pk=actor.user_id))
    return client


def text_of(response):
    assert response.status_code == 200
    return response.content.decode()


@pytest.fixture
def head():
    return factories.worker(Role.HEAD, name="Ирина Павлова")


@pytest.fixture
def reader(client, head):
    return signed_in(client, head)


def test_a_line_says_who_did_what_in_words(reader):
    scene = factories.scene()
    cases.read_case_file(actor=scene.case_manager, case_id=scene.case.pk)
    page = text_of(reader.get("/journal/"))
    assert scene.case.number in page
    assert "Елена Соколова" in page
    assert f'href="/cases/{scene.case.pk}/"' in page


def test_the_administrator_reads_lines_but_is_led_to_no_family(client):
    scene = factories.scene()
    page = text_of(signed_in(client, factories.worker(Role.ADMINISTRATOR)).get("/journal/"))
    assert scene.case.number in page
    assert f'href="/cases/{scene.case.pk}/"' not in page


def test_the_journal_is_closed_to_those_who_have_no_right_to_it(client):
    for role in (Role.COORDINATOR, Role.CASE_MANAGER, Role.ANALYST, Role.VOLUNTEER):
        reader = signed_in(client, factories.worker(role))
        assert reader.get("/journal/").status_code == 404
        assert reader.get("/journal/check/").status_code == 404


def test_a_case_is_found_by_its_number_in_any_spelling(reader):
    one, other = factories.scene(), factories.scene(pattern="КЦ-{n}/{year}")
    page = text_of(reader.get("/journal/", {"number": f" {one.case.number.upper()} "}))
    assert one.case.number in page
    assert other.case.number not in page
    assert "Ничего не найдено" in text_of(reader.get("/journal/", {"number": "нет такого"}))


def test_lines_are_chosen_by_person_and_kind(reader):
    scene = factories.scene()
    cases.read_case_file(actor=scene.case_manager, case_id=scene.case.pk)
    cases.read_case_file(actor=scene.coordinator, case_id=scene.case.pk)
    page = text_of(reader.get("/journal/", {"who": scene.coordinator.user_id, "what": "cases.file_opened"}))
    lines = page[page.index('id="results"') :]
    assert "Мария Орлова" in lines
    assert "Елена Соколова" not in lines


def test_lines_are_chosen_by_period(reader):
    factories.scene()
    assert "Ничего не найдено" in text_of(reader.get("/journal/", {"to_on": "2001-01-01"}))
    page = text_of(reader.get("/journal/", {"from_on": "2026-02-02", "to_on": "2026-01-01"}))
    assert "Период заканчивается раньше" in page


@pytest.mark.parametrize("before", ["x", "-1", "9" * 40, "١"])
def test_a_damaged_address_shows_the_first_page(reader, before):
    factories.scene()
    assert 'class="log"' in text_of(reader.get("/journal/", {"before": before}))


def test_a_long_journal_turns_page_by_page(reader):
    audit.record_many(actor=SYSTEM, verb="audit.verified", entries=[{"sealed": number} for number in range(60)])
    first = text_of(reader.get("/journal/"))
    assert first.count("<li><time") == 50
    last = JournalEntry.objects.order_by("-id")[49].id
    assert f"before={last}" in first
    second = text_of(reader.get("/journal/", {"before": last}))
    assert "<li><time" in second
    assert 'rel="prev"' in second


def test_the_pages_ask_few_questions(reader, django_assert_max_num_queries):
    factories.scene()
    with django_assert_max_num_queries(15):
        reader.get("/journal/")


def test_the_team_sees_who_saw_the_family(client):
    scene = factories.scene()
    for _ in range(2):
        audit.record(actor=scene.coordinator, verb="cases.file_opened", case_id=scene.case.pk, number=scene.case.number)
    page = text_of(signed_in(client, scene.case_manager).get(f"/cases/{scene.case.pk}/journal/"))
    assert "Кто видел эту семью" in page
    assert "Мария Орлова" in page
    assert scene.home.client.code in page


def test_whoever_read_any_record_of_the_family_saw_it_also_before_it_had_a_case(client):
    scene = factories.scene()
    reader, early = (factories.worker(Role.HEAD, name=name) for name in ("Анна Читалова", "Нина Ранняя"))
    audit.record(actor=reader, verb="papers.consent_read", case_id=scene.case.pk, route=7, number="2/2026")
    audit.record(actor=early, verb="process.looked", family_id=scene.home.family.pk, route=7)
    shown = signed_in(client, scene.case_manager).get(f"/cases/{scene.case.pk}/journal/").content.decode()
    seen = shown[shown.index("Кто смотрел") : shown.index('id="results"')]
    assert "Анна Читалова" in seen and "Нина Ранняя" in seen and "Другие записи" in seen


def test_who_saw_the_family_is_absent_for_everybody_else(client):
    scene = factories.scene()
    for other in (factories.worker(Role.CASE_MANAGER, scene.department), factories.worker(Role.ADMINISTRATOR)):
        assert signed_in(client, other).get(f"/cases/{scene.case.pk}/journal/").status_code == 404


def test_a_check_finds_the_journal_whole_and_notes_it(reader):
    factories.scene()
    assert "Журнал ещё не проверяли" in text_of(reader.get("/journal/check/"))
    page = text_of(reader.post("/journal/check/"))
    assert "Всё в порядке" in page
    assert "Последняя проверка" in page
    assert JournalEntry.objects.filter(verb="audit.verified", actor_name="Ирина Павлова").exists()


def test_a_journal_found_touched_is_not_called_in_order(reader):
    factories.scene()
    audit.record(actor=SYSTEM, verb="audit.verified", sealed=3)
    audit.record(actor=SYSTEM, verb="audit.found_touched", entries=[1], seals=["—"])
    page = text_of(reader.get("/journal/check/"))
    assert "сама программа; обнаружено вмешательство" in page
    assert "всё в порядке" not in page


def test_every_room_of_the_journal_has_a_name_and_a_sign():
    for verb in each(verbs()):
        assert verb.partition(".")[0] in AREAS, verb
        assert read_drawing(sign_of(verb))


@pytest.mark.parametrize("page", ["people/", "team/", "history/", "assessments/", "assessments/profile/", "close/"])
def test_whichever_page_of_a_case_is_read_somebody_looked(client, page):
    scene = factories.scene()
    reader = signed_in(client, scene.coordinator)
    for _ in range(2):
        assert reader.get(f"/cases/{scene.case.pk}/{page}").status_code == 200
    looks = JournalEntry.objects.filter(verb="cases.file_opened", case_id=scene.case.pk)
    assert [(look.actor_id, look.data["number"]) for look in looks] == [(scene.coordinator.user_id, scene.case.number)]


def test_a_look_refused_is_no_look(client):
    scene = factories.scene()
    stranger = signed_in(client, factories.worker(Role.CASE_MANAGER, scene.department))
    assert stranger.get(f"/cases/{scene.case.pk}/people/").status_code == 404
    assert not JournalEntry.objects.filter(verb="cases.file_opened").exists()


def test_who_looked_at_another_case_of_the_family_saw_the_family(client):
    scene = factories.scene()
    place = factories.department()
    other = factories.worker(Role.CASE_MANAGER, place, "Ольга Зимина")
    case = factories.open_case(place, factories.program(place), scene.home, other)
    cases.read_case_file(actor=other, case_id=case.pk)
    page = text_of(signed_in(client, scene.case_manager).get(f"/cases/{scene.case.pk}/journal/"))
    assert "Ольга Зимина" in page
    assert case.number not in page.replace(scene.case.number, "")


def test_a_line_about_a_record_brought_together_with_another_leads_to_the_one_that_stayed(reader):
    scene = factories.scene()
    gone = factories.household(children=1, letter="Ж").client
    about = {"case_id": scene.case.pk, "person_id": gone.pk, "code": gone.code}
    audit.record(actor=SYSTEM, verb="families.identity_opened", **about)
    kept = scene.home.client
    address = f'href="/cases/{scene.case.pk}/people/{kept.pk}/"'
    page = text_of(reader.get(f"/cases/{scene.case.pk}/journal/"))
    assert gone.code in page and address not in page
    type(gone).objects.filter(pk=gone.pk).update(merged_into=kept)
    page = text_of(reader.get(f"/cases/{scene.case.pk}/journal/"))
    assert gone.code in page and address in page and f"ныне {kept.code}" in page


def test_the_reader_sees_when_everything_was_backed_up_last_and_that_a_backup_failed(reader):
    assert "Резервных копий ещё не было" in text_of(reader.get("/journal/"))
    audit.record(actor=SYSTEM, verb="backups.made", files=3)
    page = text_of(reader.get("/journal/"))
    assert "Последняя резервная копия:" in page and "Копия не удалась" not in page
    audit.record(actor=SYSTEM, verb="backups.not_made")
    assert "Копия не удалась" in text_of(reader.get("/journal/"))
    audit.record(actor=SYSTEM, verb="backups.made", files=3)
    assert "Копия не удалась" not in text_of(reader.get("/journal/"))
