"""Twelve months as bars: a phone names every third month, so that no two names meet."""

import xml.etree.ElementTree as ET

from opora.pictures.months import Month, months

TOLD = [Month(f"{number:02}.26", number % 5 or None, str(number)) for number in range(1, 13)]


def words_of(**look: bool) -> list[str]:
    drawn = ET.fromstring(months(TOLD, title="т", description="о", **look))
    return [one.text or "" for one in drawn.iter() if one.tag.endswith("text")]


def test_a_phone_names_every_third_month_and_leaves_values_to_the_table() -> None:
    assert words_of(is_narrow=True) == ["01.26", "04.26", "07.26", "10.26"]


def test_the_large_picture_says_every_month_and_every_known_value() -> None:
    said = words_of(is_large=True)
    assert {one.name for one in TOLD} <= set(said) and len(said) == 12 + sum(one.value is not None for one in TOLD)


def test_the_small_picture_has_no_words() -> None:
    assert words_of() == []
