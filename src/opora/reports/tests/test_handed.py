"""What is handed to people: one page for the family in its words; a study for those interested, small groups hidden."""

import io
import re
from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import translation
from django.utils.formats import date_format
from pypdf import PdfReader

from opora.access.rules import SYSTEM, Role
from opora.audit.models import JournalEntry
from opora.cases.tests.factories import worker
from opora.common.errors import NotFound
from opora.logic.queries import concepts
from opora.plans import actions as plans
from opora.plans.tests.factories import make_goal, make_plan, make_task, make_walk
from opora.process.tests.factories import BEGAN
from opora.registry.tests.houses import bring_in_ten_cases
from opora.reports import actions, progress
from opora.reports.model import Report
from opora.studies import actions as studies
from opora.studies.tests.test_studies import registered

pytestmark = pytest.mark.django_db
ON = date(2026, 11, 24)


@pytest.fixture
def ten_cases() -> None:
    bring_in_ten_cases()


@pytest.fixture(autouse=True)
def _in_russian() -> Any:
    with translation.override("ru"):
        yield


def told(report: Report) -> str:
    return " ".join(repr(one) for one in report.blocks)


def test_the_sheet_says_in_the_familys_words_what_was_agreed_and_what_comes_next() -> None:
    walk = make_walk()
    make_plan(route_id=walk.route.pk, actor=walk.manager)
    plans.write_words(actor=walk.manager, route_id=walk.route.pk, own_words="Хотим жить в тепле", on=BEGAN)
    make_goal(route_id=walk.route.pk, actor=walk.manager, title="Печь греет")
    make_task(route_id=walk.route.pk, accountable=f"worker:{walk.manager.user_id}", title="Позвать печника")
    _place, report = actions.read_sheet(actor=walk.manager, route_id=walk.route.pk, on=BEGAN + timedelta(days=1))
    words = told(report)
    for said in ("Хотим жить в тепле", "О чём мы договорились", "Печь греет", "Что дальше", "Позвать печника"):
        assert said in words
    assert not re.search(r"\b\d\.\d\b", words), "no code of an item"
    assert JournalEntry.objects.filter(verb="reports.sheet_read", family_id=walk.home.family.pk).exists()


def test_a_day_that_went_by_is_no_reproach_to_be_taken_home() -> None:
    walk = make_walk()
    make_plan(route_id=walk.route.pk, actor=walk.manager)
    task = make_task(route_id=walk.route.pk, accountable=f"worker:{walk.manager.user_id}", title="Позвать печника")
    day = f", до {date_format(task.due_on, 'j E Y')}"
    for on, is_told in ((task.due_on, True), (task.due_on + timedelta(days=1), False)):
        _place, report = actions.read_sheet(actor=walk.manager, route_id=walk.route.pk, on=on)
        assert "Позвать печника" in told(report) and (day in told(report)) is is_told


def test_what_a_family_means_to_do_is_not_told_as_done() -> None:
    walk = make_walk()
    make_plan(route_id=walk.route.pk, actor=walk.manager)
    for kind, text in (("step", "Сама позвонила в школу"), ("intention", "Хочет на курсы")):
        plans.note_family_step(actor=walk.manager, route_id=walk.route.pk, kind=kind, text=text, on=BEGAN)
    _place, report = actions.read_sheet(actor=walk.manager, route_id=walk.route.pk, on=BEGAN)
    words = told(report)
    done, meant = words.index("Что вы сделали сами"), words.index("Что вы хотите сделать сами")
    assert done < words.index("Сама позвонила в школу") < meant < words.index("Хочет на курсы")


def test_what_is_not_taken_home_names_results_that_there_are() -> None:
    assert set(concepts()) > progress.NOT_TAKEN_HOME


def test_the_sheet_is_one_page_however_much_was_agreed() -> None:
    walk = make_walk()
    make_plan(route_id=walk.route.pk, actor=walk.manager)
    for number in range(20):
        make_goal(route_id=walk.route.pk, actor=walk.manager, title=f"Цель номер {number} с довольно длинными словами")
    content = actions.export_sheet(actor=walk.manager, route_id=walk.route.pk, on=BEGAN)
    pages = PdfReader(io.BytesIO(content)).pages
    assert len(pages) == 1 and "и ещё 14" in pages[0].extract_text()
    assert JournalEntry.objects.filter(verb="reports.sheet_exported").exists()


def test_nobody_reads_the_sheet_of_a_family_out_of_sight() -> None:
    walk = make_walk()
    with pytest.raises(NotFound):
        actions.read_sheet(actor=worker(Role.ANALYST), route_id=walk.route.pk, on=BEGAN)


def test_a_study_is_told_to_others_only_after_the_data_were_opened(ten_cases: None) -> None:
    made = registered()
    with pytest.raises(NotFound):
        actions.read_stakeholders(actor=SYSTEM, hypothesis_id=made.pk, on=ON)


def test_five_cases_tell_interested_people_nothing_of_each(ten_cases: None) -> None:
    made = registered()
    studies.open_data(actor=SYSTEM, hypothesis_id=made.pk, on=ON)
    _found, report = actions.read_stakeholders(actor=SYSTEM, hypothesis_id=made.pk, on=ON)
    words = told(report)
    assert "не показано: группа слишком мала" in words
    assert "100 %" not in words.replace("\u00a0", " ") and "5 из 5" not in words
    assert not re.findall(r"\d{2}\.\d{2}\.\d{4}", words), "no exact day"
    assert not re.findall(r"\b[А-Я]\d{1,3}\b", words), "no code"
    assert "данных недостаточно" in words and "не проверить" in words
    assert "доказ" not in words, "claims language (X-14)"
    for kind in ("pdf", "docx"):
        assert actions.export_stakeholders(actor=SYSTEM, hypothesis_id=made.pk, kind=kind, on=ON)
    assert "только через выпуск" in report.confidential
