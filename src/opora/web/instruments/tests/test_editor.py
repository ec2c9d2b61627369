"""A methodologist makes and changes a form in the browser, without JavaScript: every part, two at once, publishing."""

import re
from typing import Any

import pytest
from django.test import Client

from opora.access.models import RoleAssignment, User
from opora.access.rules import SYSTEM
from opora.instruments.actions import publish_version
from opora.instruments.models import InstrumentVersion
from opora.instruments.queries import definition_of, published_definitions
from opora.instruments.rules import read_instrument
from opora.instruments.tests.forms import SMALL

pytestmark = pytest.mark.django_db
FORM = "/instruments/of/mini/"
DRAFT = f"{FORM}draft/"


def client(name: str, role: str = "head") -> Client:
    user = User.objects.create(email=f"{name}@example.org", name=name, password="!")
    RoleAssignment.objects.create(user=user, role=role)
    browser = Client()
    browser.force_login(user)
    return browser


@pytest.fixture
def anna() -> Client:
    definition = read_instrument(SMALL).definition
    assert definition is not None
    publish_version(actor=SYSTEM, definition=definition)
    browser = client("Анна")
    assert "Изменить форму" in browser.get(FORM).content.decode()
    browser.post(f"{DRAFT}begin/")
    return browser


def fields_of(browser: Client, path: str) -> dict[str, Any]:
    """What a browser would send back of a form, as it is drawn."""
    form = browser.get(path).context["form"]
    values = {name: form[name].value() for name in form.fields}
    return {name: value for name, value in values.items() if value is not False and value not in (None, "")}


def send(browser: Client, path: str, **typed: object) -> Any:
    return browser.post(path, {**fields_of(browser, path), **typed}, follow=True)


def newest() -> Any:
    return published_definitions(code="mini")[-1]


def test_an_item_is_reworded_compared_and_published(anna: Client) -> None:
    answer = send(anna, f"{DRAFT}items/1.1/", text_ru="Есть своё жильё", text_en="A home", reworded=True)
    assert "Сохранено в черновике" in answer.content.decode()
    page = anna.get(f"{DRAFT}publish/").content.decode()
    assert "<del>Есть где жить</del>" in page and "<ins>Есть своё жильё</ins>" in page and "формулировка" in page
    assert "Действует версия 2" in send(anna, f"{DRAFT}publish/").content.decode()
    assert (newest().version, newest().by_code["1.1"].text.ru) == (2, "Есть своё жильё")
    former = anna.get(f"{FORM}versions/1/").content.decode()
    assert "Это прежняя версия" in former and "Есть где жить" in former


def test_opening_and_saving_everything_changes_nothing(anna: Client) -> None:
    for part in ("head/", "scale/", "answers/0/", "sections/1/", "items/1.1/", "items/1.2/"):
        assert send(anna, f"{DRAFT}{part}").status_code == 200
    assert "Пока ничего не изменено" in anna.get(f"{DRAFT}publish/").content.decode()
    assert anna.post(f"{DRAFT}publish/").status_code == 422
    assert InstrumentVersion.objects.count() == 1


def test_a_new_item_gets_a_code_and_a_place_of_its_own(anna: Client) -> None:
    anna.post(f"{DRAFT}items/1.2/remove/")
    added = send(
        anna, f"{DRAFT}sections/1/items/add/", text_ru="Тепло зимой", level="child", age_min=1, age_max=6,
        weak_if_ru="холодно", anchor_ru_0="тепло", anchor_ru_1="терпимо", anchor_ru_2="холодно",
    )  # fmt: skip
    assert added.redirect_chain[-1][0] == f"{DRAFT}#i-1.3"
    send(anna, f"{DRAFT}publish/")
    item = newest().by_code["1.3"]
    # The place of the removed item stays its own for ever.
    assert (item.position, item.age_min, item.age_max, item.anchors[2].ru) == (2, 1, 6, "холодно")
    assert [one.code for one in newest().items] == ["1.1", "1.3"]


def test_an_age_is_never_dropped_in_silence_where_no_child_is_rated(anna: Client) -> None:
    typed = {"text_ru": "Тепло зимой", "level": "family", "age_max": 6}
    refused = anna.post(f"{DRAFT}sections/1/items/add/", typed)
    assert refused.status_code == 422 and "или уберите возраст" in refused.content.decode()
    assert anna.post(f"{DRAFT}sections/1/items/add/", {**typed, "age_max": ""}).status_code == 302


def test_all_that_is_wrong_is_said_at_once_and_leads_to_its_place(anna: Client) -> None:
    send(anna, f"{DRAFT}items/1.1/", text_ru="Совсем иное о другом")
    send(anna, f"{DRAFT}items/1.2/", age_min=12, age_max=3)
    send(anna, f"{DRAFT}sections/add/", title_ru="Пустой раздел")
    page = anna.get(f"{DRAFT}publish/").content.decode()
    assert "Надо исправить 3 места" in page or "3" in page
    assert "Новому смыслу нужен новый пункт" in page and f'href="{DRAFT}items/1.1/"' in page
    assert "столько лет никому не бывает" in page or f'href="{DRAFT}items/1.2/"' in page
    assert "Добавьте пункт или уберите раздел" in page and f'href="{DRAFT}sections/2/"' in page
    assert "Опубликовать новую версию" not in page
    assert anna.post(f"{DRAFT}publish/").status_code == 422 and InstrumentVersion.objects.count() == 1


