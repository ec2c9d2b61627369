"""A methodologist changes what a process asks: fields of steps, questions of a decision, a decision of its own."""

from typing import Any

import pytest
from django.test import Client

from opora.pathways.models import ProcessDraft
from opora.web.process.tests.test_editor import DRAFT, anna, client, drawn, newest, sent

__all__ = ["anna"]
pytestmark = pytest.mark.django_db
NEED = f"{DRAFT}criteria/need/"


def body() -> Any:
    return ProcessDraft.objects.get().body


def test_a_step_asks_for_a_field_of_our_own(anna: Client) -> None:
    answer = anna.post(f"{DRAFT}add/field/", {"title_ru": "Как узнали", "kind": "choice", "choices_ru": "одно"})
    assert answer.status_code == 422 and "хотя бы два ответа" in answer.content.decode()
    sent(anna, f"{DRAFT}add/field/", title_ru="Как узнали", kind="choice", choices_ru="сами\nот соседей")
    sent(anna, f"{DRAFT}parts/action/visited/", fields_asked=["field1"])
    page = anna.get(f"{DRAFT}publish/").content.decode()
    assert "поле шага" in page and "<ins>Как узнали</ins>" in page
    sent(anna, f"{DRAFT}publish/")
    made = newest()
    assert "field1" in made.actions["visited"].fields
    assert {code: one.ru for code, one in made.fields["field1"].choices.items()} == {
        "choice1": "сами",
        "choice2": "от соседей",
    }


def test_an_answer_in_other_words_stays_the_same_answer(anna: Client) -> None:
    """Decisions and families were told by its code; a new answer gets another."""
    path = f"{NEED}facts/of/risk/"
    sent(anna, path, answers_ru="низкий\nумеренный\nвысокий\nкритический")
    labels = body()["criteria"]["need"]["facts"]["risk"]["labels"]
    assert {code: one["ru"] for code, one in labels.items()}["medium"] == "умеренный"
    assert labels["low"] == {"ru": "низкий", "en": "low"}
    sent(anna, path, answers_ru="низкий\nумеренный\nвысокий\nкритический\nне видно", answers_en="")
    assert body()["criteria"]["need"]["facts"]["risk"]["values"] == ["low", "medium", "high", "critical", "answer1"]
    # The new answer is decided by no row: it is told, and nothing is published until one does.
    page = anna.get(NEED).content.decode()
    assert "уровень риска: не видно" in page and anna.post(f"{DRAFT}publish/").status_code == 422


def test_a_question_is_added_removed_and_leaves_no_row_that_fits_everybody(anna: Client) -> None:
    sent(anna, f"{NEED}facts/add/", title_ru="есть где жить", kind="yes_no")
    facts = body()["criteria"]["need"]["facts"]
    assert list(facts)[-1] == "fact1" and facts["fact1"]["values"] == [True, False]
    anna.post(f"{NEED}facts/of/fact1/shift/", {"way": "up"})
    assert list(body()["criteria"]["need"]["facts"])[-2] == "fact1"
    sent(anna, f"{NEED}rows/0/", when_fact1=["false"])
    asked = anna.get(f"{NEED}facts/of/fact1/remove/").content.decode()
    assert "надо исправить" in asked
    anna.post(f"{NEED}facts/of/fact1/remove/")
    rows = body()["criteria"]["need"]["rows"]
    assert rows[0]["when"]["fact1"] is False
    assert "вопрос, который убрали: нет" in anna.get(NEED).content.decode()
    assert anna.post(f"{DRAFT}publish/").status_code == 422
    sent(anna, f"{NEED}rows/0/")
    assert "fact1" not in body()["criteria"]["need"]["rows"][0]["when"]


def test_a_decision_of_our_own_is_made_from_nothing(anna: Client) -> None:
    page = sent(anna, f"{DRAFT}add/table/", title_ru="Нужен ли юрист", results_ru="нужен\nне нужен").content.decode()
    assert "Нужен ли юрист" in page and "В таблице нет ни одной строки" in page
    table = f"{DRAFT}criteria/criteria1/"
    sent(anna, f"{table}facts/add/", title_ru="есть суд", kind="yes_no")
    sent(anna, f"{table}add/", when_fact1=["true"], then="result1", why_ru="Идёт суд")
    sent(anna, f"{table}add/", when_fact1=["false"], then="result2", why_ru="Суда нет")
    sent(anna, f"{DRAFT}parts/action/visited/", facts="criteria1")
    assert "Действует версия" in sent(anna, f"{DRAFT}publish/").content.decode()
    made = newest()
    assert made.actions["visited"].facts == "criteria1"
    assert [row.then for row in made.criteria["criteria1"].rows] == ["result1", "result2"]


def test_two_at_one_question_lose_nothing(anna: Client) -> None:
    path = f"{NEED}facts/of/risk/"
    opened = drawn(anna, path)
    sent(client("Борис"), path, title_ru="Слова Бориса")
    late = anna.post(path, {**opened, "title_ru": "Слова Анны"})
    assert late.status_code == 422 and "Слова Бориса" in late.content.decode()


def test_rows_of_the_map_are_called_here(anna: Client) -> None:
    rows = ["Сигнал", "Решение", "Начало", "План", "Риск"]
    answer = anna.post(f"{DRAFT}head/", {**drawn(anna, f"{DRAFT}head/"), "rows_ru": "\n".join([*rows, "Шестая"])})
    assert answer.status_code == 422 and "не больше пяти" in answer.content.decode()
    sent(anna, f"{DRAFT}head/", rows_ru="\n".join(rows))
    assert "0 – Сигнал" in anna.get(f"{DRAFT}parts/stage/visit/").content.decode()
    assert "строки" in anna.get(f"{DRAFT}publish/").content.decode()
    sent(anna, f"{DRAFT}publish/")
    assert [one.ru for one in newest().rows] == rows
    assert newest().rows[0].en == "Signal and urgent help"
