"""Whole tables: noise around them does not matter, mistakes in them are named by place and reason."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from opora.registry.rules.header import Layout
from opora.registry.rules.issues import Unreadable
from opora.registry.rules.table import Sheet, read_registry
from opora.registry.tests.registers import file_of, registers
from opora.registry.tests.workbooks import SHELTER_TITLES, SUPPORT_TITLES, cells_of, line, table
from opora.registry.workbook import open_sheets

TODAY = date(2026, 11, 24)


def read(rows, name="Лист1"):
    return read_registry([Sheet(name, list(enumerate(rows, start=1)))], on=TODAY)


def codes_of(issues):
    return [issue.code for issue in issues]


def only(issues):
    (issue,) = issues
    return issue


def test_titles_above_totals_below_and_other_sheets_are_normal():
    noise = [
        ["Утверждаю", None],
        [None] * 10,
        ["Комплексное сопровождения, 2021 год"],
        *table(line()),
        [None] * 9 + ["=H2-I2"],
        ["Итого", None, None, None, None, None, None, 20, 10, 10],
        [None, None, "Всего:", None, None, None, None, "=SUM(H2:H2)", None, None],
        ["Среднее", None, None, None, None, None, None, 20, 10, 10],
        ["Директор", "________"],
    ]
    sheets = [
        Sheet("Титул", [(1, ["Отчёт"])]),
        Sheet("Данные 2021", list(enumerate(noise, start=1))),
        Sheet("Пусто", []),
    ]
    reading = read_registry(sheets, on=TODAY)
    row = only(reading.rows)
    assert (row.sheet, row.row, row.number, row.change) == ("Данные 2021", 5, "17/2021лд", 10)
    assert reading.rejected == [] and reading.warnings == []
    assert reading.skipped_sheets == ["Титул", "Пусто"]


def test_both_tables_may_stand_on_one_sheet():
    shelter = line(
        SHELTER_TITLES, department="1 ЕФО КЦ", number=1, parent="З19", children="З20", followed_up_on=date(2023, 3, 18)
    )
    reading = read([*table(line()), ["Кризисный центр"], *table(shelter, titles=SHELTER_TITLES)])
    assert [(row.layout, row.number) for row in reading.rows] == [
        (Layout.SUPPORT, "17/2021лд"),
        (Layout.SHELTER, "1"),
    ]
    assert reading.rows[1].followed_up_on == date(2023, 3, 18)


def test_columns_in_another_order_with_columns_between():
    titles = list(SUPPORT_TITLES)
    order = titles[::-1]
    header = [cell for name in order for cell in (SUPPORT_TITLES[name], "Примечание")]
    cells = dict(zip(titles, line(), strict=True))
    row = [cell for name in order for cell in (cells[name], "важное")]
    assert read([header, row]).rows[0].says == read(table(line())).rows[0].says


@pytest.mark.parametrize(
    ("changes", "title", "code"),
    [
        ({"closed_on": date(2021, 1, 1)}, "дата закрытие", "closed_before_opened"),
        ({"opened_on": None}, "ДАТА начало случая", "no_opening_day"),
        ({"opened_on": "вчера"}, "ДАТА начало случая", "not_a_day"),
        ({"opened_on": date(2027, 1, 1), "closed_on": None, "exit": None, "change": None},
         "ДАТА начало случая", "day_in_future"),
        ({"closed_on": date(2027, 1, 1)}, "дата закрытие", "day_in_future"),
        ({"entry": -2, "change": None}, "число слабых сторон, вход", "count_is_negative"),
        ({"exit": 2.5, "change": None}, "число слабых сторон выход", "count_is_fraction"),
        ({"exit": "десять", "change": None}, "число слабых сторон выход", "not_a_count"),
        ({"parent": None}, "шифр, род.", "no_parent_code"),
        ({"parent": "И3, И4"}, "шифр, род.", "several_parents"),
        ({"children": "Петя"}, "Шифр,реб", "not_a_code"),
        ({"children": "И3, С24"}, "Шифр,реб", "child_is_parent"),
        ({"number": None}, "№ ДЕЛА", "no_case_number"),
        ({"number": date(2021, 5, 1)}, "№ ДЕЛА", "number_became_date"),
        ({"department": None}, "ОТДЕЛ", "no_department"),
        ({"closed_on": None}, "число слабых сторон выход", "exit_but_open"),
    ],
)  # fmt: skip
def test_a_mistake_is_named_by_place_and_reason_and_once(changes, title, code):
    reading = read(table(line(**changes), line(number="18/2021", parent="К1", children="К2")))
    issue = only(reading.rejected)
    assert (issue.sheet, issue.row, issue.column, issue.code) == ("Лист1", 2, title, code)
    assert [row.number for row in reading.rows] == ["18/2021"]


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"followed_up_on": date(2022, 1, 1)}, "followed_up_before_closed"),
        ({"extended_to": date(2021, 1, 1)}, "extended_before_opened"),
        ({"closed_on": None, "exit": None, "change": None, "followed_up_on": date(2022, 1, 1)}, "followed_up_but_open"),
    ],
)
def test_days_of_the_crisis_center_stand_in_order(changes, code):
    reading = read(table(line(SHELTER_TITLES, **changes), titles=SHELTER_TITLES))
    assert only(reading.rejected).code == code


def test_an_open_case_and_a_missing_exit_are_taken():
    open_case = line(closed_on=None, exit=None, change=None)
    unpaired = line(number="18/2021лд", exit=None, change="=H3-I3")
    reading = read(table(open_case, unpaired))
    assert reading.rejected == [] and reading.warnings == []
    assert [(row.exit, row.change) for row in reading.rows] == [(None, None)] * 2


def test_a_follow_up_still_to_come_is_a_plan():
    row = line(SHELTER_TITLES, closed_on=date(2026, 10, 1), followed_up_on=date(2027, 4, 1))
    reading = read(table(row, titles=SHELTER_TITLES))
    assert only(reading.rows).followed_up_on is None
    assert codes_of(reading.warnings) == ["follow_up_is_planned"]


@pytest.mark.parametrize(
    ("written", "warned"), [(10, []), ("10", []), (None, []), (12, ["change_differs"]), ("рост", ["change_differs"])]
)
def test_change_is_always_entry_minus_exit(written, warned):
    reading = read(table(line(change=written)))
    assert only(reading.rows).change == 10
    assert codes_of(reading.warnings) == warned


def test_the_same_row_twice_is_taken_once():
    reading = read(table(line(), line(number="17/2021 ЛД")))
    assert [row.row for row in reading.rows] == [2]
    issue = only(reading.rejected)
    assert (issue.row, issue.code, issue.params["row"], issue.params["alike"]) == (3, "number_twice", 2, True)


def test_rows_that_differ_under_one_number_are_all_set_aside():
    reading = read(table(line(), line(number="17/2021 лд", entry=30, change=20)))
    assert reading.rows == []
    assert [(issue.row, issue.code) for issue in reading.rejected] == [(2, "number_twice"), (3, "number_twice")]


def test_a_row_that_cannot_be_taken_holds_back_its_double():
    reading = read(table(line(closed_on=date(2020, 1, 1)), line(number="17/2021 лд"), line(number="18/2021лд")))
    assert [row.number for row in reading.rows] == ["18/2021лд"]
    assert [(issue.row, issue.code) for issue in reading.rejected] == [
        (2, "closed_before_opened"),
        (3, "number_twice"),
    ]
    assert reading.rejected[1].params["row"] == 2


def test_a_signature_below_the_table_is_passed_over_with_a_word():
    signature = [None, None, "Исполнитель", None, "Петрова", None, None, None, None, None]
    reading = read([*table(line()), signature, line(number="18/2021лд", parent="мама")])
    assert [row.row for row in reading.rows] == [2]
    assert [(issue.row, issue.code, issue.value) for issue in reading.warnings] == [(3, "row_of_words", "Исполнитель")]
    assert codes_of(reading.rejected) == ["not_a_code"]


def test_a_half_filled_row_is_rejected_and_not_passed_over():
    for cells in ({"number": "18/2021"}, {"parent": "И4"}, {"entry": 12}, {"closed_on": "01.02.2022"}):
        empty = dict.fromkeys(SUPPORT_TITLES)
        assert read(table(line(), line(**{**empty, **cells}))).rejected


def test_one_number_in_two_departments_is_no_mistake():
    assert len(read(table(line(), line(department="2 ЕФО МР"))).rows) == 2


def test_an_empty_department_is_taken_from_above():
    reading = read(table(line(), line(department=None, number="18/2021")))
    assert [row.department for row in reading.rows] == ["1 ЕФО МР"] * 2
    assert codes_of(reading.warnings) == ["department_from_above"]


def test_a_workbook_without_a_table_is_refused():
    with pytest.raises(Unreadable) as caught:
        read([["Список сотрудников"], ["Имя", "Телефон"]])
    assert caught.value.note.code == "no_table"


def test_a_table_without_a_needed_column_says_which():
    with pytest.raises(Unreadable) as caught:
        read([[title for name, title in SUPPORT_TITLES.items() if name != "entry"]])
    assert caught.value.note.params["missing"] == ("entry",)


def test_beside_a_register_a_summary_is_passed_over_and_a_broken_header_is_named():
    summary = [["ОТДЕЛ", "число дел", "вход", "выход", "динамика"], ["1 ЕФО МР", 5, 150, 50, 100]]
    broken = [[title for name, title in SUPPORT_TITLES.items() if name != "entry"]]
    sheets = [("Реестр", table(line())), ("Свод", summary), ("Второй", broken)]
    reading = read_registry([Sheet(name, list(enumerate(rows, start=1))) for name, rows in sheets], on=TODAY)
    assert len(reading.rows) == 1
    assert [(issue.sheet, issue.code) for issue in reading.rejected] == [("Второй", "columns_missing")]
    assert reading.skipped_sheets == ["Свод", "Второй"]


def test_more_rows_than_a_register_has_are_refused():
    with pytest.raises(Unreadable) as caught:
        read_registry([Sheet("1", list(enumerate(table(line(), line(), line()), 1)))], on=TODAY, most_rows=2)
    assert caught.value.note.code == "too_many_rows"


def without_place(rows):
    return [(row.department, row.number, row.says) for row in rows]


@given(registers())
@settings(max_examples=40, deadline=None)
def test_any_register_is_read_back_from_its_workbook(register):
    layout, rows = register
    reading = read_registry(open_sheets(file_of(layout, rows)), on=TODAY)
    assert reading.rows == rows
    assert reading.rejected == [] and reading.warnings == []


@given(registers(), st.data())
@settings(max_examples=40, deadline=None)
def test_noise_changes_nothing(register, data):
    layout, rows = register
    titles = SHELTER_TITLES if layout is Layout.SHELTER else SUPPORT_TITLES
    order = data.draw(st.permutations([*titles, "extra", "other"]))
    named = {**titles, "extra": "Примечание", "other": "Куратор"}
    latin = str.maketrans("АВСЕНКМОРТ", "ABCEHKMOPT")
    spelled = data.draw(st.sampled_from([str.upper, str.lower, str.title, lambda title: title.translate(latin)]))
    cells = []
    for row in rows:
        values = dict(zip(titles, cells_of(row, titles), strict=True)) | {"extra": "текст", "other": 5}
        values["parent"] = data.draw(st.sampled_from([row.parent, row.parent.lower(), row.parent.translate(latin)]))
        separator = data.draw(st.sampled_from([", ", ";", "\n", " "]))
        values["children"] = separator.join(row.children)
        values["opened_on"] = data.draw(st.sampled_from([row.opened_on, row.opened_on.strftime("%d.%m.%Y")]))
        cells.append([values[name] for name in order])
    above = data.draw(st.lists(st.just(["Реестр"]) | st.just([None]), max_size=8))
    below = data.draw(st.lists(st.just(["Итого"]) | st.just([None]) | st.just(["Всего", None, None]), max_size=4))
    reading = read([*above, [spelled(named[name]) for name in order], *cells, *below])
    assert without_place(reading.rows) == without_place(rows)
    assert reading.rejected == []


CELLS = st.one_of(
    st.none(), st.text(max_size=12), st.integers(-5, 50000), st.floats(), st.booleans(), st.datetimes(), st.dates()
)


@given(st.lists(st.lists(CELLS, min_size=10, max_size=14), max_size=6))
@settings(max_examples=60, deadline=None)
def test_no_cells_break_the_reading(rows):
    reading = read(table(*rows))
    assert all(issue.code for issue in reading.rejected)
