"""The rules of plans: the strict share of goals, who answers, what a version says otherwise."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opora.plans.rules import (
    Accountable,
    Content,
    GoalText,
    Lack,
    TaskFacts,
    TaskText,
    compare_words,
    content_from,
    content_to_data,
    differences,
    earlier_review,
    lacks,
    next_review,
    parse_accountable,
    share,
)

states = st.lists(st.sampled_from(["active", "achieved", "not_achieved", "cancelled"]), max_size=60)
thresholds = st.integers(0, 100)
words = st.lists(st.sampled_from(["мама", "дети", "школа", "работа", "жильё", "сад"]), max_size=12).map(" ".join)


@pytest.mark.parametrize(
    ("achieved", "total", "threshold", "is_met"),
    [
        (1, 2, 50, False),  # 50 % is not more than 50 %
        (501, 1000, 50, True),  # 50.1 % is
        (3, 10, 30, False),
        (4, 13, 30, True),
        (0, 1, 0, False),
        (1, 1, 50, True),
        (33, 100, 33, False),
    ],
)
def test_a_threshold_is_passed_and_not_reached(achieved: int, total: int, threshold: int, is_met: bool) -> None:
    found = share(["achieved"] * achieved + ["not_achieved"] * (total - achieved), threshold)
    assert found is not None
    assert found.is_met is is_met


@given(states, thresholds)
def test_the_share_counts_whole_goals_and_leaves_out_what_was_cancelled(goals: list[str], threshold: int) -> None:
    found = share(goals, threshold)
    counted = [state for state in goals if state != "cancelled"]
    if not counted:
        assert found is None
        return
    assert found is not None
    assert (found.achieved, found.total) == (goals.count("achieved"), len(counted))
    assert 0 <= found.percent <= 100
    # Rounded down, the percentage never promises more than there is; passed is passed only strictly.
    assert found.percent * found.total <= found.achieved * 100 < (found.percent + 1) * found.total
    if found.is_met:
        assert found.percent >= threshold
    else:
        assert found.percent <= threshold


@given(states, thresholds)
def test_one_more_goal_achieved_never_makes_it_worse(goals: list[str], threshold: int) -> None:
    before, after = share(goals, threshold), share([*goals, "achieved"], threshold)
    assert after is not None
    assert before is None or after.is_met >= before.is_met or threshold == 100


def test_an_impossible_threshold_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="100"):
        share(["achieved"], 101)


@given(st.sampled_from(["worker", "member", "partner"]), st.integers(1, 10**17))
def test_who_answers_comes_back_from_a_form_as_sent(kind: str, number: int) -> None:
    who = Accountable(kind, number)
    assert parse_accountable(who.value) == who


@given(st.text(max_size=30))
def test_anything_typed_is_somebody_or_nobody(text: str) -> None:
    found = parse_accountable(text)
    assert found is None or found.id > 0


@pytest.mark.parametrize("value", ["", "worker:", "worker:0", "head:1", "worker:-1", "worker:²", "worker:1:2", "7"])
def test_nobody_answers_by_such_a_value(value: str) -> None:
    assert parse_accountable(value) is None


def test_a_plan_lacks_what_the_rule_asks_for() -> None:
    assert lacks([], []) == (Lack.NO_GOAL, Lack.NO_FAMILY_TASK)
    staff_only = [TaskFacts(1, "worker", is_open=True)]
    assert lacks([1], staff_only) == (Lack.NO_FAMILY_TASK,)
    assert lacks([1, 2], [TaskFacts(1, "member", is_open=True)]) == (Lack.GOAL_WITHOUT_TASK,)
    gone = [TaskFacts(1, "member", is_open=True), TaskFacts(1, "worker", is_open=True, is_answered_for=False)]
    assert lacks([1], gone) == (Lack.NOBODY_ANSWERS,)
    done_before_leaving = [
        TaskFacts(1, "member", is_open=True),
        TaskFacts(1, "worker", is_open=False, is_answered_for=False),
    ]
    assert lacks([1], done_before_leaving) == ()


def test_reviews_come_every_three_months_and_the_nearer_one_holds() -> None:
    assert next_review(date(2026, 11, 30)) == date(2027, 2, 28)
    assert earlier_review(None, date(2026, 5, 1)) == date(2026, 5, 1)
    assert earlier_review(date(2026, 4, 1), date(2026, 5, 1)) == date(2026, 4, 1)
    assert earlier_review(date(2026, 6, 1), date(2026, 5, 1)) == date(2026, 5, 1)


@given(words, words)
def test_what_stayed_and_went_is_the_old_text_and_what_stayed_and_came_the_new(before: str, after: str) -> None:
    parts = compare_words(before, after)
    assert " ".join(part.text for part in parts if part.kind != "added").split() == before.split()
    assert " ".join(part.text for part in parts if part.kind != "removed").split() == after.split()


goals = st.builds(
    GoalText,
    id=st.integers(1, 4),
    section=st.none() | st.integers(1, 8),
    outcome=st.sampled_from(["", "m4", "L1"]),
    title=words,
    state=st.sampled_from(["active", "achieved"]),
    levels=st.just(()) | st.just(("а", "б", "в", "г", "д")),
    level_start=st.none() | st.integers(-2, 2),
    level_now=st.none(),
)
tasks = st.builds(
    TaskText,
    id=st.integers(1, 4),
    goal_id=st.none() | st.integers(1, 4),
    kind=st.just("ordinary"),
    title=words,
    who=st.sampled_from(["С24", "Елена Соколова"]),
    due_on=st.sampled_from(["2026-05-01", "2026-06-01"]),
    state=st.sampled_from(["open", "done"]),
)
contents = st.builds(
    Content,
    track=st.sampled_from(["contract", "home_visiting"]),
    words=words,
    goals=st.lists(goals, max_size=3, unique_by=lambda one: one.id).map(tuple),
    tasks=st.lists(tasks, max_size=3, unique_by=lambda one: one.id).map(tuple),
)


@given(contents)
def test_a_version_is_read_as_it_was_kept(content: Content) -> None:
    assert content_from(content_to_data(content)) == content
    assert differences(content, content) == ()


@given(contents, contents)
def test_two_versions_differ_exactly_where_something_is_said_otherwise(before: Content, after: Content) -> None:
    found = differences(before, after)
    assert bool(found) is (before != after)
    added = {one.title for one in found if one.kind == "added" and one.what == "goal"}
    known = {goal.id for goal in before.goals}
    assert added == {goal.title for goal in after.goals if goal.id not in known}


def test_a_destroyed_version_is_an_empty_plan() -> None:
    assert content_from({}) == Content("", "", (), ())
