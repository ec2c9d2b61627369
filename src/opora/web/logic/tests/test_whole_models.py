"""Everything of a model is changed on pages: its head and parts, a model from nothing, a copy, a file."""

from dataclasses import replace
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_LZMA, ZipFile

import pytest
from django.test import Client

from opora.access.rules import SYSTEM
from opora.logic import actions
from opora.logic.queries import model_in_force, open_draft
from opora.logic.rules import Evidence
from opora.packs.actions import publish_practice
from opora.packs.queries import shipped_practices
from opora.web.logic.tests.test_editor import DRAFT, MODEL, client, fields_of, send

pytestmark = pytest.mark.django_db
NEW = "/logic/of/model_1/draft/"


@pytest.fixture
def anna() -> Client:
    publish_practice(actor=SYSTEM, folder=shipped_practices()["support_and_shelter"])
    return client("Анна")


def test_a_model_from_nothing_is_built_and_published(anna: Client) -> None:
    page = send(anna, "/logic/new/", title_ru="Школа мам", programs=["crisis_center"]).content.decode()
    assert "Школа мам" in page and "это новая модель" in page
    send(anna, f"{NEW}parts/level/of/output/", title_ru="Что дали")
    send(anna, f"{NEW}parts/band/add/", title_ru="Вместе")
    send(anna, f"{NEW}parts/row/add/", title_ru="Занятия", band="b1")
    send(anna, f"{NEW}parts/legend/add/", title_ru="Главное", marks=["assumed"])
    outcome = {"title_ru": "Мама уверенна", "definition_ru": "Сказала сама", "evidence": "rated", "how_ru": "Со слов"}
    send(anna, f"{NEW}parts/concept/add/", about="parent", **outcome)
    send(anna, f"{NEW}add/", text_ru="Занятие", level="activity", row="r1")
    send(anna, f"{NEW}add/", text_ru="Верит в себя", level="short", row="r1", concept="own1", legend=["k1"])
    send(anna, f"{NEW}boxes/n1/connect/", end="n2", meaning="leads")
    page = anna.get(f"{NEW}publish/").content.decode()
    assert "Надо исправить" not in page and "<ins>Верит в себя</ins>" in page and "<ins>Мама уверенна</ins>" in page
    assert "Действует версия 1" in send(anna, f"{NEW}publish/").content.decode()
    found = model_in_force(code="model_1")
    node = found.model.node("n2")
    assert (found.programs, found.practice) == (("crisis_center",), "support_and_shelter")
    assert (node.concept, node.legend, found.model.rows[0].band) == ("own1", ("k1",), "b1")
    assert "Мама уверенна" in anna.get("/logic/outcomes/").content.decode()


def test_what_is_wrong_leads_to_its_place(anna: Client) -> None:
    send(anna, "/logic/new/", title_ru="Пустая", code="empty")
    draft = "/logic/of/empty/draft/"
    page = anna.get(draft).content.decode()
    assert "В модели нет ни одной ячейки" in page and f'href="{draft}add/"' in page
    send(anna, f"{draft}parts/concept/add/", title_ru="Общий", evidence="computed", about="child")
    page = anna.get(draft).content.decode()
    assert f'href="{draft}parts/concept/of/own1/"' in page
    faults = anna.get(f"{draft}parts/concept/of/own1/").context["faults"]
    assert [one.must for one in faults] == [True, False]


def test_a_box_that_names_a_service_nobody_has_is_told(anna: Client) -> None:
    """The same rules as for the files of a practice."""
    anna.post(f"{DRAFT}begin/")
    node = open_draft(actor=SYSTEM, code="support_and_shelter").model.node("r2")
    unknown = replace(node, evidence=Evidence("computed", services=("no_such_service",)))
    actions.put_node(actor=SYSTEM, code="support_and_shelter", node=unknown, seen=None)
    # Saving other words loses nothing that nobody knows any more.
    send(anna, f"{DRAFT}boxes/r2/", text_ru="Иначе")
    page = anna.get(f"{DRAFT}publish/").content.decode()
    assert "no_such_service" in page and "Опубликовать новую версию" not in page


def test_opening_and_saving_any_part_changes_nothing(anna: Client) -> None:
    publish_practice(actor=SYSTEM, folder=shipped_practices()["family_help"])
    draft = "/logic/of/outcome_chain/draft/"
    anna.post(f"{draft}begin/")
    model = open_draft(actor=SYSTEM, code="outcome_chain").model
    parts = [("level", model.levels[0]), ("band", model.bands[0]), ("row", model.rows[0]), ("legend", model.legend[0])]
    for part, one in parts:
        assert "Сохранено" in send(anna, f"{draft}parts/{part}/of/{one.code}/").content.decode()
    send(anna, f"{draft}head/")
    marked = next(one for one in model.nodes if one.legend)
    send(anna, f"{draft}boxes/{marked.code}/")
    assert open_draft(actor=SYSTEM, code="outcome_chain").model == model
    assert "Пока ничего не изменено" in anna.get(draft).content.decode()
    # An outcome that every organization shares is changed at a box, not for everybody.
    assert anna.get(f"{draft}parts/concept/of/child_kept/").status_code == 404


