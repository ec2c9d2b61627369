"""Saved tables and results reached in a report: over its families and days, and over what its reader sees."""

from datetime import date
from typing import Any

import pytest
from django.utils import translation

from opora.access.rules import SYSTEM, Actor, Role
from opora.cases.models import Case
from opora.cases.tests.factories import worker
from opora.common.kept import Kept
from opora.details.tests.factories import a_field
from opora.evidence.tests import world
from opora.pivot import actions as pivot
from opora.pivot.rules import Definition
from opora.reports import actions, queries
from opora.reports.actions.blocks import Content
from opora.reports.actions.composing import About
from opora.reports.model import Block, Table, Text
from opora.reports.models import ComposedReport
from opora.results.models import ResultMark

pytestmark = pytest.mark.django_db
ON = date(2024, 12, 31)
FIRST, LAST = date(2024, 4, 1), date(2024, 6, 30)
INSIDE, BEFORE, AFTER = date(2024, 5, 2), date(2024, 3, 1), date(2024, 9, 1)


@pytest.fixture(autouse=True)
def _in_russian(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Records are written here without a line in the journal, so nothing may be kept between two questions."""
    monkeypatch.setattr("opora.pivot.queries.reading._KEPT", Kept(0))
    with translation.override("ru"):
        yield


def reached(case: Case, concept: str = "housed", on: date = INSIDE, until: date | None = None) -> None:
    ResultMark.objects.create(case=case, concept=concept, kind="reached", since=on, since_by="x", until=until)


def report_with(kind: str, **options: Any) -> ComposedReport:
    report = actions.begin(actor=SYSTEM, about=About("Отчёт", FIRST, LAST), on=ON)
    actions.add_block(actor=SYSTEM, report_id=report.pk, kind=kind, content=Content(options=options))
    return report


def shown(report: ComposedReport, actor: Actor = SYSTEM) -> list[Block]:
    (part,) = queries.compose(actor=actor, report=report, on=ON).parts
    return list(part.drawn.blocks)


def table_of(blocks: list[Block]) -> Table:
    return next(one for one in blocks if isinstance(one, Table))


def test_results_of_the_days_of_the_report_with_what_was_lost_again() -> None:
    first, second, third = (world.case(closed_on=None) for _ in range(3))
    reached(first)
    reached(second, until=AFTER)
    reached(third, on=BEFORE)
    table = table_of(shown(report_with("results")))
    assert [list(row)[1:] for row in table.rows] == [[1, 1, 2]], "one holds, one was lost again, two reached it"
    assert table.refs == ["result:housed"]


def test_nothing_reached_is_not_said_to_be_a_no() -> None:
    (told,) = shown(report_with("results"))
    assert isinstance(told, Text) and "не значит «нет»" in told.text


def test_a_saved_table_counts_the_days_of_the_report_and_the_next_report_knows_its_total() -> None:
    case = world.case(closed_on=None)
    reached(case)
    reached(case, "wellbeing_better", on=AFTER)
    definition = Definition("results", "result", kind="records", period="ever")
    kept = pivot.keep_table(actor=SYSTEM, title="Итоги для правления", definition=definition, is_shared=True)
    report = report_with("saved", saved=str(kept.pk))
    assert list(table_of(shown(report)).total or ())[1:] == [1]
    taken = actions.take(actor=SYSTEM, report_id=report.pk, on=ON)
    assert [(one["title"], one["shown"]) for one in taken.figures] == [("Итоги для правления", "1")]


def test_columns_that_a_page_cannot_hold_are_said_to_stand_elsewhere() -> None:
    reached(world.case(closed_on=None))
    definition = Definition("results", "result", "month", kind="records")
    kept = pivot.keep_table(actor=SYSTEM, title="По месяцам", definition=definition, is_shared=True)
    report = report_with("saved", saved=str(kept.pk))
    assert len(table_of(shown(report)).columns) == 1 + 3 + 1, "the three months of the report and their total"
    actions.change_about(actor=SYSTEM, report_id=report.pk, about=About("Отчёт", date(2023, 7, 1), LAST))
    report.refresh_from_db()
    blocks = shown(report)
    assert len(table_of(blocks).columns) == 2 and "Столбцов слишком много" in repr(blocks)


def test_a_reader_counts_own_families_alone() -> None:
    own, other = world.case(closed_on=None), world.case(closed_on=None, in_department=world.department("Другой"))
    reached(own)
    reached(other)
    definition = Definition("results", "result", kind="records")
    kept = pivot.keep_table(actor=SYSTEM, title="Итоги", definition=definition, is_shared=True)
    report = report_with("saved", saved=str(kept.pk))
    assert list(table_of(shown(report)).total or ())[1:] == [2]
    reader = worker(Role.COORDINATOR, own.department)
    assert list(table_of(shown(report, reader)).total or ())[1:] == [1]
    assert list(table_of(shown(report_with("results"), reader)).total or ())[1:] == [1, 1]


def test_a_table_of_one_person_does_not_open_to_others_by_a_report() -> None:
    author, reader = worker(Role.ANALYST), worker(Role.HEAD)
    reached(world.case(closed_on=None))
    own = pivot.keep_table(actor=author, title="Черновик", definition=Definition("results", "result"))
    blocks = shown(report_with("saved", saved=str(own.pk)), reader)
    assert [type(one) for one in blocks] == [Text] and "Черновик" not in repr(blocks)


def test_a_table_of_another_program_says_so() -> None:
    case = world.case(closed_on=None)
    definition = Definition("results", "result", programs=(case.program_id + 1,))
    kept = pivot.keep_table(actor=SYSTEM, title="Чужое", definition=definition, is_shared=True)
    report = report_with("saved", saved=str(kept.pk))
    actions.change_about(actor=SYSTEM, report_id=report.pk, about=About("Отчёт", FIRST, LAST, case.program_id))
    report.refresh_from_db()
    (told,) = shown(report)
    assert isinstance(told, Text) and "другие программы" in told.text


def test_a_table_by_an_own_field_is_not_offered_and_says_why_it_is_not_shown() -> None:
    """For whom the field is not meant reads the report too."""
    reached(world.case(closed_on=None))
    field = a_field(kind="yes_no", title="Есть питомец")
    definition = Definition("cases", f"field_{field.code}")
    kept = pivot.keep_table(actor=SYSTEM, title="Питомцы", definition=definition, is_shared=True)
    (told,) = shown(report_with("saved", saved=str(kept.pk)))
    assert isinstance(told, Text) and "по своим полям" in told.text and "заново" not in told.text
    assert queries.tables_offered(actor=SYSTEM) == []


def test_a_report_tells_nothing_of_illnesses_whoever_composed_it() -> None:
    """Once taken it is read by people who may not read of health (X-13)."""
    case = world.case(closed_on=None)
    reached(case, concept="child_health_solved")
    (told,) = shown(report_with("results"))
    assert isinstance(told, Text), "nothing else was reached, so there is no table"
    reached(case)
    assert table_of(shown(report_with("results"))).refs == ["result:housed"]
