"""The page of a family's results, the answer by one tap, and the list over families."""

from datetime import timedelta
from io import BytesIO
from typing import Any

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from opora.access.rules import Role
from opora.cases.tests.factories import worker
from opora.circumstances.actions import Changed, record_change
from opora.common.dates import today
from opora.plans.tests.factories import Walk, make_goal, make_plan, make_walk
from opora.results import actions
from opora.results.actions import Said
from opora.results.models import Result
from opora.web.intake.tests.test_signals import signed_in, text_of

pytestmark = pytest.mark.django_db


def change(walk: Walk, kind: str, value: str, *, ago: int, **more: Any) -> None:
    on = today() - timedelta(days=ago)
    record_change(actor=walk.manager, case_id=walk.case.pk, changed=Changed(kind=kind, value=value, **more), on=on)


def page_of(walk: Walk) -> str:
    return text_of(signed_in(walk.manager).get(reverse("results:case", args=[walk.case.pk])))


@pytest.fixture
def walk() -> Walk:
    """Housed by what was recorded, aimed at an income, and a sign of one that waits for a word."""
    found = make_walk()
    make_plan(route_id=found.route.pk)
    make_goal(route_id=found.route.pk, outcome="m16")
    change(found, "housing", "none", ago=50)
    change(found, "housing", "rented", ago=40)
    change(found, "employment", "official", ago=30, person_id=found.home.client.pk)
    return found


def test_what_waits_stands_on_top_with_the_one_filled_button(walk: Walk) -> None:
    page = page_of(walk)
    assert page.index("Это так?") < page.index("Родители следят за здоровьем детей")
    assert page.count("btn small primary") == 1 and "btn primary" not in page
    assert "У семьи появилось место проживания" in page and "по записи о жизни семьи" in page


def test_one_tap_answers_and_the_family_page_and_its_life_tell_it(walk: Walk) -> None:
    client = signed_in(walk.manager)
    source = actions.read_results(actor=walk.manager, case_id=walk.case.pk, on=today()).waiting[0].suggestion.source
    typed = {"concept": "stable_income", "person": walk.home.client.pk, "source": source, "answer": "yes"}
    address = reverse("results:answer", args=[walk.case.pk])
    answer = client.post(address, typed, follow=True)
    assert "Записано." in text_of(answer) and "Это так?" not in text_of(answer)
    assert Result.objects.get().on == today() - timedelta(days=30)
    assert "уже ответили" in text_of(client.post(address, typed, follow=True))
    client.post(address, {"answer": "maybe"})
    assert Result.objects.count() == 1
    family = text_of(client.get(reverse("cases:file", args=[walk.case.pk])))
    assert "достигнуто 2" in family and reverse("results:case", args=[walk.case.pk]) in family
    life = text_of(client.get(reverse("life:case", args=[walk.case.pk])))
    assert "Достигнут результат: Стабильный источник дохода" in life
    assert "Достигнут результат: У семьи появилось место проживания" in life


def test_the_sheet_records_a_result_that_only_people_see(walk: Walk) -> None:
    client = signed_in(walk.manager)
    sheet = reverse("life:case_record", args=[walk.case.pk, "result"])
    assert "Родитель узнал новое о ребёнке" in text_of(client.get(sheet))
    client.post(sheet, {"day": "today", "concept": "parent_learned", "state": "reached", "notes": "Сказала сама"})
    page = page_of(walk)
    assert "Родитель узнал новое о ребёнке" in page and "Сказала сама" in page


def test_an_empty_page_says_where_results_come_from() -> None:
    assert "Результатов пока нет" in page_of(make_walk())


def test_the_workbook_holds_codes_and_no_notes(walk: Walk) -> None:
    actions.record_result(
        actor=walk.manager, case_id=walk.case.pk, said=Said("parent_learned", note="Судья Иванова"), on=today()
    )
    answer = signed_in(walk.manager).get(reverse("results:case", args=[walk.case.pk]), {"as": "xlsx"})
    sheets = load_workbook(BytesIO(answer.getvalue())).worksheets
    words = [str(cell) for sheet in sheets for row in sheet.iter_rows(values_only=True) for cell in row]
    assert "достигнут" in words and not any("Иванова" in one for one in words)


def test_the_list_narrows_and_shows_an_analyst_numbers_alone(walk: Walk) -> None:
    make_walk()
    address, here = reverse("results:list"), reverse("results:case", args=[walk.case.pk])
    analyst = signed_in(worker(Role.ANALYST))
    page = text_of(analyst.get(address))
    assert walk.case.number in page and here not in page and "1 семья" in page
    assert (
        "Родители следят за здоровьем детей"
        in text_of(signed_in(worker(Role.HEAD)).get(address, {"state": "aimed"})).split('id="results"')[1]
    )
    assert "похоже, достигнут" in text_of(analyst.get(address, {"state": "waiting"}))
    assert "Ничего не найдено" in text_of(analyst.get(address, {"state": "lost"}))
    assert "Ничего не найдено" in text_of(analyst.get(address, {"to_on": (today() - timedelta(days=90)).isoformat()}))
    assert here in text_of(signed_in(worker(Role.HEAD)).get(address, {"q": walk.home.client.code}))
    assert signed_in(worker(Role.VOLUNTEER)).get(address).status_code == 404


def test_the_list_asks_no_more_for_more_rows(walk: Walk, django_assert_max_num_queries: Any) -> None:
    for _number in range(4):
        other = make_walk()
        change(other, "housing", "none", ago=50)
        change(other, "housing", "own", ago=20)
    actions.settle_results()
    client = signed_in(worker(Role.HEAD))
    client.get(reverse("results:list"))
    with django_assert_max_num_queries(22):
        client.get(reverse("results:list"))
