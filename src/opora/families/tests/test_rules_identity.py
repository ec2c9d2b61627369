"""What an identity may hold, and how it is tidied before it is kept."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opora.families.rules import Fault, Identity, identity_faults

ON = date(2026, 3, 1)


def test_a_surname_or_a_given_name_is_enough() -> None:
    assert identity_faults(Identity(surname="Иванова"), on=ON) == {}
    assert identity_faults(Identity(given="Анна"), on=ON) == {}


@pytest.mark.parametrize(
    ("identity", "field", "fault"),
    [
        (Identity(), "surname", Fault.EMPTY),
        (Identity(patronymic="Петровна"), "surname", Fault.EMPTY),
        (Identity(surname="Иванова1"), "surname", Fault.NAME_SIGNS),
        (Identity(surname="И", given="-"), "given", Fault.NAME_SIGNS),
        (Identity(surname="И" * 101), "surname", Fault.TOO_LONG),
        (Identity(surname="И", birth_date=date(2026, 3, 2)), "birth_date", Fault.FUTURE),
        (Identity(surname="И", birth_date=date(1890, 1, 1)), "birth_date", Fault.TOO_OLD),
        (Identity(surname="И", phones=("нет телефона",)), "phones", Fault.PHONE),
        (Identity(surname="И", phones=("1234",)), "phones", Fault.PHONE),
        (Identity(surname="И", addresses=("а" * 301,)), "addresses", Fault.TOO_LONG),
        (Identity(surname="И", notes="а" * 5001), "notes", Fault.TOO_LONG),
    ],
)
def test_what_cannot_be_kept_says_where_and_why(identity: Identity, field: str, fault: Fault) -> None:
    assert identity_faults(identity, on=ON) == {field: fault}


@pytest.mark.parametrize("name", ["Салтыкова-Щедрина", "д’Арк", "Оглы Мамед", "Ким (Ли)", "Müller", "Қасымова"])
def test_names_of_many_peoples_are_names(name: str) -> None:
    assert identity_faults(Identity(surname=name), on=ON) == {}


def test_tidying_drops_stray_spaces_and_doubled_lines() -> None:
    kept = Identity(
        surname="  Иванова ",
        given="Анна  Мария",
        phones=("8 921 123", "", " 8  921 123 "),
        documents=("паспорт", "Паспорт"),
        notes="  звонить вечером\n\nне писать \n",
    ).cleaned()
    assert kept == Identity(
        surname="Иванова",
        given="Анна Мария",
        phones=("8 921 123",),
        documents=("паспорт",),
        notes="звонить вечером\n\nне писать",
    )


@given(st.builds(Identity, surname=st.text(), phones=st.lists(st.text()).map(tuple), notes=st.text()))
def test_tidying_twice_changes_nothing(identity: Identity) -> None:
    assert identity.cleaned().cleaned() == identity.cleaned()


def test_the_full_name_holds_what_is_known() -> None:
    assert Identity(surname="Иванова", patronymic="Петровна").full_name == "Иванова Петровна"
    assert Identity().is_empty and Identity().full_name == ""
