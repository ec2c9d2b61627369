"""The ten cases of the source tables give the figures of requirements 4.3, to a thousand-millionth."""

import pytest

from opora.evidence.rules import Answer, Because, Sign, summarize, tally
from opora.evidence.rules.findings import cases_behind
from opora.evidence.rules.outcomes import judged_by_parts
from opora.evidence.tests.factories import summarize_rows

from .factories import shelter_rows, support_rows

close = pytest.approx


@pytest.fixture
def support():
    return summarize_rows(support_rows(), name="Комплексное сопровождение", others={"КЦ": shelter_rows()})


@pytest.fixture
def shelter():
    return summarize_rows(shelter_rows(), name="Кризисный центр", others={"МР": support_rows()})


@pytest.fixture
def both():
    return summarize(tally(support_rows()) + tally(shelter_rows()), name="Вместе")


def findings_of(outcome):
    return {finding.code: finding for finding in outcome.findings}


def test_support_table(support):
    assert (support.closed, support.paired, support.missing_exit, support.missing_entry) == (5, 5, 0, 0)
    assert (support.entry.total, support.exit.total, support.change.total) == (150, 50, 100)
    assert [row.change for row in support.rows] == [10, 16, 15, 28, 31]
    assert (support.change.mean, support.change.median) == (20.0, 16)
    assert (support.change.minimum, support.change.maximum) == (10, 31)
    assert (support.entry.mean, support.entry.median, support.exit.mean, support.exit.median) == (
        30,
        26,
        10,
        10,
    )
    assert support.fallen_share == close(2 / 3, abs=1e-9)
    assert sum(len(row.children_codes) for row in support.rows) == support.children.children == 11


def test_shelter_table(shelter):
    assert (shelter.entry.total, shelter.exit.total) == (61, 53)
    assert [row.change for row in shelter.rows] == [1, 1, 1, 4, 1]
    assert (shelter.change.mean, shelter.change.median) == (close(1.6, abs=1e-9), 1)
    assert (shelter.change.minimum, shelter.change.maximum) == (1, 4)
    assert (shelter.entry.mean, shelter.exit.mean) == (close(12.2, abs=1e-9), close(10.6, abs=1e-9))
    assert (shelter.entry.median, shelter.exit.median) == (12, 11)
    assert shelter.fallen_share == close(8 / 61, abs=1e-9)


def test_both_tables_pooled_on_request(both):
    assert (both.closed, both.paired, both.entry.total, both.exit.total) == (10, 10, 211, 103)
    assert (both.change.mean, both.change.median) == (close(10.8, abs=1e-9), 7)
    assert (both.entry.mean, both.entry.median) == (close(21.1, abs=1e-9), 17)
    assert (both.exit.mean, both.exit.median) == (close(10.3, abs=1e-9), 10)
    assert both.fallen_share == close(108 / 211, abs=1e-9)


@pytest.mark.parametrize(
    ("which", "n", "low", "estimate", "interval", "confidence", "one_sided"),
    [
        ("support", 5, 0.4781762498950185, 20.5, (10, 31), 0.9375, 1 / 32),
        ("shelter", 5, 0.4781762498950185, 1.0, (1, 4), 0.9375, 1 / 32),
        ("both", 10, 0.6915028921812371, 8.5, (1, 19), 0.951171875, 1 / 1024),
    ],
)
def test_statistics(request, which, n, low, estimate, interval, confidence, one_sided):
    outcome = request.getfixturevalue(which)
    assert (outcome.improved.n, outcome.improved.total, outcome.improved.share) == (n, n, 1.0)
    assert outcome.improved.interval == close((low, 1.0), abs=1e-9)
    assert outcome.improved_bounds.lowest == outcome.improved_bounds.highest == 1.0
    assert outcome.shift.estimate == close(estimate, abs=1e-9)
    assert outcome.shift.interval == close(interval, abs=1e-9)
    assert outcome.shift.confidence == close(confidence, abs=1e-9)
    assert outcome.test.method == "exact"
    assert outcome.test.p_one_sided == close(one_sided, abs=1e-9)
    assert outcome.test.p_two_sided == close(2 * one_sided, abs=1e-9)
    assert outcome.test.smallest_possible_p == close(2 * one_sided, abs=1e-9)
    assert outcome.sign_test_p == close(2 * one_sided, abs=1e-9)
    assert outcome.test.rank_biserial == 1.0


