"""Answers become a score: counted once, the worst rated person decides, what is not known is never "no"."""

import math
from dataclasses import replace
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from opora.instruments.rules import NOT_APPLICABLE, UNKNOWN, Level, Scoring, definition_from_data, score
from opora.instruments.tests.forms import item, small_form, whole_form

FORM = whole_form()
CHILDREN = {"1": 5, "2": None, "3": 12}
VALUES = (0, 1, 2, 3, NOT_APPLICABLE, UNKNOWN)
SUBJECTS = {Level.FAMILY: ["family"], Level.CAREGIVER: ["8", "9"], Level.CHILD: ["1", "2", "3"]}


def _every_way(subjects: list[str]) -> list[dict[str, int | str]]:
    """All the ways in which one item is answered for these people, some or all of whom nothing may be said of."""
    ways = product((None, *VALUES), repeat=len(subjects))
    return [{who: value for who, value in zip(subjects, way, strict=True) if value is not None} for way in ways]


ANSWERED = {level: st.sampled_from(_every_way(subjects)) for level, subjects in SUBJECTS.items()}


def filled() -> st.SearchStrategy[dict[str, dict[str, int | str]]]:
    """A form filled in any way, with gaps."""
    return st.fixed_dictionaries({one.code: ANSWERED[one.level] for one in FORM.items})


@given(filled())
def test_sections_with_a_weak_side_stay_within_what_the_sum_allows(answers):
    result = score(FORM, answers, CHILDREN)
    assert math.ceil(result.weak / 6) <= result.sections <= min(8, result.weak)
    assert 0 <= result.weak <= result.rated <= result.applicable <= 48


@given(filled())
def test_every_figure_is_the_sum_of_its_sections(answers):
    result = score(FORM, answers, CHILDREN)
    assert sum(result.weak_by_section) == result.weak == len(result.weak_items) == result.total
    assert sum(result.rated_by_section) == result.rated == sum(rating is not None for rating in result.ratings)
    assert set(result.critical) <= set(result.weak_items)
    assert set(result.alarms) <= set(result.critical)
    assert not set(result.strengths) & set(result.weak_items)
    assert result.rated + len(result.unrated) == result.applicable


@given(filled(), st.randoms(use_true_random=False))
def test_the_order_of_answers_does_not_matter(answers, random):
    shuffled = list(answers.items())
    random.shuffle(shuffled)
    turned = {code: dict(reversed(list(given_to.items()))) for code, given_to in shuffled}
    assert score(FORM, turned, CHILDREN) == score(FORM, answers, CHILDREN)


@given(filled())
def test_a_form_read_back_from_storage_scores_alike(answers):
    assert score(definition_from_data(FORM.to_data()), answers, CHILDREN) == score(FORM, answers, CHILDREN)


@given(filled(), st.sampled_from([one.code for one in FORM.items if one.level is Level.CHILD]))
def test_not_knowing_about_a_child_never_improves_the_score(answers, code):
    known = answers | {code: {"1": 3, "2": 2}}
    unknown = answers | {code: {"1": 3, "2": UNKNOWN}}
    assert score(FORM, unknown, CHILDREN).weak == score(FORM, known, CHILDREN).weak


@given(st.lists(st.integers(0, 3), min_size=1, max_size=4))
def test_the_worst_rated_child_counts(values):
    form = small_form(item("1.1", level=Level.CHILD))
    answers = {"1.1": {str(number): value for number, value in enumerate(values)}}
    result = score(form, answers, {str(number): 7 for number in range(len(values))})
    assert result.ratings == (max(values),)
    assert result.weak == (max(values) >= 2)


def test_an_unknown_answer_is_neither_weak_nor_fine():
    result = score(small_form(item("1.1"), item("1.2", 1)), {"1.1": {"family": UNKNOWN}, "1.2": {"family": 1}}, {})
    assert result.ratings == (None, 1)
    assert (result.rated, result.applicable, result.completeness) == (1, 2, 0.5)
    assert result.unrated == ("1.1",)


def test_one_rated_child_rates_the_item_and_the_gap_stays_visible():
    form = small_form(item("1.1", level=Level.CHILD))
    result = score(form, {"1.1": {"1": 1, "2": UNKNOWN}}, {"1": 5, "2": 6})
    assert (result.ratings, result.partly) == ((1,), ("1.1",))


