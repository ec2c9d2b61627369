"""A methodologist changes a process in the browser: terms, steps, decisions, who; checks, compares, publishes it."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from opora.access.rules import SYSTEM
from opora.common.toml_text import Notes, parse_toml
from opora.packs.actions import publish_practice
from opora.packs.queries import shipped_practices
from opora.pathways.models import ProcessDraft, RouteVersion
from opora.pathways.queries import definition_of, latest_versions
from opora.pathways.rules.editing import facts_of, parts_of, rows_of
from opora.web.instruments.tests.test_editor import client

pytestmark = pytest.mark.django_db
CODE = "support_and_shelter"
DRAFT = f"/process/{CODE}/draft/"


@pytest.fixture
def anna() -> Client:
    publish_practice(actor=SYSTEM, folder=shipped_practices()[CODE])
    browser = client("Анна")
    assert "Изменить процесс" in browser.get(f"/process/{CODE}/versions/").content.decode()
    browser.post(f"{DRAFT}begin/")
    return browser


def sent(browser: Client, path: str, **typed: object) -> Any:
    """Send a form back as a browser would, with what is typed into it."""
    return browser.post(path, {**drawn(browser, path), **typed}, follow=True)


def drawn(browser: Client, path: str) -> dict[str, Any]:
    """What a form says as it is drawn; a box that is not ticked and a line that is empty say nothing."""
    form = browser.get(path).context["form"]
    values = {name: form[name].value() for name in form.fields}
    return {name: value for name, value in values.items() if value is not False and value not in (None, "", [])}


def newest() -> Any:
    return definition_of(next(one for one in latest_versions() if one.code == CODE))


def test_opening_and_saving_parts_of_every_kind_changes_nothing(anna: Client) -> None:
    body = ProcessDraft.objects.get().body
    for part in ("stage", "exit", "action", "document", "field", "role", "table", "assumption", "result"):
        for name in list(parts_of(body, part))[-3:]:
            assert sent(anna, f"{DRAFT}parts/{part}/{name}/").status_code == 200
    for table in parts_of(body, "table"):
        for number in range(len(rows_of(body, table)))[:2]:
            sent(anna, f"{DRAFT}criteria/{table}/rows/{number}/")
        for fact in facts_of(body, table):
            sent(anna, f"{DRAFT}criteria/{table}/facts/of/{fact}/")
    sent(anna, f"{DRAFT}head/")
    assert (ProcessDraft.objects.get().body, ProcessDraft.objects.get().revision) == (body, 1)
    assert "Пока ничего не изменено" in anna.get(f"{DRAFT}publish/").content.decode()
    assert anna.post(f"{DRAFT}publish/").status_code == 422


def test_a_term_a_task_and_who_acts_are_changed_and_published(anna: Client) -> None:
    sent(anna, f"{DRAFT}parts/stage/visit/", days=9, role="manager", tasks_ru="Договориться о времени")
    page = anna.get(f"{DRAFT}publish/").content.decode()
    assert "срок" in page and "кто отвечает" in page and "что сделать" in page
    assert "Действует версия" in sent(anna, f"{DRAFT}publish/").content.decode()
    stage = newest().stages["visit"]
    assert (stage.days, stage.role) == (9, "manager")
    assert [one.ru for one in stage.tasks.values()] == ["Договориться о времени"]
    assert RouteVersion.objects.filter(code=CODE).count() == 2


def test_a_new_stage_tells_what_it_lacks_until_steps_lead_there(anna: Client) -> None:
    sent(anna, f"{DRAFT}add/stage/", title_ru="Раздумье", role="manager", column=6, row=4, days=3)
    page = anna.get(f"{DRAFT}publish/").content.decode()
    assert "Раздумье" in page and "Опубликовать новую версию" not in page
    assert f'href="{DRAFT}parts/stage/stage1/"' in page or f'href="{DRAFT}head/"' in page
    assert anna.post(f"{DRAFT}publish/").status_code == 422
    sent(anna, f"{DRAFT}add/action/", title_ru="Дать время", sources=["contract"], to="stage1")
    sent(anna, f"{DRAFT}add/action/", title_ru="Вернуться", sources=["stage1"], to="contract")
    assert "Действует версия" in sent(anna, f"{DRAFT}publish/").content.decode()
    assert newest().actions["step1"].to == "stage1"


def test_a_decision_is_moved_and_a_row_that_never_applies_is_named(anna: Client) -> None:
    anna.post(f"{DRAFT}criteria/need/rows/5/shift/", {"way": "up"})
    sent(anna, f"{DRAFT}criteria/need/add/", then="fits", why_ru="Всегда")
    page = anna.get(f"{DRAFT}criteria/need/").content.decode()
    assert "Всегда" in page
    anna.post(f"{DRAFT}criteria/need/rows/6/remove/")
    sent(anna, f"{DRAFT}publish/")
    assert [row.then for row in newest().criteria["need"].rows][4:] == ["fits", "not_fits"]


def test_a_yes_removes_the_row_that_was_asked_about_and_no_other(anna: Client) -> None:
    path = f"{DRAFT}criteria/need/rows/5/remove/"
    asked = anna.get(path).context["state"]
    client("Борис").post(f"{DRAFT}criteria/need/rows/5/shift/", {"way": "up"})
    before = ProcessDraft.objects.get().body
    assert "Коллега за это время" in anna.post(path, {"state": asked}, follow=True).content.decode()
    assert ProcessDraft.objects.get().body == before
    anna.post(path, {"state": anna.get(path).context["state"]})
    assert (
        len(ProcessDraft.objects.get().body["criteria"]["need"]["rows"]) == len(before["criteria"]["need"]["rows"]) - 1
    )


def test_what_stood_only_in_files_is_changed_here(anna: Client) -> None:
    sent(anna, f"{DRAFT}add/assumption/", title_ru="Семья сама выбирает темп", title_en="The family sets the pace")
    words = {"tasks_ru": "Договориться о времени\nВзять с собой форму", "tasks_en": "Agree on a time\nBring the form"}
    more = {"short_ru": "Визит", "short_en": "Visit", "uses_ru": "Карта района", "assumptions": ["assumption1"]}
    sent(anna, f"{DRAFT}parts/stage/visit/", **words, **more)
    sent(anna, f"{DRAFT}parts/action/refuse/", excluded=["signal"])
    refused = sent(anna, f"{DRAFT}parts/action/refuse/", anywhere="", sources=["visit"], excluded=["signal"])
    assert refused.status_code == 422 and "С любого этапа" in refused.content.decode()
    sent(anna, f"{DRAFT}add/result/", title_ru="Ребёнок дома", title_en="At home", exits=["closed"], column=6, row=4)
    page = sent(anna, f"{DRAFT}publish/").content.decode()
    assert "Действует версия" in page
    visit, refuse = newest().stages["visit"], newest().actions["refuse"]
    assert [(one.ru, one.en) for one in visit.tasks.values()][1] == ("Взять с собой форму", "Bring the form")
    assert (visit.short.en, [one.ru for one in visit.uses.values()]) == ("Visit", ["Карта района"])
    assert visit.assumptions == ("assumption1",) and "signal" not in newest().from_stages(refuse)
    assert newest().results["outcome1"].exits == ("closed",)


def test_a_task_in_other_words_is_the_task_that_families_did(anna: Client) -> None:
    path = f"{DRAFT}parts/stage/assess/"
    sent(anna, path, tasks_ru="Поговорить с ребёнком\nПоговорить со школой")
    before = ProcessDraft.objects.get().body["stages"]["assess"]["tasks"]
    lines = [one["ru"] for one in before.values()]
    sent(anna, path, tasks_ru="\n".join(["Другими словами", *lines[1:]]))
    after = ProcessDraft.objects.get().body["stages"]["assess"]["tasks"]
    assert list(after) == list(before) and next(iter(after.values()))["ru"] == "Другими словами"


def test_two_at_one_stage_lose_nothing(anna: Client) -> None:
    boris = client("Борис")
    path = f"{DRAFT}parts/stage/visit/"
    opened = drawn(anna, path)
    sent(boris, path, title_ru="Слова Бориса")
    late = anna.post(path, {**opened, "title_ru": "Слова Анны"})
    assert late.status_code == 422
    assert "Борис" in late.content.decode() and "Слова Бориса" in late.content.decode()
    assert ProcessDraft.objects.get().body["stages"]["visit"]["title"]["ru"] == "Слова Бориса"


def test_what_is_taken_away_comes_back_as_it_was(anna: Client) -> None:
    body = RouteVersion.objects.get(code=CODE).body
    taken = anna.get(f"/process/{CODE}/toml/").content.decode()
    assert parse_toml(Notes("process.toml"), taken) == body
    anna.post(f"{DRAFT}give-up/")
    changed = taken.replace("Назначить встречу", "Назначить первую встречу")
    anna.post(f"/process/{CODE}/versions/", {"file": SimpleUploadedFile("process.toml", changed.encode())})
    page = anna.get(f"{DRAFT}publish/").content.decode()
    assert "<ins>Назначить первую встречу</ins>" in page


@pytest.mark.parametrize("content", [b"code = ", b'code = "other"', b"\xff\xfe", b'code = "support_and_shelter"'])
def test_what_is_no_process_of_ours_is_refused_in_words(anna: Client, content: bytes) -> None:
    anna.post(f"{DRAFT}give-up/")
    answer = anna.post(f"/process/{CODE}/versions/", {"file": SimpleUploadedFile("process.toml", content)})
    assert answer.status_code == 422 and not ProcessDraft.objects.filter(state="open").exists()


def test_the_folder_of_every_start_does_not_replace_what_was_made_here(anna: Client) -> None:
    sent(anna, f"{DRAFT}parts/stage/visit/", days=9)
    sent(anna, f"{DRAFT}publish/")
    publish_practice(actor=SYSTEM, folder=shipped_practices()[CODE], is_offered=True)
    assert newest().stages["visit"].days == 9


def test_who_only_works_by_it_is_offered_no_change(anna: Client) -> None:
    reader = client("Читатель", "specialist")
    assert reader.get(DRAFT).status_code == 404 and reader.get(f"/process/{CODE}/versions/").status_code == 404
    assert reader.post(f"{DRAFT}begin/").status_code == 404
