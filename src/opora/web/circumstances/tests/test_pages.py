"""The page of what changes in a life, and the list of whom something holds now."""

from datetime import timedelta
from io import BytesIO
from typing import Any

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from opora.access.rules import Role
from opora.cases.tests.factories import worker
from opora.circumstances import actions
from opora.circumstances.actions import Changed
from opora.circumstances.models import LifeChange
from opora.common.dates import today
from opora.plans.tests.factories import Walk, make_walk
from opora.web.intake.tests.test_signals import signed_in, text_of

pytestmark = pytest.mark.django_db


def record(walk: Walk, kind: str, value: str, *, ago: int, **more: Any) -> None:
    changed = Changed(kind=kind, value=value, **more)
    on = today() - timedelta(days=ago)
    actions.record_change(actor=walk.manager, case_id=walk.case.pk, changed=changed, on=on)


def test_the_page_says_what_holds_since_when_and_what_was_before() -> None:
    walk = make_walk()
    record(walk, "housing", "none", ago=400)
    record(walk, "housing", "rented", ago=45, note="Комната у хозяйки")
    page = text_of(signed_in(walk.manager).get(reverse("circumstances:case", args=[walk.case.pk])))
    assert "съёмное" in page and "раньше: жилья нет" in page and "45 дней" in page and "Комната у хозяйки" in page
    assert page.count("<svg") >= 2 and "<desc" in page


def test_an_empty_page_invites_to_record() -> None:
    walk = make_walk()
    page = text_of(signed_in(walk.manager).get(reverse("circumstances:route", args=[walk.route.pk])))
    assert "Записей пока нет" in page and reverse("life:case_record", args=[walk.case.pk, "change"]) in page


def test_the_workbook_holds_codes_and_no_notes() -> None:
    walk = make_walk()
    record(walk, "entitlement", "applied", ago=50, item="alimony", note="Судья Иванова")
    answer = signed_in(walk.manager).get(reverse("circumstances:case", args=[walk.case.pk]), {"as": "xlsx"})
    sheets = load_workbook(BytesIO(answer.getvalue())).worksheets
    words = [cell for sheet in sheets for row in sheet.iter_rows(values_only=True) for cell in row]
    assert "подали, ждём ответа" in words and not any("Иванова" in str(cell) for cell in words)


def test_the_list_answers_a_question_and_pages_and_searches() -> None:
    walk, other = make_walk(), make_walk()
    record(walk, "entitlement", "applied", ago=50, item="alimony", expected_on=today() - timedelta(days=3))
    record(other, "housing", "none", ago=2)
    client = signed_in(worker(Role.HEAD))
    page = text_of(client.get(reverse("circumstances:list"), {"ask": "no_answer"}))
    one, another = (reverse("circumstances:case", args=[home.case.pk]) for home in (walk, other))
    assert one in page and another not in page and "просрочено на 3 дня" in page
    assert another in text_of(client.get(reverse("circumstances:list")))
    assert "Никого" in text_of(client.get(reverse("circumstances:list"), {"ask": "no_work"}))
    found = client.post(reverse("circumstances:list"), {"ask": "no_home", "q": walk.case.number}, follow=True)
    assert another not in text_of(found)
    sheet = client.get(reverse("circumstances:list"), {"ask": "no_home", "as": "xlsx"})
    assert sheet["Content-Type"].endswith("sheet")


def test_the_list_costs_no_more_questions_with_more_families(django_assert_max_num_queries: Any) -> None:
    for _number in range(3):
        record(make_walk(), "housing", "none", ago=2)
    client = signed_in(worker(Role.HEAD))
    with django_assert_max_num_queries(15):
        client.get(reverse("circumstances:list"))


def test_ten_years_of_a_life_are_one_page_of_few_questions(django_assert_max_num_queries: Any) -> None:
    walk = make_walk()
    values = ("none", "rented", "with_relatives")
    LifeChange.objects.bulk_create(
        LifeChange(
            route=walk.route,
            kind=kind,
            value=value,
            on=today() - timedelta(days=30 * month),
            is_newest=month == 1,
            person_id=person_id,
        )
        for kind, person_id, found in (
            ("housing", None, values),
            ("stage_of_change", walk.home.client.pk, ("contemplation", "action", "preparation")),
            ("emotional", walk.home.client.pk, ("crisis", "tense", "steady")),
        )
        for month in range(1, 121)
        for value in (found[month % 3],)
    )
    client = signed_in(walk.manager)
    with django_assert_max_num_queries(25):
        page = text_of(client.get(reverse("circumstances:case", args=[walk.case.pk])))
    assert page.count("120 записей") == 3
    with django_assert_max_num_queries(25):
        text_of(client.get(reverse("cases:file", args=[walk.case.pk])))
