"""A report is composed of live blocks, taken on a day, and says afterwards what changed since then."""

import io
import json
import re
from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import Any

import pytest
from django.db import Error, transaction
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook
from pypdf import PdfReader

from opora.access.rules import SYSTEM, Actor, Role
from opora.audit.models import JournalEntry
from opora.cases.tests.factories import close_case, department, household, open_case, program, scene, worker
from opora.common.errors import Conflict, Invalid, NotFound, Refused
from opora.programs.models import Program
from opora.registry.tests.houses import bring_in_ten_cases
from opora.reports import actions, frozen, queries
from opora.reports.actions.blocks import Content
from opora.reports.actions.composing import About, following
from opora.reports.blocks import BUILDERS
from opora.reports.model import laid_for
from opora.reports.models import ComposedReport, ReportBlock, TakenReport
from opora.reports.rules.changes import Kept, changes
from opora.reports.rules.control_points import read_steps, wrong_lines
from opora.reports.rules.kinds import KINDS
from opora.reports.rules.names import like_people
from opora.reports.rules.presets import read_preset

ON = date(2026, 11, 24)
FIRST, LAST = date(2021, 1, 1), date(2023, 12, 31)
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _in_russian() -> Any:
    with translation.override("ru"):
        yield


@pytest.fixture
def ten_cases() -> Program:
    bring_in_ten_cases()
    return Program.objects.get(layout="support")


def begun(program: Program | None = None, preset: str = "", **more: Any) -> ComposedReport:
    about = About("Отчёт", FIRST, LAST, program.pk if program else None)
    return actions.begin(actor=SYSTEM, about=about, preset=preset, on=ON, **more)


def block(report: ComposedReport, kind: str = "text", **content: Any) -> ReportBlock:
    return actions.add_block(actor=SYSTEM, report_id=report.pk, kind=kind, content=Content(**content))


def told(report: ComposedReport) -> str:
    whole = queries.compose(actor=SYSTEM, report=report, on=ON)
    return json.dumps([repr(one) for one in whole.report.blocks], ensure_ascii=False)


def headings(report: ComposedReport) -> list[str]:
    return [one.heading for one in ReportBlock.objects.filter(report=report)]


def test_every_kind_is_built_and_every_preset_composes(ten_cases: Program) -> None:
    assert set(BUILDERS) == set(KINDS)
    for preset in queries.presets():
        report = begun(ten_cases, preset.code)
        whole = queries.compose(actor=SYSTEM, report=report, on=ON)
        assert len(whole.parts) == len(preset.blocks), preset.code
        for part in whole.parts:
            if part.block.kind != "text":
                assert part.drawn.blocks or part.drawn.choice, (
                    f"{preset.code}, {part.block.kind} says neither a figure nor why there is none"
                )


def test_the_five_parts_of_a_grant_and_the_four_areas_of_the_standard_are_there() -> None:
    grant = [one.heading.ru[:2] for one in queries.find_preset("grant").blocks if one.heading.ru[:1].isdecimal()]
    assert set(grant) == {"1.", "2.", "3.", "4.", "5."}
    dossier = {one.heading.ru.split(":")[0] for one in queries.find_preset("dossier").blocks}
    areas = ("Регламентированность", "Обоснованность", "Достижение социальных результатов", "Обоснованность данных")
    assert dossier == {f"{number}. {area}" for number, area in enumerate(areas, 1)}


def test_blocks_are_ordered_by_hand() -> None:
    report = begun()
    first, second, third = (block(report, heading=name) for name in ("один", "два", "три"))
    actions.move_block(actor=SYSTEM, block_id=third.pk, up=True)
    actions.move_block(actor=SYSTEM, block_id=first.pk, up=True)
    actions.add_block(actor=SYSTEM, report_id=report.pk, kind="text", content=Content("между"), after=first.pk)
    assert headings(report) == ["один", "между", "три", "два"]
    actions.drop_block(actor=SYSTEM, block_id=second.pk)
    assert headings(report) == ["один", "между", "три"]


def test_a_figure_stands_with_its_parts_and_a_missing_one_with_its_reason(ten_cases: Program) -> None:
    report = begun(ten_cases)
    block(report, "indicators", options={"codes": ["IND-30", "IND-15", "IND-41"]})
    (part,) = queries.compose(actor=SYSTEM, report=report, on=ON).parts
    (table,) = part.drawn.blocks
    improved, plan, removals = table.rows  # type: ignore[union-attr]
    assert improved[1:5] == ["100 %", "5 из 5", 5, 5]
    assert plan[1] == "–" and plan[-1], "nobody had a task, and why there is no share is said"
    assert removals[1] == "–" and removals[-1], "what others publish is never counted from own cases"


