"""Pairing, counting, findings and verdicts, told about cases."""

from datetime import date, timedelta

import pytest
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from opora.evidence import words
from opora.evidence.rules import Answer, Because, Measured, Sign, pair, tally
from opora.evidence.rules.findings import cases_behind, find
from opora.evidence.rules.outcomes import judged_by_parts
from opora.evidence.rules.rows import number_order, number_series, number_shape
from opora.evidence.tests.factories import children_of, summarize_rows

from .factories import row

DAY = date(2024, 1, 1)


def form(number, point, day=0, instrument="efo", approved=True, weak=5):
    return Measured(number, point, instrument, DAY + timedelta(days=day), approved, weak)


def in_time(one):
    return (one.on, one.assessment_id)


def signs_of(*rows):
    return {finding.code for finding in find(tally(rows, children_of(rows)))}


def test_the_first_approved_entry_meets_the_last_approved_exit():
    found = pair(
        [
            form(1, "entry", 0, approved=False),
            form(2, "entry", 2),
            form(3, "entry", 9),
            form(4, "review", 30),
            form(5, "exit", 60),
            form(6, "exit", 90),
            form(7, "exit", 99, approved=False),
            form(8, "follow_up", 200),
        ]
    )
    assert (found.entry.assessment_id, found.exit.assessment_id, found.follow_up.assessment_id) == (2, 6, 8)


def test_forms_of_different_kinds_are_never_compared():
    assert pair([form(1, "entry", instrument="old"), form(2, "exit", 9, instrument="efo")]).exit is None
    changed = pair(
        [
            form(1, "entry", 0, "old"),
            form(2, "entry", 5, "efo"),
            form(3, "exit", 9, "efo"),
            form(4, "follow_up", 99, "old"),
        ]
    )
    assert (changed.entry.assessment_id, changed.exit.assessment_id, changed.follow_up) == (2, 3, None)


def test_an_exit_without_entry_is_kept_so_that_the_gap_is_named():
    found = pair([form(1, "exit", 5), form(2, "exit", 9)])
    assert (found.entry, found.exit.assessment_id) == (None, 2)


@given(
    st.lists(
        st.builds(
            form,
            st.integers(1, 99),
            st.sampled_from(["entry", "review", "exit", "follow_up"]),
            st.integers(0, 20),
            st.sampled_from(["efo", "old"]),
            st.booleans(),
        ),
        unique_by=lambda one: one.assessment_id,
        max_size=12,
    )
)
def test_a_pair_is_always_of_one_form_and_approved(forms):
    found = pair(forms)
    assert all(one is None or one.is_approved for one in (found.entry, found.exit, found.follow_up))
    if found.entry and found.exit:
        assert found.entry.instrument_code == found.exit.instrument_code
        same = [one for one in forms if one.is_approved and one.instrument_code == found.entry.instrument_code]
        assert found.entry == min((one for one in same if one.point == "entry"), key=in_time)
        assert found.exit == max((one for one in same if one.point == "exit"), key=in_time)
    else:
        kinds = {
            point: {one.instrument_code for one in forms if one.is_approved and one.point == point}
            for point in ("entry", "exit")
        }
        assert not kinds["entry"] & kinds["exit"]


@pytest.mark.parametrize(
    ("number", "shape", "series", "order"),
    [
        ("17/2021лд", "0/0лд", "0/0лд", 2021_000_000_017),
        ("26/2021 лд", "0/0 лд", "0/0лд", 2021_000_000_026),
        ("№ 5", "№ 0", "0", 5),
        ("2021", "0", "0", 2021),
        ("без номера", "без номера", "безномера", None),
    ],
)
def test_numbers_are_read_by_shape_series_and_order(number, shape, series, order):
    assert (number_shape(number), number_series(number), number_order(number)) == (shape, series, order)


def test_numbers_of_different_years_or_departments_do_not_accuse_each_other():
    later = date(2025, 2, 1)
    rows = [
        row(1, number="40/2024", opened_on=date(2024, 12, 1)),
        row(2, number="1/2025", opened_on=later),
        row(3, number="2/2025", opened_on=later),
        row(4, number="3/2025", opened_on=date(2024, 1, 5), department_id=2),
    ]
    assert Sign.NUMBERS_OUT_OF_ORDER not in signs_of(*rows)
    assert Sign.NUMBERS_OUT_OF_ORDER in signs_of(*rows, row(5, number="4/2025", opened_on=date(2025, 1, 30)))


def test_equal_exits_are_told_from_three_on_and_when_nearly_all_agree():
    assert Sign.EXITS_ALIKE not in signs_of(row(1, exit=8), row(2, exit=8))
    assert Sign.EXITS_ALIKE in signs_of(*(row(n, exit=8) for n in range(3)))
    nearly = [row(n, exit=8) for n in range(9)] + [row(9, exit=3)]
    assert Sign.EXITS_ALIKE in signs_of(*nearly)
    (finding,) = [one for one in find(tally(nearly)) if one.code is Sign.EXITS_ALIKE]
    assert cases_behind(finding, nearly) == tuple(range(9))


