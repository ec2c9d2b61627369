"""Two assessments compared: the headline, the figure on what was rated both times, and the items behind them."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from opora.instruments.rules import Scoring, compare
from opora.instruments.tests.forms import item, small_form, whole_form

FORM = whole_form()
RATINGS = st.lists(st.sampled_from((None, 0, 1, 2, 3)), min_size=48, max_size=48)
PAIR = small_form(item("1.1"), item("1.2", 1))


@given(RATINGS, RATINGS)
def test_every_weak_item_is_in_exactly_one_list(entry, exit_):
    change = compare(FORM, entry, exit_)
    lists = [change.solved, change.still, change.new, change.first_seen, change.out_of_sight]
    codes = [code for codes in lists for code in codes]
    assert len(codes) == len(set(codes))
    assert len(change.solved) + len(change.still) + len(change.out_of_sight) == change.entry
    assert len(change.still) + len(change.new) + len(change.first_seen) == change.exit


@given(RATINGS, RATINGS)
def test_the_change_is_the_sum_of_its_sections_and_explains_itself(entry, exit_):
    change = compare(FORM, entry, exit_)
    assert sum(section.change for section in change.sections) == change.change
    assert change.change_on_both == len(change.solved) - len(change.new)
    assert change.change == change.change_on_both + len(change.out_of_sight) - len(change.first_seen)
    assert change.cautious == change.change - len(change.out_of_sight)


@given(RATINGS)
def test_nothing_changes_against_oneself(ratings):
    change = compare(FORM, ratings, ratings)
    assert (change.change, change.solved, change.new, change.improved) == (0, (), (), False)


@given(RATINGS, RATINGS)
def test_turning_the_pair_round_turns_the_sign(entry, exit_):
    there, back = compare(FORM, entry, exit_), compare(FORM, exit_, entry)
    assert there.change == -back.change
    assert (there.solved, there.new) == (back.new, back.solved)


def test_one_problem_solved_and_another_new_is_no_net_success():
    change = compare(PAIR, [2, 1], [1, 3])
    assert (change.change, change.improved, change.any_solved) == (0, False, True)
    assert (change.solved, change.new) == (("1.1",), ("1.2",))


def test_unknown_at_exit_is_not_solved():
    change = compare(PAIR, [2, 2], [None, 1])
    assert (change.change, change.change_on_both, change.cautious) == (2, 1, 1)
    assert (change.solved, change.out_of_sight) == (("1.2",), ("1.1",))


def test_seen_for_the_first_time_is_not_new():
    change = compare(PAIR, [None, 2], [2, 2])
    assert (change.first_seen, change.new, change.change, change.change_on_both) == (("1.1",), (), -1, 0)


def test_a_longer_array_of_a_newer_version_is_no_obstacle():
    assert compare(PAIR, [2], [1, 2]).solved == ("1.1",)


def test_the_sum_rule_counts_points():
    change = compare(replace(PAIR, scoring=Scoring.SUM_SCORES), [3, 2], [1, 1])
    assert (change.entry, change.exit, change.change) == (5, 2, 3)
    assert change.notable
