"""Forms go out as XLSForm that others take, come back as they were; another's workbook is read row by row."""

import io
from typing import Any

import pytest

from opora.common.sheets_writing import write_sheets
from opora.common.toml_writing import write_toml
from opora.instruments.rules import Form, XlsReading, read_form, read_instrument, read_xlsform, xlsform_of
from opora.instruments.rules.editing import items_of
from opora.instruments.rules.xlsform import ASSUMED, KEPT, LEFT
from opora.instruments.rules.xlsform.ages import ages_in
from opora.instruments.tests.forms import SMALL, whole_form
from opora.packs.queries import SHIPPED

EFO = SHIPPED / "support_and_shelter" / "instruments" / "efo.toml"


def definition(text: str) -> Any:
    found = read_instrument(text).definition
    assert found is not None
    return found


def rows_of(sheets: dict[str, Any]) -> dict[str, Any]:
    """The sheets as a reader of workbooks gives them: numbered rows of texts."""
    return {name: [(n, [str(cell) for cell in row]) for n, row in enumerate(rows, 1)] for name, rows in sheets.items()}


@pytest.mark.parametrize("form", [definition(EFO.read_text(encoding="utf-8")), definition(SMALL), whole_form()])
def test_a_form_comes_back_from_its_workbook_as_it_was(form: Any) -> None:
    found = read_xlsform(rows_of(xlsform_of(form)), "other")
    assert found.form is not None and read_form(found.form).as_far == form
    assert [one for one in found.told if one.state != KEPT] == []
    assert write_toml(found.form)


def test_pyxform_takes_the_workbook_without_a_word_of_warning() -> None:
    xls2xform = pytest.importorskip("pyxform.xls2xform")
    content = write_sheets(xlsform_of(definition(EFO.read_text(encoding="utf-8"))))
    made = xls2xform.convert(io.BytesIO(content), file_type=".xlsx")
    assert made.warnings == []
    # Each item once, in both languages, and a rule of ages where one stands.
    assert made.xform.count("<select1 ") == 48 and 'lang="English (en)"' in made.xform
    assert "child_age" in made.xform and " &gt;= 3" in made.xform


SURVEY = [
    ["type", "name", "label::Russian (ru)", "label::English (en)", "hint", "relevant", "constraint"],
    ["start", "start", "", "", "", "", ""],
    ["text", "family", "Фамилия", "Surname", "", "", ""],
    ["integer", "age", "Сколько лет ребёнку", "", "", "", ". < 19"],
    ["begin group", "home", "Дом", "Home", "", "", ""],
    ["select_one rate", "roof", "Есть крыша", "A roof", "негде жить", "", ""],
    ["select_one rate", "school", "Ходит в школу", "", "", "${age} >= 7 and ${age} < 18", ""],
    ["select_one rate", "odd", "Странное", "", "", "${roof} = 'bad'", ""],
    ["begin_group", "inner", "Внутри", "", "", "", ""],
    ["select_one rate", "warm", "Тепло", "", "", "", ""],
    ["end_group", "", "", "", "", "", ""],
    ["end group", "", "", "", "", "", ""],
    ["select_multiple why", "why", "Почему", "", "", "", ""],
    ["image", "photo", "Снимок", "", "", "", ""],
]
CHOICES = [
    ["list_name", "name", "label::Russian (ru)", "label::English (en)"],
    ["rate", "good", "Хорошо", "Good"],
    ["rate", "so", "Так себе", ""],
    ["rate", "bad", "Плохо", ""],
    ["rate", "99", "Не знаю", ""],
    ["why", "a", "Потому", ""],
]
SETTINGS = [["form_title", "form_id"], ["Чужая форма", "Kobo-Form 1"]]


@pytest.fixture(scope="module")
def foreign() -> XlsReading:
    return read_xlsform(rows_of({"survey": SURVEY, "choices": CHOICES, "settings": SETTINGS}), "other")


def form_of(found: XlsReading) -> Form:
    assert found.form is not None
    return found.form


def test_anothers_workbook_becomes_a_form(foreign: XlsReading) -> None:
    form = form_of(foreign)
    assert (form["code"], form["title"]) == ("kobo_form_1", {"ru": "Чужая форма"})
    assert [one["label"]["ru"] for one in form["scale"]["level"]] == ["Хорошо", "Так себе", "Плохо"]
    assert [(one["code"], one["text"]["ru"], one["level"]) for _section, one in items_of(form)] == [
        ("1.1", "Есть крыша", "family"),
        ("1.2", "Ходит в школу", "child"),
        ("1.3", "Странное", "family"),
        ("1.4", "Тепло", "family"),
    ]
    school = [one for _section, one in items_of(form)][1]
    assert (school["age_min"], school["age_max"]) == (7, 17)
    assert read_form(form).definition is not None


def test_nothing_of_it_is_dropped_in_silence(foreign: XlsReading) -> None:
    left = [(one.sheet, one.row) for one in foreign.told if one.row > 1 and one.state == LEFT]
    # The surname, the age, the odd condition, the inner group, the choice of several, the photo; two answers.
    assert sorted(left) == [("choices", 5), ("choices", 6), *(("survey", row) for row in (3, 4, 8, 9, 13, 14))]
    asked = {row for row, line in enumerate(SURVEY, 1) if line[0].startswith("select_one")}
    assert {one.row for one in foreign.told if one.state == KEPT} == asked
    assert [one.data for one in foreign.told if one.state == ASSUMED] == [{"weak": "Плохо"}]
    assert any("constraint" in one.data.values() for one in foreign.told)


@pytest.mark.parametrize(
    ("condition", "ages"),
    [
        ("${age} >= 3", (3, None)),
        ("(${age} > 2) and (${age} <= 6)", (3, 6)),
        ("${age} = '' or (${age} >= 3 and ${age} <= 17)", (3, 17)),
        ("${age} < 7", (None, 6)),
        ("${age} = 5", (5, 5)),
        ("${age} >= 3 or ${age} <= 1", None),
        ("${weight} >= 3", None),
        ("not(${age} >= 3)", None),
    ],
)
def test_a_condition_is_a_rule_of_ages_or_it_is_none(condition: str, ages: Any) -> None:
    assert ages_in(condition, {"age"}) == ages


def test_our_own_workbook_may_lose_its_columns_on_the_way() -> None:
    """Whoever edits the workbook may take any column of our own sheets away: it is read or told of, never a fault."""
    whole = rows_of(xlsform_of(definition(SMALL)))
    for sheet, rows in whole.items():
        for place in range(len(rows[0][1])):
            fewer = {**whole, sheet: [(number, [*row[:place], *row[place + 1 :]]) for number, row in rows]}
            found = read_xlsform(fewer, "other")
            assert found.form is not None or found.told


def test_what_is_no_xlsform_says_so() -> None:
    assert read_xlsform({"Лист1": [(1, ["а", "б"])]}, "x").form is None
    empty = read_xlsform(rows_of({"survey": [["type", "name"], ["text", "a"]], "choices": [["list_name"]]}), "x")
    assert empty.form is None and empty.told
