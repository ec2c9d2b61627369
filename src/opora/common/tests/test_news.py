"""News held back is told once, whole, and not at all after a failure."""

from collections.abc import Iterator

import pytest

from opora.common import news

Heard = list[tuple[str, list[int]]]


@pytest.fixture
def heard() -> Iterator[Heard]:
    """What listeners hear; the wires of the product are put back."""
    before, found = dict(news._listeners), []
    news.wire(
        {
            "cases.changed": [lambda case_ids: found.append(("cases", list(case_ids)))],
            "routes.changed": [lambda route_ids: found.append(("routes", list(route_ids)))],
        }
    )
    yield found
    news.wire(before)


def test_news_is_told_at_once(heard: Heard) -> None:
    news.tell("cases.changed", case_ids=[1])
    assert heard == [("cases", [1])]


def test_held_back_it_is_told_once_with_every_id_once(heard: Heard) -> None:
    with news.gathered("cases.changed"):
        news.tell("cases.changed", case_ids=[2, 1])
        news.tell("routes.changed", route_ids=[7])
        news.tell("cases.changed", case_ids=[1, 3])
        assert heard == [("routes", [7])]
    assert heard == [("routes", [7]), ("cases", [2, 1, 3])]


def test_when_nothing_happened_nothing_is_told(heard: Heard) -> None:
    with news.gathered("cases.changed"):
        pass
    assert heard == []


def test_after_a_failure_nothing_is_told_and_nothing_held(heard: Heard) -> None:
    with pytest.raises(ValueError, match="broken"), news.gathered("cases.changed"):
        news.tell("cases.changed", case_ids=[1])
        raise ValueError("broken")
    news.tell("cases.changed", case_ids=[2])
    assert heard == [("cases", [2])]
