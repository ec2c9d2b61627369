"""Families walk every shipped process at random: no step skips a paper, nobody is ever stuck."""

from dataclasses import dataclass, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from opora.access.rules import ROLES
from opora.pathways.rules import Definition, State, carried, options, parse
from opora.pathways.tests.processes import SHIPPED, shipped

PROCESSES = [parse(shipped(path.parent.name)) for path in SHIPPED]
NAMES = [one.code for one in PROCESSES]


@dataclass(frozen=True)
class Walk:
    """A path as the rooms keep it: papers count from the entry into a stage."""

    state: State
    has_case: bool = False


def facts_of(definition: Definition) -> st.SearchStrategy[dict[str, object]]:
    facts = {name: fact for table in definition.criteria.values() for name, fact in table.facts.items()}
    known = {name: st.sampled_from([None, *fact.values]) for name, fact in facts.items()}
    return st.fixed_dictionaries(known)


def work(draw: st.DrawFn, definition: Definition, walk: Walk) -> Walk:
    """Something is done at a stage: papers are filed, tasks done, facts learned."""
    stage = definition.stages[walk.state.stage]
    papers = draw(st.frozensets(st.sampled_from(sorted(definition.documents))))
    tasks = draw(st.frozensets(st.sampled_from(sorted(stage.tasks)))) if stage.tasks else frozenset()
    learned = {name: value for name, value in draw(facts_of(definition)).items() if value is not None}
    state = replace(walk.state, papers=papers, done_tasks=tasks, facts={**walk.state.facts, **learned})
    return replace(walk, state=state)


@pytest.mark.parametrize("definition", PROCESSES, ids=NAMES)
@given(data=st.data())
@settings(max_examples=60, deadline=None)
def test_no_walk_reaches_a_stage_without_its_papers_or_loses_its_way(definition, data):
    begin = data.draw(st.sampled_from(["start", "case_start"]))
    walk = Walk(State(getattr(definition, begin)), has_case=begin == "case_start")
    for _ in range(12):
        walk = data.draw(st.composite(work)(definition, walk))
        offered = options(definition, walk.state, ROLES)
        assert offered, f"nothing can be done at {walk.state.stage}"
        possible = [one for one in offered if one.allowed]
        assert possible, f"nobody can leave {walk.state.stage} now, not even by a refusal"
        step = data.draw(st.sampled_from(possible))
        action = definition.actions[step.action]
        assert set(action.documents) <= walk.state.papers
        assert not action.waits_for_tasks or set(definition.stages[walk.state.stage].tasks) <= walk.state.done_tasks
        for table, answers in action.criteria.items():
            assert next(one for one in step.decisions if one.table == table).result in answers
        has_case = walk.has_case or step.effect == "open_case"
        if step.to in definition.exits:
            assert not has_case or step.effect == "close_case"
            return
        walk = Walk(State(step.to, carried(definition, walk.state.facts)), has_case)


@pytest.mark.parametrize("definition", PROCESSES, ids=NAMES)
def test_every_exit_can_be_reached_from_the_first_signal(definition):
    seen, ahead = set(), [definition.start]
    while ahead:
        place = ahead.pop()
        seen.add(place)
        ahead += [one.to for one in definition.actions_at(place).values() if one.to not in seen]
    assert seen == {*definition.stages, *definition.exits}


@pytest.mark.parametrize("definition", PROCESSES, ids=NAMES)
def test_work_in_danger_and_refusal_wait_for_nothing_but_a_reason(definition):
    for stage in definition.stages:
        refusals = [one for one in options(definition, State(stage), {"head"}) if one.allowed and one.to == "declined"]
        assert [one.needs_reason and one.fields == ("side",) for one in refusals] == [True], stage


@pytest.mark.parametrize("definition", PROCESSES, ids=NAMES)
def test_the_head_can_take_every_action(definition):
    for stage in definition.stages:
        for option in options(definition, State(stage), {"head"}):
            assert "role" not in [reason.kind for reason in option.reasons], (stage, option.action)


@pytest.mark.parametrize("definition", PROCESSES, ids=NAMES)
def test_every_word_is_written_in_both_languages(definition):
    texts = [definition.title, *definition.rows, *definition.documents.values()]
    for group in (definition.roles, definition.stages, definition.exits, definition.actions, definition.assumptions):
        texts += [one.title for one in group.values()]
    assert all(text.ru and text.en for text in texts)
