"""The form in depth: figures counted by hand, planted effects that are found, planted nothings that are not."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from opora.evidence.rules import depth as rules
from opora.evidence.rules.control import false_alarms, holm
from opora.evidence.rules.depth import Rated
from opora.evidence.rules.depth_help import Beside, helped_items
from opora.evidence.rules.depth_time import curve
from opora.evidence.rules.tails import tails


def rated(entry: list[str], exit_: list[str | None]) -> Rated:
    """Forms as lines of 1 weak, 0 not weak, . not rated; None where there is no form at exit."""
    width = len(entry[0])

    def matrix(lines: list[str]) -> np.ndarray:
        return np.array([[{"1": 1, "0": 0, ".": -1}[sign] for sign in line] for line in lines], dtype=np.int8)

    return Rated(
        np.arange(1, len(entry) + 1),
        matrix(entry),
        matrix([line or "." * width for line in exit_]),
        np.array([line is not None for line in exit_]),
    )


BY_HAND = rated(["110", "10.", "111", "0.1", "1.0"], ["010", "0.1", "1.1", "101", None])


def test_every_item_is_counted_as_by_hand() -> None:
    first, second, third = rules.items_of(BY_HAND)
    assert [(one.n, one.total) for one in (first.entry, first.exit, first.solved, first.new)] == [
        (4, 5), (2, 4), (2, 3), (1, 1),
    ]  # fmt: skip
    assert (first.lost, first.without_exit) == (0, 1)
    # The second family's second item was weak nowhere; the third's was weak at entry and not rated at exit.
    assert [(one.n, one.total) for one in (second.entry, second.exit, second.solved, second.new)] == [
        (2, 3), (1, 2), (0, 1), (0, 0),
    ]  # fmt: skip
    assert (second.lost, second.without_exit) == (1, 0)
    assert second.solved.share == 0 and second.new.share is None, "nobody to ask is not zero"
    assert (third.new.n, third.new.total, third.solved.n, third.solved.total) == (0, 1, 0, 2)


@pytest.mark.parametrize(
    ("what", "cases"),
    [
        ("entry", [1, 2, 3, 5]),
        ("exit", [3, 4]),
        ("solved", [1, 2]),
        ("new", [4]),
        ("stayed", [3]),
        ("without_exit", [5]),
    ],
)
def test_a_figure_leads_to_the_cases_it_counts(what: str, cases: list[int]) -> None:
    assert rules.cases_of(BY_HAND, 0, what) == cases


@given(st.lists(st.tuples(st.sampled_from("10."), st.sampled_from("10.") | st.none()), min_size=1, max_size=40))
def test_unknown_is_in_no_figure(told: list[tuple[str, str | None]]) -> None:
    one = rules.items_of(rated([before for before, _after in told], [after for _before, after in told]))[0]
    weak = [after for before, after in told if before == "1"]
    assert one.entry.n == len(weak)
    assert one.solved.total + one.lost + one.without_exit == one.entry.n
    assert one.solved.n == weak.count("0") and one.new.n == told.count(("0", "1"))
    assert one.entry.total == sum(before != "." for before, _after in told)
    for figure in rules.FIGURES:
        cases = rules.cases_of(rated([b for b, _a in told], [a for _b, a in told]), 0, figure)
        assert len(cases) == len(set(cases)) <= len(told)


def test_p_is_held_against_all_items() -> None:
    """Holm by hand: 0.01, 0.04, 0.03 of three become 0.03, 0.06, 0.06."""
    assert holm([0.01, 0.04, 0.03]) == pytest.approx([0.03, 0.06, 0.06])
    # Benjamini and Hochberg by hand: 0.01·3/1, 0.04·3/3, min(0.03·3/2, 0.04).
    assert false_alarms([0.01, 0.04, 0.03]) == pytest.approx([0.03, 0.04, 0.04])
    assert false_alarms([]) == holm([]) == []


def test_an_item_that_hardly_moves_is_named() -> None:
    stubborn = rated(["1"] * 20, ["0"] * 2 + ["1"] * 18)
    assert rules.items_of(stubborn)[0].is_stubborn
    # Six of six stayed weak, and six are too few to say so.
    assert not rules.items_of(rated(["1"] * 6, ["1"] * 6))[0].is_stubborn
    # None was rated again: unknown is no failure.
    assert not rules.items_of(rated(["1"] * 20, ["."] * 20))[0].is_stubborn


def test_items_weak_together_are_counted_where_both_were_rated() -> None:
    found = rules.together_of(rated(["11", "11", "10", "01", "00", "1."], [None] * 6), at_least=2)
    (pair,) = found
    assert (pair.both.n, pair.both.total) == (2, 5)
    assert pair.expected == pytest.approx(3 * 3 / 5)
    # Of five with three and three: P(2 or 3 together) = (C(3,2)·C(2,1) + C(3,3)) / C(5,3) = 7/10.
    assert pair.p == pytest.approx(0.7)


def test_a_service_beside_an_item_is_counted_as_by_hand() -> None:
    forms = rated(["1"] * 10 + ["0"], ["0"] * 5 + ["1"] * 5 + ["0"])
    given_ = np.array([[True]] * 5 + [[False]] * 5 + [[True]])
    (one,) = helped_items(forms, given_, (7,))
    assert (one.service_id, one.given.n, one.given.total, one.others.n, one.others.total) == (7, 5, 5, 0, 5)
    # Fisher of 5/5 against 0/5: 1/252 one way, twice that both ways.
    assert one.p == pytest.approx(2 / 252) and one.said is Beside.MORE


def test_with_few_families_nothing_is_compared() -> None:
    (one,) = helped_items(rated(["1"] * 8, ["0"] * 8), np.array([[True]] * 4 + [[False]] * 4), (7,))
    assert one.p is None and one.said is Beside.FEW


def simulated(families: int, *, effect: float, seed: int = 7) -> tuple[Rated, np.ndarray]:
    """Forty-eight items and twelve services given by chance; only the first service may move the first item."""
    chance = np.random.default_rng(seed)
    entry = (chance.random((families, 48)) < 0.5).astype(np.int8)
    given_ = chance.random((families, 12)) < 0.4
    stays = np.full((families, 48), 0.6)
    stays[:, 0] -= effect * given_[:, 0]
    exit_ = ((entry == 1) & (chance.random((families, 48)) < stays)).astype(np.int8)
    exit_[chance.random((families, 48)) < 0.05] = -1
    return Rated(np.arange(families), entry, exit_, np.ones(families, dtype=bool)), given_


def test_a_planted_effect_is_found_among_hundreds_of_nothings() -> None:
    forms, given_ = simulated(600, effect=0.45)
    clear = [one for one in helped_items(forms, given_, tuple(range(12))) if one.said in (Beside.MORE, Beside.LESS)]
    assert (clear[0].place, clear[0].service_id, clear[0].said) == (0, 0, Beside.MORE)
    assert len(clear) <= 2


def test_a_planted_nothing_is_not_found() -> None:
    """Of twenty houses without any effect hardly one shows anything; without control each would show two dozen."""
    alarms = 0
    for seed in range(20):
        forms, given_ = simulated(200, effect=0, seed=seed)
        found = helped_items(forms, given_, tuple(range(12)))
        alarms += any(one.said in (Beside.MORE, Beside.LESS) for one in found)
    assert alarms <= 2


def test_items_planted_together_are_found_and_others_not() -> None:
    chance = np.random.default_rng(3)
    entry = (chance.random((300, 20)) < 0.4).astype(np.int8)
    entry[:, 1] = np.where(chance.random(300) < 0.8, entry[:, 0], entry[:, 1])
    found = rules.together_of(Rated(np.arange(300), entry, np.full_like(entry, -1), np.zeros(300, dtype=bool)))
    assert [(one.first, one.second) for one in found if one.is_clear] == [(0, 1)]


# Kaplan and Meier 1958, in tenths of a month: four deaths, four losses.
FIRST_EXAMPLE = {
    (8, True): 1, (31, True): 1, (54, True): 1, (92, True): 1,
    (10, False): 1, (27, False): 1, (70, False): 1, (121, False): 1,
}  # fmt: skip


def test_the_first_example_of_kaplan_and_meier() -> None:
    found = curve(FIRST_EXAMPLE)
    assert found is not None
    steps = dict(found.steps)
    assert [steps[day] for day in (8, 31, 54, 92)] == pytest.approx([0.875, 0.7, 0.525, 0.2625])
    assert (found.n, found.events, found.median) == (8, 4, 92)
    assert [(one.days, one.at_risk) for one in found.marks] == [(30, 5), (91, 2)]


def test_who_still_waits_is_not_taken_for_done_nor_for_never() -> None:
    assert curve({}) is None
    only_waiting = curve({(100, False): 3})
    assert only_waiting is not None and only_waiting.median is None and only_waiting.n == 3
    half = curve({(10, True): 4, (100, False): 6})
    assert half is not None and half.median is None, "less than half have come"


@given(
    st.integers(1, 60_000).flatmap(
        lambda total: st.tuples(st.just(total), st.integers(0, total), st.integers(0, total))
    ),
    st.data(),
)
def test_tails_are_those_of_the_distribution(asked: tuple[int, int, int], data: st.DataObject) -> None:
    """However many families, and however far from the middle."""
    total, good, drawn = asked
    found = data.draw(st.integers(max(0, drawn - (total - good)), min(good, drawn)))
    (fewer,), (more,) = tails([found], [total], [good], [drawn])
    assert fewer == pytest.approx(stats.hypergeom.cdf(found, total, good, drawn), rel=1e-6, abs=1e-12)
    assert more == pytest.approx(stats.hypergeom.sf(found - 1, total, good, drawn), rel=1e-6, abs=1e-12)
