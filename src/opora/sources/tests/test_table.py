"""Every line of the five documents stands in the table, and says openly where it is made real."""

from collections import Counter

import pytest

from opora.sources.queries import lines_at, source_lines
from opora.sources.rules import SEEDS, STATES, order, read_lines

# So many lines each document has, counted in the documents by hand.
COUNTS = {"S0": 79, "S1": 101, "S2": 55, "S3": 95, "S4": 44}


@pytest.mark.parametrize("seed", SEEDS)
def test_no_line_of_a_document_is_left_out(seed: str) -> None:
    numbers = [order(line.id)[1] for line in source_lines(seed)]
    assert numbers == list(range(1, COUNTS[seed] + 1))
    assert all(line.text.strip() and line.state in STATES for line in source_lines(seed))


def test_the_chain_has_its_thirty_services_and_ten_directions_in_the_plan() -> None:
    kinds = Counter(line.kind for line in source_lines("S1"))
    assert (kinds["service"], kinds["direction"]) == (30, 10)


def test_a_page_knows_what_it_is_there_for() -> None:
    assert "S4-01" in {line.id for line in lines_at("intake:new")}
    assert lines_at("shell:theme") == []


@pytest.mark.parametrize(
    "wrong",
    [
        {"kind": "output", "text": "Что-то", "state": "recorded"},
        {"kind": "output", "text": "Что-то", "state": "maybe", "places": []},
    ],
)
def test_a_line_that_claims_more_than_it_shows_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="S0-01"):
        read_lines({"S0-01": wrong}, {})
