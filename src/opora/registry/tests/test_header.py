"""The header is known by its words, whatever their spelling and order."""

import pytest

from opora.registry.rules.header import Field, Layout, field_of, read_header, read_two_row_header
from opora.registry.tests.workbooks import SHELTER_TITLES, SUPPORT_TITLES


@pytest.mark.parametrize(("titles", "layout"), [(SUPPORT_TITLES, Layout.SUPPORT), (SHELTER_TITLES, Layout.SHELTER)])
def test_both_source_layouts_are_known(titles, layout):
    header = read_header(list(titles.values()))
    assert header.layout is layout
    assert not header.missing
    assert {str(field): column.title for field, column in header.columns.items()} == {
        name: title for name, title in titles.items() if name != "index"
    }


@pytest.mark.parametrize(
    ("title", "field"),
    [
        ("Отдел", Field.DEPARTMENT),
        ("  ОТДЕЛ:", Field.DEPARTMENT),
        ("отдeл", Field.DEPARTMENT),
        ("Подразделение", Field.DEPARTMENT),
        ("шифр,\nрод.", Field.PARENT),
        ("ШИФР РОДИТЕЛЯ", Field.PARENT),
        ("Код мамы", Field.PARENT),
        ("Шифр, реб.", Field.CHILDREN),
        ("шифры детей", Field.CHILDREN),
        ("Шифр ребёнка", Field.CHILDREN),
        ("№ дела", Field.NUMBER),
        ("№дела", Field.NUMBER),
        ("N дела", Field.NUMBER),
        ("No дела", Field.NUMBER),
        ("Номер дела", Field.NUMBER),
        ("Дело №", Field.NUMBER),
        ("Дата начала случая", Field.OPENED),
        ("ДАТА \n начало\nслучая", Field.OPENED),
        ("Дата открытия", Field.OPENED),
        ("дата закрытия", Field.CLOSED),
        ("Дата закры-\nтия случая", Field.CLOSED),
        ("дата выхода из КЦ", Field.CLOSED),
        ("продление", Field.EXTENDED),
        ("Продлён до", Field.EXTENDED),
        ("Мониторинг через 6 мес.", Field.FOLLOWED_UP),
        ("через 6 месяцев", Field.FOLLOWED_UP),
        ("Число слабых сторон (вход)", Field.ENTRY),
        ("вход", Field.ENTRY),
        ("Сумма слабых сторон на входе", Field.ENTRY),
        ("Число слабых\nсторон выход", Field.EXIT),
        ("ВЫХОД", Field.EXIT),
        ("Динамика", Field.CHANGE),
        ("динa-\nмика", Field.CHANGE),
        ("Прирост", Field.CHANGE),
    ],
)
def test_spelling_does_not_matter(title, field):
    assert field_of(title) is field


@pytest.mark.parametrize(
    "title",
    [
        "№/№", "№ п/п", "№", "Примечание", "Куратор", "Дата рождения", "ФИО", "Число детей", "Адрес",
        "Телефон", "", "Комплексное сопровождение", "доход", "сумма доходов", "Дата договора",
    ],
)  # fmt: skip
def test_columns_of_the_organization_are_left_alone(title):
    assert field_of(title) is None


def test_a_title_over_two_columns_is_read_with_the_row_below():
    people = ["№", "ОТДЕЛ", "шифр, род.", "Шифр,реб", "№ ДЕЛА", "начало", "закрытие"]
    upper = [*people, "число слабых сторон", None, "динамика"]
    lower = [None] * 7 + ["вход", "выход", None]
    assert Field.ENTRY in read_header(upper).missing
    header = read_two_row_header(upper, lower)
    assert not header.missing
    assert header.columns[Field.ENTRY].index == 7
    assert header.columns[Field.EXIT].index == 8
    assert header.columns[Field.CHANGE].index == 9


def test_a_row_of_data_is_no_header():
    assert read_header([1, "1 ЕФО МР", "И3", "С24", "17/2021лд", 44365, 44822, 20, 10, 10]) is None


def test_of_two_columns_with_one_meaning_the_first_is_read():
    header = read_header([*SUPPORT_TITLES.values(), "дата закрытия договора"])
    assert header.columns[Field.CLOSED].title == "дата закрытие"
    assert [column.title for _, column in header.doubled] == ["дата закрытия договора"]