def test_whoever_reads_gets_one_phrase_and_a_workbook_its_numbers_apart(ten_cases: Program) -> None:
    report = begun(ten_cases)
    block(report, "indicators", options={"codes": ["IND-30"]})
    whole = queries.compose(actor=SYSTEM, report=report, on=ON)
    (table,) = (frozen.from_data(frozen.to_data(whole.report))).tables
    read, counted = (laid_for(table, where) for where in ("reading", "workbook"))
    assert [one.title for one in read.columns][1:4] == ["Значение", "Из скольких", "Период до того"]
    assert [one.title for one in counted.columns][1:5] == ["Значение", "Числитель", "Знаменатель", "Неизвестно"]
    assert read.rows[0][2] == "5 из 5" and counted.rows[0][2:4] == [5, 5]


def test_what_is_not_chosen_yet_is_asked_on_the_page_and_leaves_nothing_on_paper() -> None:
    report = begun()
    block(report, "study", heading="Гипотеза и ответ")
    whole = queries.compose(actor=SYSTEM, report=report, on=ON)
    assert [getattr(one, "text", one) for one in whole.parts[0].body] == ["Выберите записанную гипотезу."]
    assert list(whole.report.blocks) == []


@pytest.mark.parametrize("kind", ["outcomes", "quality"])
def test_what_limits_every_program_is_said_once(kind: str) -> None:
    for home in (scene(on=date(2022, 3, 1)), scene(layout="shelter", on=date(2022, 3, 1))):
        close_case(home, on=date(2023, 5, 6))
    report = begun()
    block(report, kind)
    words = told(report)
    assert words.count("Группы сравнения нет") == 1 and "Границы всех этих результатов" in words


def test_a_block_may_speak_of_other_days_than_its_report(ten_cases: Program) -> None:
    report = begun(ten_cases)
    one = block(
        report, "indicators", options={"codes": ["IND-30"]}, first_on=date(2030, 1, 1), last_on=date(2030, 2, 1)
    )
    assert "01.01.2030" in told(report)
    actions.change_block(
        actor=SYSTEM, block_id=one.pk, content=Content(options={"codes": ["IND-30"]}), revision=one.revision
    )
    assert "01.01.2030" not in told(report)


def test_a_taken_report_keeps_its_figures_and_the_next_one_says_what_changed(ten_cases: Program) -> None:
    report = begun(ten_cases)
    shown = block(report, "indicators", options={"codes": ["IND-30", "IND-35"]})
    taken = actions.take(actor=SYSTEM, report_id=report.pk, on=ON)
    assert re.fullmatch("[0-9a-f]{64}", taken.sha256)
    kept = queries.show_taken(actor=SYSTEM, taken=taken, on=ON)
    actions.change_about(actor=SYSTEM, report_id=report.pk, about=About("Отчёт", date(2022, 6, 1), LAST, ten_cases.pk))
    assert queries.show_taken(actor=SYSTEM, taken=taken, on=ON).blocks == kept.blocks
    report.refresh_from_db()
    whole = queries.compose(actor=SYSTEM, report=report, on=ON)
    changed = {one.title: (one.then.rests_on, one.now.rests_on) for one in whole.changed if one.then and one.now}
    assert changed["Семьи с улучшением благополучия"][0] == "5 из 5"
    assert changed["Семьи с улучшением благополучия"][1] != "5 из 5"
    assert "Что изменилось с отчёта от 24.11.2026" in told(report)
    actions.drop_block(actor=SYSTEM, block_id=shown.pk)
    gone = queries.compose(actor=SYSTEM, report=report, on=ON).changed
    assert gone and all(one.now is None for one in gone), "a figure that is told no more is named too"


def test_a_copy_follows_in_time_and_is_compared_with_its_source(ten_cases: Program) -> None:
    report = begun(ten_cases)
    block(report, "indicators", options={"codes": ["IND-30"]})
    actions.take(actor=SYSTEM, report_id=report.pk, on=ON)
    made = actions.copy(actor=SYSTEM, report_id=report.pk, on=ON)
    assert (made.first_on, made.last_on) == (date(2024, 1, 1), date(2026, 12, 31))
    before = queries.taken_before(actor=SYSTEM, report=made)
    assert before is not None and before.report_id == report.pk