def test_what_does_not_apply_leaves_the_count():
    result = score(small_form(item("1.1"), item("1.2", 1)), {"1.1": {"family": NOT_APPLICABLE}}, {})
    assert (result.applicable, result.rated) == (1, 0)


def test_a_form_where_nothing_applies_has_no_completeness():
    result = score(small_form(item("1.1")), {"1.1": {"family": NOT_APPLICABLE}}, {})
    assert result.completeness is None


def test_items_are_asked_only_in_their_age():
    form = small_form(item("4.1", level=Level.CHILD, age_min=3, age_max=17))
    answers = {"4.1": {"baby": 3, "pupil": 1}}
    assert score(form, answers, {"baby": 2, "pupil": 3}).ratings == (1,)
    assert score(form, answers, {"baby": 2}).ratings == (1,), "a child not in the list of ages is asked"
    assert score(form, {"4.1": {"baby": 3}}, {"baby": 2}).applicable == 0
    assert score(form, {"4.1": {"adult": 3}}, {"adult": 18}).applicable == 0
    assert score(form, {"4.1": {"any": 3}}, {"any": None}).weak == 1, "an unknown age hides nothing"


def test_two_weak_sides_or_one_critical_make_a_section_a_priority():
    form = small_form(item("1.1"), item("1.2", 1))
    assert score(form, {"1.1": {"family": 2}}, {}).priority_sections == ()
    assert score(form, {"1.1": {"family": 3}}, {}).priority_sections == ("1",)
    assert score(form, {"1.1": {"family": 2}, "1.2": {"family": 2}}, {}).priority_sections == ("1",)


def test_a_critical_safety_item_raises_an_alarm():
    form = small_form(item("2.3", safety=True), item("2.1", 1))
    assert score(form, {"2.3": {"family": 3}, "2.1": {"family": 3}}, {}).alarms == ("2.3",)


def test_another_rule_adds_the_scores_up():
    form = replace(whole_form(), scoring=Scoring.SUM_SCORES)
    answers = {"1.1": {"family": 3}, "1.4": {"family": 1}, "2.1": {"family": 2}}
    result = score(form, answers, {})
    assert (result.total, result.weak) == (6, 2)
    assert result.total_by_section[:2] == (4, 2)


def test_answers_to_questions_nobody_asked_do_not_count():
    assert score(small_form(item("1.1")), {"9.9": {"family": 3}}, {}).weak == 0
    assert score(small_form(item("1.1")), {"1.1": {"family": 7}}, {}).ratings == (None,)


def test_a_reversed_item_counts_from_the_other_end():
    form = small_form(item("1.1", is_reversed=True, safety=True), item("1.2", 1))
    worst = score(form, {"1.1": {"family": 0}, "1.2": {"family": 0}}, {})
    assert (worst.ratings, worst.weak_items, worst.alarms, worst.strengths) == ((3, 0), ("1.1",), ("1.1",), ("1.2",))
    assert score(form, {"1.1": {"family": 3}, "1.2": {"family": UNKNOWN}}, {}).ratings == (0, None)


@given(st.lists(st.integers(0, 3), min_size=1, max_size=4))
def test_the_worst_child_on_a_reversed_item_is_the_one_with_the_first_answer(values):
    form = small_form(item("1.1", level=Level.CHILD, is_reversed=True))
    answers = {"1.1": {str(number): value for number, value in enumerate(values)}}
    assert score(form, answers, {}).ratings == (3 - min(values),)


@given(filled())
def test_turning_every_item_and_every_answer_changes_nothing(answers):
    turned = replace(
        FORM,
        sections=tuple(
            replace(section, items=tuple(replace(one, is_reversed=True) for one in section.items))
            for section in FORM.sections
        ),
    )
    mirrored = {
        code: {key: FORM.scale.turned(value) if isinstance(value, int) else value for key, value in rated.items()}
        for code, rated in answers.items()
    }
    assert score(turned, mirrored, CHILDREN) == score(FORM, answers, CHILDREN)
    assert definition_from_data(turned.to_data()) == turned
