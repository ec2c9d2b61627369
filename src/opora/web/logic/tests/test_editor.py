"""A methodologist changes a model in the browser, without JavaScript: every form, two at once, and publishing."""

import re
from dataclasses import replace

import pytest
from django.test import Client

from opora.access.models import RoleAssignment, User
from opora.access.rules import SYSTEM
from opora.common.bilingual import Text
from opora.logic import actions
from opora.logic.models import ModelDraft, ModelVersion
from opora.logic.queries import model_in_force, open_draft
from opora.logic.rules import Evidence, Node
from opora.packs.actions import publish_practice
from opora.packs.queries import shipped_practices

pytestmark = pytest.mark.django_db
MODEL = "/logic/of/support_and_shelter/"
DRAFT = f"{MODEL}draft/"


def client(name: str, role: str = "head") -> Client:
    user = User.objects.create(email=f"{name}@example.org", name=name, password="!")
    RoleAssignment.objects.create(user=user, role=role)
    browser = Client()
    browser.force_login(user)
    return browser


@pytest.fixture
def anna() -> Client:
    publish_practice(actor=SYSTEM, folder=shipped_practices()["support_and_shelter"])
    browser = client("Анна")
    assert "Изменить модель" in browser.get(MODEL).content.decode()
    browser.post(f"{DRAFT}begin/")
    return browser


def fields_of(browser: Client, path: str) -> dict[str, object]:
    """What a browser would send back of a form, as it is drawn."""
    form = browser.get(path).context["form"]
    return {name: value for name in form.fields if (value := form[name].value()) not in (None, "")}


def send(browser: Client, path: str, **typed: object):
    return browser.post(path, {**fields_of(browser, path), **typed}, follow=True)


def box(node: str) -> Node:
    """A box of the draft as it stands."""
    found = open_draft(actor=SYSTEM, code="support_and_shelter").model.node(node)
    assert found is not None
    return found


def test_an_arrow_and_an_assumption_say_all_that_a_file_says(anna: Client) -> None:
    model = ModelDraft.objects.get().body
    known = next(one for one in model["arrows"])
    path = f"{DRAFT}boxes/{known['start']}/arrows/{known['end']}/"
    page = anna.get(path)
    form = {name: page.context["form"][name].value() for name in page.context["form"].fields}
    typed = {**form, "meaning": "contributes", "note_ru": "Не сразу", "note_en": "Not at once", "marks": ["assumed"]}
    assert anna.post(path, typed).status_code == 302
    late = anna.post(path, {**form, "meaning": "enables"})
    assert late.status_code == 422 and "способствует" in late.content.decode()
    arrows = ModelDraft.objects.get().body["arrows"]
    assert arrows[0] == {**known, "meaning": "contributes", "marks": ["assumed"], "note": arrows[0]["note"]}
    assert arrows[0]["note"] == {"ru": "Не сразу", "en": "Not at once"}
    send(anna, f"{DRAFT}head/", process="support_and_shelter")
    typed = {"text_ru": "Есть куда идти", "stages": ["visit"], "how_ru": "Видно", "how_en": "Seen"}
    anna.post(f"{DRAFT}assumptions/add/", typed)
    added = ModelDraft.objects.get().body["assumptions"][-1]
    assert (added["stages"], added["evidence"]["how"]["en"]) == (["visit"], "Seen")


def test_a_box_is_reworded_compared_and_published(anna: Client) -> None:
    answer = send(anna, f"{DRAFT}boxes/r2/", text_ru="Семье живётся лучше")
    assert "Сохранено в черновике" in answer.content.decode()
    page = anna.get(f"{DRAFT}publish/").content.decode()
    assert "<del>Благополучие в семье улучшено</del>" in page and "<ins>Семье живётся лучше</ins>" in page
    assert "ячейка" in page and "текст" in page
    assert "Действует версия 2" in send(anna, f"{DRAFT}publish/").content.decode()
    node = model_in_force(code="support_and_shelter").model.node("r2")
    assert (node.text.ru, node.concept, node.source) == ("Семье живётся лучше", "wellbeing_better", "S3-15")
    former = anna.get(f"{MODEL}versions/1/").content.decode()
    assert "Это прежняя версия" in former and "Благополучие в семье улучшено" in former


def test_opening_and_saving_a_box_changes_nothing(anna: Client) -> None:
    for node in ("r15", "f1_urgent", "p3_map", "res1"):
        send(anna, f"{DRAFT}boxes/{node}/")
    assert "Пока ничего не изменено" in anna.get(DRAFT).content.decode()


def test_how_a_result_is_seen_is_said_in_both_languages(anna: Client) -> None:
    seen = Evidence(kind="rated", how=Text("Так", "So"))
    actions.put_node(actor=SYSTEM, code="support_and_shelter", node=replace(box("r2"), evidence=seen), seen=None)
    send(anna, f"{DRAFT}boxes/r2/")
    assert box("r2").evidence == seen
    send(anna, f"{DRAFT}boxes/r2/", how_ru="Иначе", how_en="Otherwise", note_ru="Спросить", note_en="Ask")
    assert (box("r2").evidence.how, box("r2").note) == (Text("Иначе", "Otherwise"), Text("Спросить", "Ask"))


