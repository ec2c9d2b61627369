"""A family is called by its surname as people say it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opora.families.rules import of_the_family


@pytest.mark.parametrize(
    ("surname", "said"),
    [
        ("Лебедева", "Лебедевых"),
        ("Осипов", "Осиповых"),
        ("Ерёмина", "Ерёминых"),
        ("Птицына", "Птицыных"),
        ("Соловьёва", "Соловьёвых"),
        ("Толстая", "Толстых"),
        ("Белый", "Белых"),
        ("Достоевская", "Достоевских"),
        ("Горький", "Горьких"),
        ("Петрова-Водкина", "Петровых-Водкиных"),
        ("Черных", "Черных"),
        ("Шевченко", "Шевченко"),
        ("Гончар", "Гончар"),
        ("Ким", "Ким"),
        ("Сковорода", "Сковорода"),
        ("", ""),
    ],
)
def test_a_family_is_called_as_people_say_it(surname: str, said: str) -> None:
    assert of_the_family(surname) == said


@given(st.text(alphabet="абвгдеёжзийклмнопрстуфхцчшщъыьэюя- ", max_size=40))
def test_no_name_breaks_the_rule_and_none_is_lost(surname: str) -> None:
    said = of_the_family(surname)
    assert said[:1] == surname.strip()[:1]