def test_two_at_one_item_lose_nothing(anna: Client) -> None:
    boris = client("Борис")
    path = f"{DRAFT}items/1.1/"
    opened = fields_of(anna, path)
    send(boris, path, text_ru="Слова Бориса")
    answer = anna.post(path, {**opened, "text_ru": "Слова Анны"})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Борис" in page and "Слова Бориса" in page and ">\nСлова Анны</textarea>" in page
    # Having seen it, she may replace it.
    renewed = re.search(r'name="revision" value="(\d+)"', page)
    assert renewed is not None
    anna.post(path, {**opened, "text_ru": "Слова Анны", "revision": renewed[1]})
    assert "Слова Анны" in anna.get(path).content.decode()


def test_the_same_form_sent_twice_adds_one_item(anna: Client) -> None:
    path = f"{DRAFT}sections/1/items/add/"
    token = re.search(r'name="intention" value="([\w-]+)"', anna.get(path).content.decode())
    assert token is not None
    typed = {"text_ru": "Один раз", "level": "family", "intention": token[1]}
    for _time in range(2):
        assert anna.post(path, typed).status_code == 302
    assert anna.get(DRAFT).content.decode().count("Один раз") == 1 + 1 + 1  # the list, the changes, the remark


def test_items_and_sections_are_moved(anna: Client) -> None:
    anna.post(f"{DRAFT}items/1.2/shift/", {"way": "up"})
    page = anna.get(DRAFT).content.decode()
    assert page.index("Есть место для учёбы") < page.index("Есть где жить") and "порядок" in page
    send(anna, f"{DRAFT}publish/")
    assert [(one.code, one.position) for one in newest().items] == [("1.2", 1), ("1.1", 0)]


def test_the_answers_of_a_published_form_keep_their_order_and_may_be_reworded(anna: Client) -> None:
    assert anna.post(f"{DRAFT}answers/1/shift/", {"way": "up"}).status_code == 409
    assert anna.post(f"{DRAFT}answers/1/remove/").status_code == 409
    send(anna, f"{DRAFT}answers/1/", label_ru="Нормально")
    send(anna, f"{DRAFT}publish/")
    assert [one.label.ru for one in newest().scale.levels] == ["Сильная сторона", "Нормально", "Слабая сторона"]


def test_a_new_form_is_made_from_nothing_tried_out_and_published() -> None:
    anna = client("Анна")
    made = send(anna, "/instruments/new/", title_ru="Наша форма", code="nasha", scale="yes")
    draft = "/instruments/of/nasha/draft/"
    assert made.redirect_chain[-1][0] == draft and "В форме нет разделов" in made.content.decode()
    # Its answers are its own: the third is moved, the last is removed.
    anna.post(f"{draft}answers/2/shift/", {"way": "up"})
    anna.post(f"{draft}answers/3/remove/")
    send(anna, f"{draft}scale/", weak_from=2, critical_from=2)
    send(anna, f"{draft}sections/add/", title_ru="Быт")
    for whom in ("family", "caregiver", "child"):
        send(anna, f"{draft}sections/1/items/add/", text_ru=f"Вопрос {whom}", level=whom, weak_if_ru="плохо")
    tried = anna.post(
        "/instruments/of/nasha/draft/try/",
        {"a-1.1-family": "2", "a-1.2-p1": "0", "a-1.3-c0": "2", "a-1.3-c1": "unknown"},
    ).content.decode()
    assert "оценено пунктов: 3 из 3" in tried and re.search(r"<b>2</b>\s*<span>слабых сторон", tried)
    send(anna, f"{draft}publish/")
    form = published_definitions(code="nasha")[0]
    assert [one.label.ru for one in form.scale.levels] == ["Да", "Скорее нет", "Скорее да"]
    assert [str(one.level) for one in form.items] == ["family", "caregiver", "child"]


def test_ages_decide_what_is_asked_when_a_form_is_tried_out(anna: Client) -> None:
    asked = anna.get("/instruments/of/mini/draft/try/?first=2&second=").content.decode()
    assert "Есть место для учёбы" not in asked
    assert "Есть место для учёбы" in anna.get("/instruments/of/mini/draft/try/?first=7&second=").content.decode()


def test_what_is_taken_away_reads_back_as_the_same_form(anna: Client) -> None:
    version = InstrumentVersion.objects.get()
    taken = read_instrument(anna.get(f"{FORM}versions/1/toml/").content.decode())
    assert taken.definition == definition_of(version) and not taken.findings


def test_a_draft_is_given_up_and_taken_back(anna: Client) -> None:
    send(anna, f"{DRAFT}items/1.1/", text_ru="Есть где теперь жить")
    anna.post(f"{DRAFT}give-up/")
    assert anna.get(DRAFT).status_code == 404
    assert "Вернуть" in anna.get(FORM).content.decode()
    anna.post(f"{DRAFT}take-back/")
    assert "<ins>Есть где теперь жить</ins>" in anna.get(DRAFT).content.decode()


def test_who_only_reads_is_offered_no_change(anna: Client) -> None:
    reader = client("Читатель", "specialist")
    assert "Изменить форму" not in reader.get(FORM).content.decode()
    assert reader.get(DRAFT).status_code == 404 and reader.post(f"{DRAFT}begin/").status_code == 404
    assert reader.get("/instruments/of/mini/draft/try/").status_code == 404