def test_a_new_box_is_told_what_it_lacks_until_it_has_it(anna: Client) -> None:
    where = f"{DRAFT}add/?row=p1&level=short"
    assert send(anna, where, text_ru="Семья спокойнее").redirect_chain[-1][0] == f"{DRAFT}boxes/n1/"
    page = anna.get(f"{DRAFT}publish/").content.decode()
    assert "Надо исправить 2 места" in page and "Опубликовать новую версию" not in page
    assert anna.post(f"{DRAFT}publish/").status_code == 422
    assert ModelVersion.objects.count() == 1
    send(
        anna,
        f"{DRAFT}boxes/n1/",
        definition_ru="Семья сказала сама",
        evidence="rated",
        records=["observation"],
        items=["6.5", "7.1"],
    )
    send(anna, f"{DRAFT}boxes/f1_urgent/connect/", end="n1", meaning="leads")
    send(anna, f"{DRAFT}publish/")
    model = model_in_force(code="support_and_shelter").model
    assert model.node("n1").evidence.items == ("6.5", "7.1")
    assert [one.start for one in model.leading_to("n1")] == ["f1_urgent"]


def test_two_at_one_box_lose_nothing(anna: Client) -> None:
    boris = client("Борис")
    path = f"{DRAFT}boxes/r2/"
    opened = fields_of(anna, path)
    send(boris, path, text_ru="Слова Бориса")
    answer = anna.post(path, {**opened, "text_ru": "Слова Анны"})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Борис" in page and "Слова Бориса" in page and ">\nСлова Анны</textarea>" in page
    # Having seen it, she may replace it.
    renewed = re.search(r'name="revision" value="(\d+)"', page)[1]
    anna.post(path, {**opened, "text_ru": "Слова Анны", "revision": renewed})
    assert "Слова Анны" in anna.get(path).content.decode()


def test_the_same_form_sent_twice_adds_one_box(anna: Client) -> None:
    page = anna.get(f"{DRAFT}add/").content.decode()
    token = re.search(r'name="intention" value="([\w-]+)"', page)[1]
    typed = {"text_ru": "Один раз", "level": "short", "row": "p1", "intention": token}
    for _time in range(2):
        assert anna.post(f"{DRAFT}add/", typed).status_code == 302
    assert anna.get(DRAFT).content.decode().count('data-key="n') == 1


def test_a_box_and_an_arrow_are_removed_after_a_question(anna: Client) -> None:
    anna.post(f"{DRAFT}boxes/r1/disconnect/", {"start": "r1", "end": "r2"})
    assert "останется" in anna.get(f"{DRAFT}boxes/r4/remove/").content.decode()
    anna.post(f"{DRAFT}boxes/r4/remove/")
    assert anna.get(f"{DRAFT}boxes/r4/").status_code == 404
    page = anna.get(DRAFT).content.decode()
    assert "<del>Семья может справиться с трудностями → Благополучие в семье улучшено</del>" in page


def test_boxes_rows_and_assumptions_find_their_place(anna: Client) -> None:
    anna.post(f"{DRAFT}boxes/i1_signals/shift/", {"way": "down"})
    send(anna, f"{DRAFT}parts/row/add/", title_ru="Седьмая строка")
    send(anna, f"{DRAFT}parts/row/of/r1/", title_ru="Строка о встречах")
    send(anna, f"{DRAFT}assumptions/add/", text_ru="У семьи есть время", nodes=["r1", "r2"])
    send(anna, f"{DRAFT}assumptions/of/a1/", definition_ru="Семья не приходит")
    page = anna.get(DRAFT).content.decode()
    assert "порядок" in page and "<ins>Строка о встречах</ins>" in page and "<ins>У семьи есть время</ins>" in page
    # A row with boxes stays; an empty one may go.
    assert anna.post(f"{DRAFT}parts/row/of/p1/remove/").status_code == 409
    assert "Убрать из черновика" in anna.get(f"{DRAFT}parts/row/of/r1/").content.decode()
    anna.post(f"{DRAFT}parts/row/of/r1/remove/")
    assert "Строка о встречах" not in anna.get(DRAFT).content.decode()
    anna.post(f"{DRAFT}assumptions/of/a1/remove/")
    assert "У семьи есть время" not in anna.get(DRAFT).content.decode()


def test_a_draft_is_given_up_and_taken_back(anna: Client) -> None:
    send(anna, f"{DRAFT}boxes/r2/", text_ru="Иначе")
    anna.post(f"{DRAFT}give-up/")
    assert anna.get(DRAFT).status_code == 404
    assert "Вернуть" in anna.get(MODEL).content.decode()
    anna.post(f"{DRAFT}take-back/")
    assert "<ins>Иначе</ins>" in anna.get(DRAFT).content.decode()
    assert "Продолжить черновик" in anna.get(MODEL).content.decode()


def test_who_only_reads_is_offered_no_change(anna: Client) -> None:
    reader = client("Читатель", "specialist")
    assert "Изменить модель" not in reader.get(MODEL).content.decode()
    assert reader.get(DRAFT).status_code == 404
    assert reader.post(f"{DRAFT}begin/").status_code == 404