@pytest.mark.parametrize(
    ("sign", "unusual"),
    [
        (Sign.EXITS_MISSING, {"exit": None, "exit_sections": None}),
        (Sign.ENTRIES_MISSING, {"entry": None, "entry_sections": None}),
        (
            Sign.FOLLOW_UP_LATE,
            {"follow_up_due_on": date(2025, 6, 1), "followed_up_on": date(2025, 6, 2), "follow_up": 3},
        ),
        (Sign.FOLLOW_UP_WITHOUT_SCORE, {"followed_up_on": date(2025, 6, 1)}),
        (Sign.PLACEMENT_NOT_RECORDED, {"children": 2}),
        (Sign.TOTALS_WITHOUT_ITEMS, {"has_items": False}),
        (Sign.TOTALS_WITHOUT_ITEMS, {"assessor_known": False}),
        (Sign.TOTALS_WITHOUT_ITEMS, {"exit_sections": None}),
        (Sign.RATINGS_INCOMPLETE, {"exit_complete": 0.79}),
        (Sign.NO_SECTION_AT_ENTRY, {"entry_sections": 0}),
        (Sign.CHANGE_WITHIN_NOISE, {"exit": 11}),
        (Sign.CRITERIA_DISAGREE, {"exit": 12, "solved": 1, "new": 1}),
        (Sign.UNRATED_ITEMS_MOVE_TOTAL, {"change_both": 3}),
    ],
)
def test_each_sign_is_raised_by_its_case_and_only_by_it(sign, unusual):
    fine = [row(n, entry=12 + n, exit=6 + n) for n in (1, 2)]
    assert signs_of(*fine) == set()
    rows = [*fine, row(3, **unusual)]
    raised = {finding.code: finding for finding in find(tally(rows, children_of(rows)))}
    assert set(raised) == {sign}
    assert cases_behind(raised[sign], rows) == (3,)


def test_a_floor_is_told_when_many_cases_have_nothing_left_to_solve():
    assert Sign.FLOOR_AT_EXIT in signs_of(*(row(n, exit=n % 3) for n in range(6)))


def test_swapping_one_problem_for_another_is_success_by_one_measure_only():
    outcome = summarize_rows([row(1, entry=9, exit=9, solved=1, new=1)], name="П")
    assert (outcome.improved.n, outcome.items.any_solved.n, outcome.items.disagreements) == (0, 1, 1)


@pytest.mark.parametrize(
    ("rows", "answer", "because"),
    [
        ([], Answer.NOT_ENOUGH, Because.NO_PAIRS),
        ([row(n, 12, 2) for n in range(5)], Answer.NOT_ENOUGH, Because.TOO_FEW),
        ([row(n, 12, 2) for n in range(6)], Answer.AGREE, Because.IMPROVED),
        ([row(n, 2, 12) for n in range(6)], Answer.DISAGREE, Because.WORSENED),
        ([row(n, 7, 7) for n in range(8)], Answer.DISAGREE, Because.NO_SHIFT),
        # Six of forty better, thirty-four as before: p is 0.031, and the typical change is nothing.
        (
            [row(n, 9, 5) for n in range(6)] + [row(n, 9, 9) for n in range(6, 40)],
            Answer.DISAGREE,
            Because.FEW_IMPROVED,
        ),
        # The reverse is no worsening of all either.
        ([row(n, 5, 9) for n in range(6)] + [row(n, 9, 9) for n in range(6, 40)], Answer.DISAGREE, Because.NO_SHIFT),
        # Twenty-two of forty better by one: the typical change is a half, and yet most have one fewer.
        (
            [row(n, 9, 8) for n in range(22)] + [row(n, 9, 9) for n in range(22, 40)],
            Answer.NOT_ENOUGH,
            Because.PARTLY_IMPROVED,
        ),
        # Whoever has no weak side at entry cannot have fewer.
        ([row(n, 0, 0) for n in range(4)], Answer.NOT_JUDGED, Because.NOTHING_TO_FALL),
        ([row(n, 0, 0) for n in range(20)], Answer.NOT_JUDGED, Because.NOTHING_TO_FALL),
        ([row(n, 0, 0) for n in range(20)] + [row(20, 3, 0)], Answer.NOT_JUDGED, Because.NOTHING_TO_FALL),
        ([row(n, 0, 4) for n in range(20)], Answer.DISAGREE, Because.WORSENED),
        ([row(n, 12, 12 + (-1) ** n * n) for n in range(9)], Answer.NOT_ENOUGH, Because.NOT_DISTINCT),
        (
            [row(n, 12, 2) for n in range(6)] + [row(n, 12, None) for n in range(10, 17)],
            Answer.NOT_ENOUGH,
            Because.MOSTLY_MISSING,
        ),
    ],
)
def test_verdicts_on_wellbeing(rows, answer, because):
    verdict = summarize_rows(rows, name="П").verdict
    assert (verdict.answer, verdict.because) == (answer, because)


