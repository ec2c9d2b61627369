"""The statistics agree with SciPy, with brute force and with themselves, whatever the numbers."""

import itertools
import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from opora.evidence.rules.counts import Counts
from opora.evidence.rules.findings import gap
from opora.evidence.rules.shares import bounds, share_of, sign_test
from opora.evidence.rules.shift import hodges_lehmann
from opora.evidence.rules.signed_rank import signed_rank, smallest_possible_p

small = st.lists(st.integers(-6, 12), min_size=1, max_size=9)
many = st.lists(st.integers(-48, 48), min_size=1, max_size=120)
zeros = st.sampled_from(["pratt", "wilcox"])


def counted(values):
    return Counts.from_values(values)


@given(many)
def test_counts_are_the_numbers_themselves(values):
    counts = counted(values)
    assert counts.n == len(values)
    assert counts.total == sum(values)
    assert counts.mean == pytest.approx(np.mean(values))
    assert counts.median == np.median(values)
    assert (counts.minimum, counts.maximum) == (min(values), max(values))
    assert counts.at_least(1) == sum(value >= 1 for value in values)
    assert counts.at_most(-1) == sum(value <= -1 for value in values)
    assert sorted(values) == [counts.at_rank(n) for n in range(len(values))]
    times = {value: values.count(value) for value in values}
    value, most = counts.commonest
    assert most == max(times.values()) == times[value]


def test_no_numbers_have_no_figures():
    empty = counted([])
    assert (empty.n, empty.mean, empty.median, empty.minimum, empty.maximum, empty.commonest) == (
        0,
        *[None] * 5,
    )


@given(small, zeros)
@settings(deadline=None)
def test_signed_rank_counts_every_way_the_signs_may_fall(values, zero_method):
    ours = signed_rank(counted(values), zeros=zero_method)
    ranks, plus = ranked(values, zero_method)
    if not ranks:
        assert ours.p_two_sided is ours.p_one_sided is ours.rank_biserial is ours.method is None
        return
    sums = [
        sum(rank for rank, sign in zip(ranks, signs, strict=True) if sign)
        for signs in itertools.product((0, 1), repeat=len(ranks))
    ]
    at_least = sum(one >= plus for one in sums) / len(sums)
    at_most = sum(one <= plus for one in sums) / len(sums)
    assert ours.p_one_sided == pytest.approx(at_least, abs=1e-12)
    assert ours.p_two_sided == pytest.approx(min(1, 2 * min(at_least, at_most)), abs=1e-12)
    assert ours.rank_biserial == pytest.approx((2 * plus - sum(ranks)) / sum(ranks), abs=1e-12)


@given(small.filter(lambda values: sum(map(bool, values)) > 1), zeros)
@settings(deadline=None, max_examples=40)
def test_signed_rank_equals_scipy_permutation(values, zero_method):
    """SciPy flips the signs of all values; a zero's sign changes nothing, so its p is the same."""
    ours = signed_rank(counted(values), zeros=zero_method)
    for alternative, p in (("greater", ours.p_one_sided), ("two-sided", ours.p_two_sided)):
        theirs = stats.wilcoxon(
            values,
            zero_method=zero_method,
            alternative=alternative,
            method=stats.PermutationMethod(n_resamples=np.inf),
        )
        assert p == pytest.approx(theirs.pvalue, abs=1e-9)


@given(st.sets(st.integers(1, 400), min_size=1, max_size=40), st.data())
def test_signed_rank_equals_scipy_exact_without_ties(sizes, data):
    values = [size * data.draw(st.sampled_from((-1, 1))) for size in sizes]
    theirs = stats.wilcoxon(values, alternative="greater", method="exact")
    assert signed_rank(counted(values)).p_one_sided == pytest.approx(theirs.pvalue, abs=1e-9)


@given(many.filter(lambda values: len({abs(value) for value in values}) > 3), zeros)
def test_signed_rank_of_many_equals_scipy_approximation(values, zero_method):
    ours = signed_rank(counted(values), zeros=zero_method, exact_up_to=0)
    assert ours.method == "normal"
    for alternative, p in (("greater", ours.p_one_sided), ("two-sided", ours.p_two_sided)):
        theirs = stats.wilcoxon(values, zero_method=zero_method, alternative=alternative, method="asymptotic")
        assert p == pytest.approx(theirs.pvalue, abs=1e-9)


@given(many, zeros)
def test_better_and_worse_are_mirror_images(values, zero_method):
    here, there = (signed_rank(counted(all_), zeros=zero_method) for all_ in (values, [-one for one in values]))
    if here.p_two_sided is None:
        assert there.p_two_sided is None
        return
    assert 0 <= here.p_two_sided <= 1
    assert 0 <= here.p_one_sided <= 1
    assert -1 <= here.rank_biserial <= 1
    assert here.p_two_sided == pytest.approx(there.p_two_sided, abs=1e-9)
    assert here.rank_biserial == pytest.approx(-there.rank_biserial, abs=1e-12)
    assert here.p_two_sided >= here.smallest_possible_p * (1 - 1e-9)


@given(many)
def test_hodges_lehmann_is_the_middle_of_all_averages(values):
    averages = walsh(values)
    shift = hodges_lehmann(counted(values))
    assert shift.estimate == np.median(averages)
    if len(values) == 1:
        assert shift.interval is shift.confidence is None
        return
    low, high = shift.interval
    assert low in averages
    assert high in averages
    assert low <= shift.estimate <= high


