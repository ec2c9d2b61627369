"""One reader of telephones: whatever stands around a number, it is the same number everywhere."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opora.families.rules import Identity, Phone, identity_faults, likeness, phones_in


def numbers(line: str) -> list[str]:
    return [phone.digits for phone in phones_in(line)]


@pytest.mark.parametrize(
    "line",
    [
        "8 (900) 555-10-20, звонить после 18:00",
        "+7 900 555–10–20 с 9:30 до 18.00",
        "79005551020 (до 12.03.2026)",
        "тел.8(900)5551020 Анна",
        "9005551020",
        "мама: 8.900.555.10.20",
        "007 900 555 10 20",
    ],
)
def test_words_hours_and_days_beside_a_number_do_not_matter(line):
    assert numbers(line) == ["9005551020"]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("8 900 555 10 20, +7 921 123-45-67", ["9005551020", "9211234567"]),
        ("8 921 1234567 8 921 7654321", ["9211234567", "9217654321"]),
        ("89211234567/8 812 555 01 02", ["9211234567", "8125550102"]),
        ("8(83361)2-15-33", ["8336121533"]),
        ("555-10-20", ["5551020"]),
        ("55-10-20 (домашний)", ["551020"]),
        ("+375 29 123-45-67 мама", ["375291234567"]),
        ("8 10 375 29 1234567", ["375291234567"]),
        ("+7 701 234 56 78", ["7012345678"]),
        ("ул. Лесная 5, кв. 12", []),
        ("с 9 до 18", []),
        ("12.03.1994", []),
        ("", []),
    ],
)
def test_every_number_of_a_line_is_read(line, found):
    assert numbers(line) == found


def test_an_extension_tells_two_telephones_of_one_switchboard_apart():
    assert phones_in("8 (812) 555-01-02 доб. 7") == (Phone("8125550102", "7"),)
    assert phones_in("8 (812) 555-01-02 (доб 7), 8 900 555 10 20") == (Phone("8125550102", "7"), Phone("9005551020"))
    seven, eight, none = (Phone("8125550102", extension) for extension in ("7", "8", ""))
    assert not seven.agrees(eight)
    assert seven.agrees(none)


def test_a_line_without_a_number_is_no_telephone_and_one_with_much_else_is():
    on = date(2026, 3, 1)
    kept = Identity(surname="Ёлкина", phones=("8 (900) 555-10-20, с 9:00 до 18:00, доб. 7, спросить Анну из 305",))
    assert identity_faults(kept, on=on) == {}
    assert list(identity_faults(Identity(surname="Ёлкина", phones=("утром",)), on=on)) == ["phones"]


@given(st.text(max_size=60))
def test_any_line_is_read_without_harm(line):
    for phone in phones_in(line):
        assert 5 <= len(phone.digits) <= 15
        assert phone.digits.isascii() and phone.digits.isdigit()


grouped = st.sampled_from(["{0}{1}{2}{3}", "({0}) {1}-{2}-{3}", "{0} {1} {2} {3}", "{0}-{1}{2}{3}", "{0}.{1}.{2}.{3}"])


@given(st.integers(9_000_000_000, 9_999_999_999).map(str), st.sampled_from(["+7 ", "8", "8 ", "7", ""]), grouped)
def test_a_mobile_number_is_one_in_every_spelling(number, front, grouping):
    line = front + grouping.format(number[:3], number[3:6], number[6:8], number[8:])
    assert numbers(line) == [number]
    assert numbers(f"{line}, {line}") == [number]
    assert likeness(Identity(given="Анна", phones=(line,)), Identity(given="Анна", phones=(f"{number} после 18:00",)))
