"""How votes are counted, whoever votes and however many."""

from datetime import date
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opora.councils.rules import (
    ABSTAIN,
    ALL_ABSTAINED,
    BY_CHAIR,
    CHOICES,
    MAJORITY,
    NO_QUORUM,
    OPEN_CASE,
    TIE,
    Tally,
    count,
    may_close,
    needed,
)

votes = st.lists(st.sampled_from(CHOICES[OPEN_CASE]), max_size=9)
spare = st.integers(0, 9)
quorums = st.none() | st.integers(1, 9)
chairs = st.none() | st.sampled_from(CHOICES[OPEN_CASE])


def test_half_and_one_make_a_quorum() -> None:
    assert [needed(seats, None) for seats in (1, 2, 3, 4, 5)] == [1, 2, 2, 3, 3]
    assert count(["open", "open"], 4, None, "open") == Tally(None, NO_QUORUM)
    assert count(["open", "open", "reject"], 4, None, None) == Tally("open", MAJORITY)


def test_equal_votes_are_decided_by_the_chair() -> None:
    assert count(["open", "reject"], 2, None, "reject") == Tally("reject", BY_CHAIR)
    assert count(["open", "reject"], 2, None, None) == Tally(None, TIE)
    assert count(["open", "reject", "abstain"], 3, None, "abstain") == Tally(None, TIE)


def test_who_abstains_counts_for_the_quorum_only() -> None:
    assert count(["abstain", "abstain", "refer"], 3, None, None) == Tally("refer", MAJORITY)
    assert count(["abstain", "abstain"], 3, None, "abstain") == Tally(None, ALL_ABSTAINED)


def test_an_empty_panel_decides_nothing() -> None:
    assert count([], 0, None, None) == Tally(None, NO_QUORUM)
    with pytest.raises(ValueError, match="more votes"):
        count(["open"], 0, None, None)


@given(votes, spare, quorums, chairs)
def test_a_result_has_a_quorum_and_no_rival_but_for_the_chair(
    cast: list[str], absent: int, quorum: int | None, chair: str | None
) -> None:
    tally = count(cast, len(cast) + absent, quorum, chair)
    if len(cast) < needed(len(cast) + absent, quorum):
        assert tally == Tally(None, NO_QUORUM)
    if tally.result is None:
        return
    assert tally.result != ABSTAIN
    rivals = {choice for choice in cast if choice not in (ABSTAIN, tally.result)}
    behind = all(cast.count(rival) < cast.count(tally.result) for rival in rivals)
    assert behind if tally.reason == MAJORITY else tally.result == chair


@given(votes, spare, quorums, chairs, st.randoms())
def test_the_order_of_voting_changes_nothing(
    cast: list[str], absent: int, quorum: int | None, chair: str | None, chance: Random
) -> None:
    shuffled = sorted(cast, key=lambda _vote: chance.random())
    seats = len(cast) + absent
    assert count(shuffled, seats, quorum, chair) == count(cast, seats, quorum, chair)


@given(votes, quorums, chairs)
def test_one_more_vote_for_the_winner_keeps_the_winner(cast: list[str], quorum: int | None, chair: str | None) -> None:
    tally = count(cast, len(cast), quorum, chair)
    if tally.result is not None:
        assert count([*cast, tally.result], len(cast) + 1, quorum, chair).result == tally.result


def test_a_vote_closes_when_all_voted_or_on_its_last_day() -> None:
    day = date(2026, 3, 5)
    assert may_close(waiting=0, closes_on=day, on=date(2026, 3, 2))
    assert may_close(waiting=2, closes_on=day, on=day)
    assert not may_close(waiting=1, closes_on=day, on=date(2026, 3, 4))