@given(st.lists(st.integers(-48, 48), min_size=2, max_size=60))
def test_the_interval_is_as_wide_as_its_coverage_says(values):
    """Cut as many averages at each end as have a chance of at most 2.5 % without ties; one more would exceed it."""
    n = len(values)
    shift = hodges_lehmann(counted(values))
    averages = walsh(values)
    tails = np.cumsum(signs_of_ranks(n))
    cut = max([k for k in range(len(tails)) if tails[k] <= 0.025], default=0)
    assert shift.interval == (averages[cut], averages[-1 - cut])
    assert shift.confidence == pytest.approx(1 - 2 * tails[cut], abs=1e-12)
    assert shift.confidence >= 0.95 or n < 6


def test_five_cases_have_their_range_at_94_percent_and_one_case_has_none():
    assert hodges_lehmann(counted([3, 9, 4, 4, 7])).interval == (3, 9)
    assert hodges_lehmann(counted([3, 9, 4, 4, 7])).confidence == 0.9375
    assert hodges_lehmann(counted([4])).estimate == 4
    assert hodges_lehmann(counted([4])).interval is None
    assert hodges_lehmann(counted([])).estimate is None


def test_a_hundred_thousand_cases_and_numbers_without_bounds_are_no_burden():
    values = np.random.default_rng(7).integers(-10, 30, 100_000).tolist()
    shift = hodges_lehmann(counted(values))
    assert shift.method == "normal"
    assert shift.confidence == pytest.approx(0.95, abs=1e-4)
    assert shift.estimate == pytest.approx(np.mean(values), abs=0.6)
    wild = [10**9, -(10**9), 1, 2, 3]
    assert hodges_lehmann(counted(wild)).estimate == np.median(walsh(wild))


@given(st.integers(2, 200))
def test_the_approximate_interval_covers_what_it_says(n):
    exact = hodges_lehmann(Counts.of(dict.fromkeys(range(n), 1)), exact_up_to=n)
    near = hodges_lehmann(Counts.of(dict.fromkeys(range(n), 1)), exact_up_to=0)
    if n > 50:
        assert near.confidence == pytest.approx(exact.confidence, abs=0.004)


@given(st.integers(0, 60), st.integers(0, 60))
def test_share_interval_is_clopper_pearson(n, more):
    total = n + more
    share = share_of(n, total)
    if not total:
        assert share.share is share.interval is None
        return
    low, high = share.interval
    assert low == pytest.approx(stats.beta.ppf(0.025, n, more + 1) if n else 0.0, abs=1e-9)
    assert high == pytest.approx(stats.beta.ppf(0.975, n + 1, more) if more else 1.0, abs=1e-9)


def test_a_share_of_more_than_all_is_refused():
    with pytest.raises(ValueError, match="6 of 5"):
        share_of(6, 5)


@given(st.integers(0, 40), st.integers(0, 40))
def test_sign_test_is_symmetric_and_exact(better, worse):
    p = sign_test(better, worse)
    if not better + worse:
        assert p is None
        return
    n, fewer = better + worse, min(better, worse)
    tail = sum(math.comb(n, k) for k in range(fewer + 1)) / 2**n
    assert p == pytest.approx(min(1, 2 * tail), abs=1e-9)
    assert p == sign_test(worse, better)


def test_unmeasured_cases_widen_what_may_be_true():
    assert bounds(6, closed=10, paired=8).lowest == 0.6
    assert bounds(6, closed=10, paired=8).highest == 0.8
    assert bounds(0, closed=0, paired=0).lowest is None


def test_six_changes_are_the_fewest_that_can_reach_five_percent():
    assert smallest_possible_p(5) == 0.0625
    assert smallest_possible_p(6) == 0.03125
    assert smallest_possible_p(100_000) == 0.0


@given(
    st.lists(st.integers(0, 48), min_size=1, max_size=30),
    st.lists(st.integers(0, 48), min_size=1, max_size=30),
)
def test_gap_is_how_often_one_group_stands_above_the_other(here, there):
    above = sum(one > other for one in here for other in there)
    below = sum(one < other for one in here for other in there)
    assert gap(counted(here), counted(there)) == pytest.approx((above - below) / (len(here) * len(there)))


def walsh(values):
    pairs = itertools.combinations_with_replacement(values, 2)
    return sorted((one + other) / 2 for one, other in pairs)


def ranked(values, zero_method):
    """Doubled ranks of the changed cases and the sum of those that got better, by SciPy's own ranking."""
    kept = values if zero_method == "pratt" else [value for value in values if value]
    doubled = [round(2 * rank) for rank in stats.rankdata([abs(value) for value in kept])] if kept else []
    changed = [(value, rank) for value, rank in zip(kept, doubled, strict=True) if value]
    return [rank for _, rank in changed], sum(rank for value, rank in changed if value > 0)


def signs_of_ranks(n):
    """Chance of each sum of the ranks 1..n, counted with whole numbers."""
    ways = [1]
    for rank in range(1, n + 1):
        longer = ways + [0] * rank
        for place, count in enumerate(ways):
            longer[place + rank] += count
        ways = longer
    return [count / 2**n for count in ways]