def test_the_database_refuses_to_change_what_was_taken() -> None:
    report = begun()
    block(report, text="Слова")
    taken = actions.take(actor=SYSTEM, report_id=report.pk, on=ON)
    with pytest.raises(Error, match="final"), transaction.atomic():
        TakenReport.objects.filter(pk=taken.pk).update(sha256="0" * 64)
    with pytest.raises(Error, match="final"), transaction.atomic():
        TakenReport.objects.filter(pk=taken.pk).delete()


def test_two_people_change_different_blocks_and_nobody_overwrites_another() -> None:
    report = begun()
    one, other = block(report, text="Раз"), block(report, text="Два")
    actions.change_block(actor=SYSTEM, block_id=one.pk, content=Content(text="Раз и ещё"), revision=one.revision)
    actions.change_block(actor=SYSTEM, block_id=other.pk, content=Content(text="Два и ещё"), revision=other.revision)
    with pytest.raises(Conflict):
        actions.change_block(actor=SYSTEM, block_id=one.pk, content=Content(text="Поверх"), revision=one.revision)


def test_who_reads_may_not_compose_and_sees_nothing_taken_over_a_wider_reach() -> None:
    report = begun()
    block(report, text="Слова")
    taken = actions.take(actor=SYSTEM, report_id=report.pk, on=ON)
    reader = Actor(7, "Анна", frozenset({("case_manager", 1)}))
    with pytest.raises(Refused):
        actions.take(actor=reader, report_id=report.pk, on=ON)
    with pytest.raises(NotFound):
        queries.taken_in_sight(actor=reader, taken_id=taken.pk)
    with pytest.raises(NotFound):
        queries.report_in_sight(actor=Actor(8, "Пётр", frozenset({("volunteer", 1)})), report_id=report.pk)


def test_whoever_lost_a_department_sees_no_report_taken_over_it_not_even_as_its_maker() -> None:
    first, second = department(), department()
    maker = worker(Role.COORDINATOR, first)
    both = replace(maker, grants=maker.grants | {(Role.COORDINATOR, second.pk)})
    report = begun()
    block(report, text="Слова")
    taken = actions.take(actor=both, report_id=report.pk, on=ON)
    assert queries.taken_in_sight(actor=both, taken_id=taken.pk) == taken
    assert queries.taken_of(actor=maker, report=report) == []
    with pytest.raises(NotFound):
        queries.taken_in_sight(actor=maker, taken_id=taken.pk)


def test_a_report_that_counts_a_family_of_another_department_is_not_for_the_colleagues_of_ones_own() -> None:
    """A coordinator who works on a case elsewhere counts it too."""
    own, elsewhere = department(), department()
    manager, colleague = worker(Role.CASE_MANAGER, elsewhere), worker(Role.COORDINATOR, own)
    both = replace(manager, grants=manager.grants | {(Role.COORDINATOR, own.pk)})
    open_case(elsewhere, program(), household(), both)
    report = begun()
    block(report, text="Слова")
    taken = actions.take(actor=both, report_id=report.pk, on=ON)
    assert taken.departments == sorted([own.pk, elsewhere.pk])
    assert queries.taken_of(actor=both, report=report) == [taken]
    assert queries.taken_of(actor=colleague, report=report) == []


def test_a_block_moved_stands_in_the_journal() -> None:
    report = begun()
    block(report, text="Раз")
    second = block(report, text="Два")
    before = JournalEntry.objects.filter(verb="reports.block_changed").count()
    actions.move_block(actor=SYSTEM, block_id=second.pk, up=True)
    assert queries.blocks_of(report)[0].pk == second.pk
    assert JournalEntry.objects.filter(verb="reports.block_changed").count() == before + 1


def test_what_is_wrong_with_a_block_is_said_all_at_once() -> None:
    report = begun()
    with pytest.raises(Invalid) as wrong:
        block(report, "steps", heading="я" * 201, options={"lines": "Открытие; вчера"}, first_on=ON)
    assert set(wrong.value.fields) == {"heading", "lines", "last_on"}
    with pytest.raises(Invalid):
        actions.take(actor=SYSTEM, report_id=report.pk, on=ON)


def test_the_files_carry_the_mark_and_the_journal_who_took_them(ten_cases: Program) -> None:
    report = begun(ten_cases)
    block(report, heading="Главное", text="Стало больше визитов.\n\nИ меньше отказов.")
    block(report, "indicator", heading="Семьям легче", options={"code": "IND-30"})
    block(report, "outcomes")
    pdf, xlsx, docx = (
        actions.export_report(actor=SYSTEM, report_id=report.pk, kind=kind, on=ON) for kind in ("pdf", "xlsx", "docx")
    )
    words = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)
    assert "наружу — только через выпуск" in words and "И меньше отказов." in words
    assert load_workbook(io.BytesIO(xlsx)).sheetnames
    assert "И меньше отказов." in words_of_docx(docx)
    exports = JournalEntry.objects.filter(verb="reports.exported")
    assert {one.data["kind"] for one in exports} == {"pdf", "xlsx", "docx"}