def test_parts_are_moved_and_removed(anna: Client) -> None:
    anna.post(f"{DRAFT}begin/")
    anna.post(f"{DRAFT}parts/level/of/mid/shift/", {"way": "up"})
    page = anna.get(f"{DRAFT}publish/").content.decode()
    assert "столбец" in page and "порядок" in page
    assert anna.post(f"{DRAFT}parts/level/of/mid/remove/").status_code == 409
    send(anna, f"{DRAFT}parts/level/add/", title_ru="Лишний", kind="effect", place="column")
    anna.post(f"{DRAFT}parts/level/of/c1/remove/")
    assert "Лишний" not in anna.get(DRAFT).content.decode()


def test_a_model_is_taken_away_and_brought_again(anna: Client) -> None:
    answer = anna.get(f"{MODEL}versions/1/toml/")
    assert "support_and_shelter.toml" in answer.headers["Content-Disposition"]
    text = answer.content.decode()
    renamed = text.replace("Благополучие в семье улучшено", "Семье живётся лучше")
    file = BytesIO(renamed.encode())
    file.name = "model.toml"
    page = anna.post("/logic/bring/", {"file": file}, follow=True).content.decode()
    assert "<ins>Семье живётся лучше</ins>" in page
    assert anna.get(f"{DRAFT}toml/").content.decode() == renamed
    broken = BytesIO(b'code = "x"\ntitle = 5\n')
    broken.name = "x.toml"
    answer = anna.post("/logic/bring/", {"file": broken})
    assert answer.status_code == 422 and "title" in answer.content.decode()


def test_boxes_whose_column_moves_or_is_missing_leave_the_draft_open(anna: Client) -> None:
    """A column that is lifted above the table takes its boxes along; one of an unknown column stands listed."""
    text = anna.get(f"{MODEL}versions/1/toml/").content.decode()
    anna.post(f"{DRAFT}begin/")
    model = open_draft(actor=SYSTEM, code="support_and_shelter").model
    node = next(one for one in model.nodes if one.row)
    assert "Сохранено" in send(anna, f"{DRAFT}parts/level/of/{node.level}/", place="above").content.decode()
    assert anna.get(DRAFT).content.decode().count(f"{DRAFT}boxes/{node.code}/") > 1, "drawn and listed"
    for what, is_drawn in ((f'level = "{node.level}"', False), (f'row = "{node.row}"', True)):
        anna.post(f"{DRAFT}give-up/")
        file = BytesIO(text.replace(what, what.split("=")[0] + '= "nowhere"').encode())
        file.name = "model.toml"
        page = anna.post("/logic/bring/", {"file": file}, follow=True).content.decode()
        assert f"{DRAFT}boxes/{node.code}/" in page and "nowhere" in page
        assert (page.count(f"{DRAFT}boxes/{node.code}/") > 2) is is_drawn


@pytest.mark.parametrize("text", ["a = " + "[" * 5_000, "a = 1" + "0" * 5_000], ids=["deep", "long"])
def test_a_text_that_nobody_can_read_is_refused_in_words(anna: Client, text: str) -> None:
    file = BytesIO(text.encode())
    file.name = "model.toml"
    answer = anna.post("/logic/bring/", {"file": file})
    assert answer.status_code == 422 and "слишком много вложенных скобок" in answer.content.decode()


@pytest.mark.parametrize("packing", [ZIP_DEFLATED, ZIP_LZMA])
@pytest.mark.parametrize(("folder", "way"), [("models", "/logic/bring/"), ("instruments", "/instruments/bring/")])
def test_a_spoiled_archive_is_refused_in_words(anna: Client, packing: int, folder: str, way: str) -> None:
    """A download that broke: every byte of what is packed may be another one."""
    made = BytesIO()
    with ZipFile(made, "w", packing) as archive:
        archive.writestr(f"{folder}/a.toml", anna.get(f"{MODEL}versions/1/toml/").content)
    for place in range(60, 160, 20):
        spoiled = bytearray(made.getvalue())
        spoiled[place] ^= 0xFF
        file = BytesIO(bytes(spoiled))
        file.name = "practice.zip"
        answer = anna.post(way, {"file": file})
        assert answer.status_code == 422 and "Архив не открывается" in answer.content.decode()


def test_a_copy_begins_with_what_its_model_says(anna: Client) -> None:
    assert fields_of(anna, "/logic/new/?like=support_and_shelter")["like"] == "support_and_shelter"
    send(anna, "/logic/new/?like=support_and_shelter", title_ru="Наша", code="ours")
    assert "Благополучие в семье улучшено" in anna.get("/logic/of/ours/draft/").content.decode()
    anna.post("/logic/of/ours/draft/give-up/")
    page = anna.get("/logic/").content.decode()
    assert "Наша" in page and "/logic/of/ours/draft/take-back/" in page
    reader = client("Читатель", "specialist")
    assert "Наша" not in reader.get("/logic/").content.decode()
