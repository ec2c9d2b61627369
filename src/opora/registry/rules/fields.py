"""The columns of the two source tables and their titles, letter by letter (S3-77, S3-78)."""

from enum import StrEnum


class Field(StrEnum):
    """A column of the source tables."""

    DEPARTMENT = "department"
    PARENT = "parent"
    CHILDREN = "children"
    NUMBER = "number"
    OPENED = "opened_on"
    CLOSED = "closed_on"
    EXTENDED = "extended_to"
    FOLLOWED_UP = "followed_up_on"
    ENTRY = "entry"
    EXIT = "exit"
    CHANGE = "change"


class Layout(StrEnum):
    """Which of the two source tables a header belongs to; the values are those of a program's layout."""

    SUPPORT = "support"
    SHELTER = "shelter"


_COMMON = {
    Field.DEPARTMENT: "ОТДЕЛ",
    Field.PARENT: "шифр, род.",
    Field.CHILDREN: "Шифр,реб",
    Field.NUMBER: "№ ДЕЛА",
    Field.OPENED: "ДАТА начало случая",
}
_RESULT = {
    Field.ENTRY: "число слабых сторон, вход",
    Field.EXIT: "число слабых сторон выход",
    Field.CHANGE: "динамика",
}
TITLES: dict[Layout, dict[Field, str]] = {
    Layout.SUPPORT: {**_COMMON, Field.CLOSED: "дата закрытие", **_RESULT},
    Layout.SHELTER: {
        **_COMMON,
        Field.EXTENDED: "продление",
        Field.CLOSED: "дата выхода из КЦ, закрытие",
        Field.FOLLOWED_UP: "мониторинг через 6 месяцев",
        **_RESULT,
    },
}

DAYS = frozenset({Field.OPENED, Field.CLOSED, Field.EXTENDED, Field.FOLLOWED_UP})
COUNTS = frozenset({Field.ENTRY, Field.EXIT})
REQUIRED = frozenset({Field.DEPARTMENT, Field.PARENT, Field.NUMBER, Field.OPENED, Field.ENTRY})
EXPECTED = (Field.CHILDREN, Field.CLOSED, Field.EXIT)