def words_of_docx(content: bytes) -> str:
    from docx import Document

    book = Document(io.BytesIO(content))
    cells = (cell.text for table in book.tables for row in table.rows for cell in row.cells)
    return " ".join([*(one.text for one in book.paragraphs), *cells])


def test_names_and_codes_in_a_narrative_are_pointed_at() -> None:
    assert like_people("Мы помогли Ольге Ильиничне и Петровой О. И., случай И3") == [
        "Ильиничне",
        "Петровой О. И.",
        "И3",
    ]
    assert like_people("Стало больше визитов: Москва, II квартал, 152-ФЗ, программа «Мама рядом»") == []


def test_steps_are_read_as_people_write_them() -> None:
    found = list(read_steps("Открыта гостиная; 01.03.2026; 12.03.2026\n\nЛагерь; 1.7.2026"))
    assert [(one.what, one.planned, one.reached) for one in found] == [
        ("Открыта гостиная", date(2026, 3, 1), date(2026, 3, 12)),
        ("Лагерь", date(2026, 7, 1), None),
    ]
    assert wrong_lines("Раз; 31.02.2026\nДва; 01.02.2026\nТри; весной") == [1, 3]


def test_a_preset_that_nobody_can_carry_out_is_refused() -> None:
    for wrong in ("", '[[block]]\nkind = "verse"', '[[block]]\nkind = "text"\ncode = "IND-01"'):
        with pytest.raises(ValueError, match="x"):
            read_preset("x", wrong)


@given(st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.integers(0, 800))
def test_the_next_period_begins_where_the_last_one_ended(first: date, days: int) -> None:
    last = date.fromordinal(first.toordinal() + days)
    begin, end = following(first, last)
    assert begin.toordinal() == last.toordinal() + 1 and end >= begin
    if first.day != 1 or begin.day != 1:
        assert (end - begin).days == days


@given(st.lists(st.sampled_from("абвг"), unique=True), st.lists(st.sampled_from("абвг"), unique=True), st.booleans())
def test_what_changed_names_each_figure_once_and_nothing_that_stayed(
    then: list[str], now: list[str], moved: bool
) -> None:
    before = [Kept(one, one, "1") for one in then]
    after = [Kept(one, one, "2" if moved else "1") for one in now]
    found = [one.title for one in changes(before, after)]
    assert len(found) == len(set(found))
    assert set(found) == (set(then) | set(now) if moved else set(then) ^ set(now))


def tags_of(node: Any) -> Any:
    """Every structure tag of a PDF with its alternative text."""
    part = node.get_object() if hasattr(node, "get_object") else node
    if isinstance(part, list):
        for one in part:
            yield from tags_of(one)
    elif isinstance(part, dict):
        if "/S" in part:
            yield str(part["/S"]), str(part.get("/Alt", ""))
        yield from tags_of(part.get("/K", []))


def test_a_composed_report_can_be_read_aloud(ten_cases: Program) -> None:
    """PDF/UA-1: every picture is told in words, every table has heads, no level of headings is skipped."""
    report = begun(ten_cases)
    block(report, heading="Главное", text="Слова")
    block(report, "indicator", heading="Семьям легче", options={"code": "IND-30"})
    block(report, "picture", heading="Модель", options={"model": "support_and_shelter"})
    block(report, "table", heading="Таблица")
    content = actions.export_report(actor=SYSTEM, report_id=report.pk, kind="pdf", on=ON)
    root = PdfReader(io.BytesIO(content)).trailer["/Root"]
    assert b"pdfuaid" in root["/Metadata"].get_data() and root["/Lang"] == "ru"
    tags = list(tags_of(root["/StructTreeRoot"]["/K"]))
    levels = [int(tag[2:]) for tag, _alt in tags if tag[:2] == "/H" and tag[2:].isdigit()]
    assert levels[0] == 1 and all(after - before <= 1 for before, after in pairwise(levels))
    pictures = [alt for tag, alt in tags if tag == "/Figure"]
    assert len(pictures) >= 1 and all(pictures)
    assert {"/Table", "/TH", "/TD"} <= {tag for tag, _alt in tags}
