"""Dates, numbers and changes are written the way people here write them."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.utils import translation

from opora.web.shell import wording


@pytest.fixture(autouse=True)
def in_russian():
    with translation.override("ru"):
        yield


def test_a_day_is_written_with_dots():
    assert wording.write_day(date(2021, 6, 5)) == "05.06.2021"
    assert wording.write_day(None) == ""


def test_a_moment_is_written_in_the_time_of_the_organization():
    assert wording.write_moment(datetime(2021, 6, 5, 21, 30, tzinfo=UTC)) == "06.06.2021, 00:30"


def test_a_heading_says_the_day_in_words():
    assert wording.write_day_in_words(date(2021, 6, 15)).startswith("15 июня 2021")


@pytest.mark.parametrize(
    ("value", "places", "text"),
    [
        (-31, None, "\u221231"),
        (2, None, "+2"),
        (0, None, "0"),
        (0.25, 2, "+0,25"),
        (-0.04, 1, "0,0"),
        (-12345, None, "\u221212\u202f345"),
        (None, None, ""),
    ],
)
def test_a_change_carries_its_sign(value, places, text):
    assert wording.write_change(value, places) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (1234, "1234"),
        (12345, "12\u202f345"),
        (72.25, "72,25"),
        (Decimal("1.00"), "1"),
        (2.0, "2"),
        (Decimal("1.50"), "1,50"),
    ],
)
def test_a_number_has_spaces_and_a_comma(value, text):
    assert wording.write_number(value) == text


@pytest.mark.parametrize(
    ("number", "text"), [(1, "1 год"), (2, "2 года"), (5, "5 лет"), (11, "11 лет"), (21, "21 год"), (112, "112 лет")]
)
def test_years_follow_russian_grammar(number, text):
    assert wording.write_years(number) == text


@pytest.mark.parametrize(("name", "text"), [("Елена Соколова", "ЕС"), ("Анна", "А"), ("", "")])
def test_a_face_has_two_letters(name, text):
    assert wording.initials(name) == text


@pytest.mark.parametrize(
    ("hours", "said"), [(None, ""), (9.5, "9,5 ч"), (9.50, "9,5 ч"), (12, "12 ч"), (0.75, "0,8 ч")]
)
def test_hours_are_said_to_the_tenth(hours: float | None, said: str) -> None:
    assert wording.write_hours(hours) == said
