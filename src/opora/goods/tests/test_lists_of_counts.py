"""The list of stock-takings is searched by the database and read a page at a time."""

from datetime import timedelta

import pytest

from opora.common.dates import today
from opora.goods import actions, queries
from opora.goods.tests.factories import ON, Shelf, make_shelf

pytestmark = pytest.mark.django_db


@pytest.fixture
def shelf() -> Shelf:
    shelf = make_shelf()
    for n, name in enumerate(("Подвал на Озёрной", "COBA", "Склад 17/2021 лд")):
        place = actions.keep_place(actor=shelf.keeper, name=name, kind="warehouse")
        actions.begin_count(actor=shelf.keeper, place_id=place.pk, on=ON + timedelta(days=n))
    return shelf


def named(shelf: Shelf, text: str, *, part: slice = slice(0, 50)) -> list[str]:
    return [one.place.name for one in queries.list_counts(actor=shelf.keeper, text=text, part=part)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("озерной ПОДВАЛ", ["Подвал на Озёрной"]),
        ("сова", ["COBA"]),
        ("17/2021лд", ["Склад 17/2021 лд"]),
        ("подвал сова", []),
        ("100%", []),
        (f"{ON:%d.%m.%Y}", ["Подвал на Озёрной"]),
    ],
)
def test_each_word_stands_in_what_the_row_shows_however_it_is_typed(shelf, text, found):
    assert named(shelf, text) == found


def test_pages_follow_each_other_those_under_way_first(shelf):
    [newest, *_rest] = queries.list_counts(actor=shelf.keeper, part=slice(0, 50))
    actions.call_off_count(actor=shelf.keeper, count_id=newest.pk, on=today())
    every = named(shelf, "")
    assert every == ["COBA", "Подвал на Озёрной", "Склад 17/2021 лд"]
    assert named(shelf, "", part=slice(0, 2)) + named(shelf, "", part=slice(2, 4)) == every