changes_of_families = st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)), max_size=30)


@given(changes_of_families, st.integers(0, 10))
def test_data_agree_only_where_the_typical_family_and_most_families_got_on_better(pairs, missing):
    rows = [row(n, entry, exit_) for n, (entry, exit_) in enumerate(pairs)]
    rows += [row(100 + n, 9, None) for n in range(missing)]
    outcome = summarize_rows(rows, name="П")
    if outcome.verdict.answer is Answer.AGREE:
        assert outcome.shift.estimate >= 1 and outcome.shift.interval[0] > 0
        assert outcome.improved.n * 2 > outcome.paired
        assert outcome.test.p_two_sided <= 0.05 and outcome.paired >= 6
    if outcome.verdict.because in (Because.NO_SHIFT, Because.FEW_IMPROVED):
        assert outcome.shift.interval[1] < 1 and outcome.improved.n * 2 <= outcome.paired
    if not any(entry for entry, _exit in pairs):
        assert outcome.verdict.because is not Because.NO_SHIFT
    assert not (outcome.verdict.missing_may_turn and not missing)


@pytest.mark.parametrize(
    ("better", "missing", "may_turn"),
    [
        (10, 0, False),
        (20, 1, False),  # twenty of twenty-one at worst
        (10, 2, True),  # with two as much worse as ten are better the interval reaches nothing
        (4, 1, False),  # five are too few as well
        (4, 4, True),
    ],
)
def test_missing_exits_are_named_where_they_could_turn_the_answer(better, missing, may_turn):
    rows = [row(n, 12, 2) for n in range(better)] + [row(100 + n, 12, None) for n in range(missing)]
    outcome = summarize_rows(rows, name="П")
    assert outcome.verdict.missing_may_turn is may_turn
    with override("ru"):
        said = words.verdict_reason(outcome)
    assert ("Не оценены оба раза" in said) is may_turn


def test_programs_that_each_lack_data_do_not_agree_in_a_pool():
    five = [row(n, 12, 2) for n in range(5)]
    parts = [summarize_rows(five, name="А"), summarize_rows(five, name="Б")]
    pool = summarize_rows([row(n, 12, 2) for n in range(10)], name="А + Б")
    assert pool.verdict.answer is Answer.AGREE
    judged = judged_by_parts(pool, parts)
    assert (judged.verdict.answer, judged.verdict.because) == (Answer.NOT_ENOUGH, Because.PARTS_LACK_DATA)
    assert judged.children_verdict.answer is Answer.NOT_ENOUGH
    enough = judged_by_parts(pool, [parts[0], pool])
    assert enough.verdict == pool.verdict


@pytest.mark.parametrize(
    ("children", "known", "kept", "because"),
    [
        (0, 0, 0, Because.NO_CHILDREN),
        (3, 0, 0, Because.NO_PLACEMENT),
        (10, 4, 4, Because.PLACEMENT_PARTLY_KNOWN),
        (10, 10, 10, Because.CHILDREN_KEPT),
        (10, 10, 0, Because.CHILDREN_NOT_KEPT),
        (10, 10, 6, Because.CHILDREN_UNDECIDED),
        (10, 6, 6, Because.CHILDREN_UNDECIDED),
    ],
)
def test_unknown_placement_is_never_kept(children, known, kept, because):
    outcome = summarize_rows([row(1, children=children, children_known=known, children_kept=kept)], name="П")
    assert outcome.children_verdict.because is because
    assert (outcome.children.kept.n, outcome.children.kept.total) == (kept, children)


def test_figures_that_do_not_exist_say_why():
    empty = summarize_rows([], name="П")
    assert empty.change.mean is None
    assert empty.undefined["change"] == empty.undefined["test"] == "no_pairs"
    one = summarize_rows([row(1, 5, 5)], name="П")
    assert (one.undefined["test"], one.undefined["shift.interval"]) == ("nothing_changed", "one_pair")


def test_pooling_two_programs_is_counting_their_cases_together():
    first, second = [row(n, 12 + n, n) for n in range(4)], [row(n, 9, None) for n in range(10, 13)]
    together = tally(first) + tally(second)
    assert together.sums == tally([*first, *second]).sums
    assert together.changes == tally([*first, *second]).changes
    assert together.single_entries == tally([*first, *second]).single_entries