def test_five_cases_are_not_enough_and_ten_agree_where_they_are_of_one_program(support, shelter, both):
    for five in (support, shelter):
        assert (five.verdict.answer, five.verdict.because) == (Answer.NOT_ENOUGH, Because.TOO_FEW)
    assert (both.verdict.answer, both.verdict.because) == (Answer.AGREE, Because.IMPROVED)
    # As a pool of two programs that each lack data they decide nothing.
    assert judged_by_parts(both, [support, shelter]).verdict.because is Because.PARTS_LACK_DATA


def test_children_kept_cannot_be_tested(support, shelter):
    for outcome in (support, shelter):
        assert outcome.children_verdict.because is Because.NO_PLACEMENT
        assert outcome.children.kept.n == 0
        assert outcome.undefined["children"] == "no_placement"


def test_length_of_cases_and_days_to_the_follow_up():
    assert [(one.closed_on - one.opened_on).days for one in support_rows()] == [457, 365, 196, 426, 380]
    assert [(one.closed_on - one.opened_on).days for one in shelter_rows()] == [34, 159, 112, 125, 32]
    days = [(one.followed_up_on - one.closed_on).days for one in shelter_rows() if one.followed_up_on]
    assert days == [191, 184, 181, 184, 182]


def test_the_eight_findings_with_their_cases(support, shelter):
    found, centre = findings_of(support), findings_of(shelter)
    number = {one.case_id: one.number for one in support_rows()}

    assert found[Sign.EXITS_ALIKE].figures == {"value": 10, "cases": 5, "total": 5}
    assert found[Sign.EXITS_ALIKE].case_ids == (1, 2, 3, 4, 5)
    assert Sign.EXITS_ALIKE not in centre

    early = [number[case_id] for case_id in found[Sign.NUMBERS_OUT_OF_ORDER].case_ids]
    assert early == ["29/2021 лд", "18/2021 лд"]
    assert Sign.NUMBERS_OUT_OF_ORDER not in centre

    assert centre[Sign.FOLLOW_UP_LATE].case_ids == (6,)
    assert centre[Sign.FOLLOW_UP_LATE].figures["worst"] == 10

    assert [number[case_id] for case_id in found[Sign.NUMBERS_SPELLED_DIFFERENTLY].case_ids] == ["17/2021лд"]

    assert centre[Sign.FOLLOW_UP_WITHOUT_SCORE].case_ids == (6, 7, 8, 9, 10)
    assert found[Sign.PLACEMENT_NOT_RECORDED].figures["unknown"] == 11
    assert found[Sign.PLACEMENT_NOT_RECORDED].case_ids == (1, 2, 3, 4, 5)
    assert centre[Sign.PLACEMENT_NOT_RECORDED].cases == 5

    for bare in (found[Sign.TOTALS_WITHOUT_ITEMS], centre[Sign.TOTALS_WITHOUT_ITEMS]):
        assert bare.cases == bare.figures["without_items"] == bare.figures["without_assessor"] == 5
        assert bare.figures["without_sections"] == 5

    for one in (found[Sign.BASELINES_DIFFER], centre[Sign.BASELINES_DIFFER]):
        assert sorted(round(baseline.mean, 1) for baseline in one.baselines) == [12.2, 30.0]
        assert len(one.case_ids) == 5

    assert centre[Sign.CHANGE_WITHIN_NOISE].case_ids == (6, 7, 8, 10)
    assert set(found) == {
        Sign.EXITS_ALIKE,
        Sign.NUMBERS_OUT_OF_ORDER,
        Sign.NUMBERS_SPELLED_DIFFERENTLY,
        Sign.PLACEMENT_NOT_RECORDED,
        Sign.TOTALS_WITHOUT_ITEMS,
        Sign.BASELINES_DIFFER,
    }


def test_a_program_alone_has_nobody_to_differ_from():
    alone = summarize_rows(support_rows(), name="Комплексное сопровождение")
    assert Sign.BASELINES_DIFFER not in findings_of(alone)
    assert cases_behind(findings_of(alone)[Sign.EXITS_ALIKE], support_rows()) == (1, 2, 3, 4, 5)
