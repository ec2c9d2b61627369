"""Carrying paths to a new version in thought: where they would stand, and what speaks against it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from opora.pathways.rules import Standing, goal_of, parse, problems_of, try_out
from opora.pathways.tests.processes import shipped, small, words

OLD = parse(small())


def changed(**stages):
    """The small process with its vote called otherwise, and more of what a test needs."""
    body = small()
    body["stages"] = {
        name: {**stage, **stages.get(name, {})} for name, stage in body["stages"].items() if name != "vote"
    }
    body["stages"]["panel"] = {"title": words("Panel"), "role": "manager", "days": 5, "at": [1, 0]}
    body["actions"]["study"]["to"] = "panel"
    body["actions"]["open"]["from"] = body["actions"]["reject"]["from"] = "panel"
    return parse(body)


def test_a_path_stays_at_its_stage_or_goes_where_the_map_says():
    new = changed()
    assert goal_of(new, "work", {}) == "work"
    assert goal_of(new, "vote", {"vote": "panel"}) == "panel"
    assert goal_of(new, "vote", {}) is None


@pytest.mark.parametrize(
    ("mapping", "problem"),
    [
        ({}, "no_home"),
        ({"vote": "pannel"}, "unknown_goal"),
        ({"vote": "rejected"}, "is_exit"),
        ({"vote": "work"}, "no_case"),
    ],
)
def test_what_stops_a_path_is_named(mapping, problem):
    assert problem in problems_of(OLD, changed(), Standing("vote", has_case=False), mapping)
    trial = try_out(OLD, changed(), [Standing("vote", 3, has_case=False), Standing("work", 2)], mapping)
    assert (trial.stopped, trial.may_go, trial.problems[problem]) == (3, False, 3)


def test_what_is_only_to_be_known_stops_nobody():
    body = small()
    body["criteria"]["need"]["facts"]["risk"]["values"] = ["low", "high", "critical"]
    body["criteria"]["need"]["rows"][2]["when"]["risk"] = ["high", "critical"]
    fuller = parse(body)
    mapping = {"vote": "panel"}
    trial = try_out(fuller, changed(), [Standing("vote", 2, {"risk": "critical"}, has_case=False)], mapping)
    assert trial.may_go
    assert dict(trial.problems) == {"lost_answer": 2, "other_stage": 2}


def test_a_case_may_stand_wherever_its_family_does():
    for stage in OLD.stages:
        assert problems_of(OLD, OLD, Standing(stage, has_case=True), {}) == ()


PLACES = ["signal", "vote", "work", "panel", "closed", "nowhere"]


ALIKE = st.sampled_from([Standing(stage, n, {"risk": "low"}, n > 2) for stage in OLD.stages for n in (1, 2, 3)])


@given(
    standing=st.lists(ALIKE, max_size=5),
    mapping=st.dictionaries(st.sampled_from(sorted(OLD.stages)), st.sampled_from(PLACES), max_size=3),
)
@settings(max_examples=40, deadline=None)
def test_nobody_is_lost_in_thought_and_whoever_may_go_has_a_stage(standing, mapping):
    new = changed()
    trial = try_out(OLD, new, standing, mapping)
    assert trial.paths == sum(one.count for one in standing) == sum(trial.stages.values())
    assert 0 <= trial.stopped <= trial.paths
    if trial.may_go:
        assert set(trial.goals.values()) <= set(new.stages)


@pytest.mark.parametrize("code", ["family_help", "support_and_shelter", "crisis_department", "mama_ryadom"])
def test_a_process_carries_its_paths_to_itself(code):
    definition = parse(shipped(code))
    standing = [Standing(stage, 2, has_case=False) for stage in definition.stages]
    from_signal = try_out(definition, definition, standing, {})
    with_case = try_out(definition, definition, [Standing(stage, 2) for stage in definition.stages], {})
    assert with_case.may_go and not with_case.problems
    assert set(from_signal.problems) <= {"no_case"}
