"""Invented walks keep to the process, to the days of the lives they belong to, and leave no branch out."""

from collections import Counter
from datetime import date
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from opora.common.tests.each import each
from opora.demo.rules.branches import BRANCHES, Branch, BranchWalker
from opora.demo.rules.lives import InventedLife, invent_lives
from opora.demo.rules.walks import Walk, Walker
from opora.demo.tests.test_lives import definition as efo
from opora.packs import queries as packs
from opora.pathways.rules import Definition, due_on, parse

TODAY = date(2026, 11, 24)
SIZE, SIGNALS = 60, 24
# A few tellings, each asked every question: what takes time is the telling.
SEEDS = st.integers(0, 9)


@cache
def process() -> Definition:
    reading = packs.check_practice(folder=packs.shipped_practices()["support_and_shelter"])
    assert reading.practice is not None
    assert reading.practice.process is not None
    return parse({key: value for key, value in reading.practice.process.items() if key != "programs"})


@cache
def walks(seed: int) -> tuple[list[tuple[InventedLife, Walk]], list[Walk]]:
    walker = Walker(process(), seed=seed, today=TODAY)
    lives = list(invent_lives(efo(), size=SIZE, seed=seed, today=TODAY, with_forms=False))
    return [(life, walker.of_case(life)) for life in lives], list(walker.signals(SIGNALS))


def every(seed: int) -> list[Walk]:
    of_cases, signals = walks(seed)
    return [walk for _life, walk in of_cases] + signals


@given(seed=SEEDS)
@settings(max_examples=10)
def test_the_process_allows_every_step_and_time_goes_forward(seed: int) -> None:
    for walk in each(every(seed)):
        days = [walk.began_on, *(move.on for move in walk.moves), TODAY]
        assert days == sorted(days)
        place = process().start
        for move in walk.moves:
            assert move.stage == place
            assert set(process().actions[move.action].documents) <= set(move.papers)
            place = process().actions[move.action].to
        assert place == walk.place


@given(seed=SEEDS)
@settings(max_examples=10)
def test_cases_open_and_close_on_the_days_of_their_life(seed: int) -> None:
    for life, walk in each(walks(seed)[0]):
        opening = next(move for move in walk.moves if process().actions[move.action].effect == "open_case")
        assert opening.on == life.opened_on
        assert (walk.place in process().exits) == (life.closed_on is not None)
        if life.closed_on is not None:
            assert walk.moves[-1].on == life.closed_on


@given(seed=SEEDS)
@settings(max_examples=10)
def test_somebody_stands_at_every_stage_and_somebody_has_left_by_every_exit(seed: int) -> None:
    places = Counter(walk.place for walk in every(seed))
    assert set(places) == {*process().stages, *process().exits}
    assert sum(walk.place == process().start for walk in walks(seed)[1]) >= 3


@given(seed=SEEDS)
@settings(max_examples=10)
def test_few_families_wait_too_long(seed: int) -> None:
    waiting = late = 0
    for walk in every(seed):
        if walk.place in process().stages:
            entered = walk.moves[-1].on if walk.moves else walk.began_on
            due = due_on(process(), walk.place, entered)
            waiting, late = waiting + 1, late + (due is not None and due < TODAY)
    assert 1 <= late <= waiting / 3


def test_the_demonstration_takes_every_step_of_the_process() -> None:
    taken = {move.action for walk in every(20_260) for move in walk.moves}
    assert taken == set(process().actions)


def test_the_same_seed_tells_the_same_walks() -> None:
    first, _signals = walks(3)
    walker = Walker(process(), seed=3, today=TODAY)
    assert [walker.of_case(life) for life, _walk in first] == [walk for _life, walk in first]


@pytest.mark.parametrize("step", ["council_return", "correct_plan", "not_yet", "danger", "reunite"])
def test_work_goes_round_more_than_once(step: str) -> None:
    assert sum(move.action == step for walk in every(20_260) for move in walk.moves) >= 2


@cache
def process_of(practice: str) -> Definition:
    reading = packs.check_practice(folder=packs.shipped_practices()[practice])
    assert reading.practice is not None
    assert reading.practice.process is not None
    return parse({key: value for key, value in reading.practice.process.items() if key != "programs"})


@pytest.mark.parametrize("branch", BRANCHES, ids=lambda branch: branch.practice)
def test_every_practice_is_walked_as_its_process_allows(branch: Branch) -> None:
    definition = process_of(branch.practice)
    lives = invent_lives(efo(), size=SIZE, seed=3, today=TODAY, with_forms=False, is_shelter=branch.residential)
    walker = BranchWalker(branch, definition, seed=3, today=TODAY)
    walked = [walker.of_case(life) for life in lives] + list(walker.signals(SIGNALS))
    for walk in each(walked):
        days = [walk.began_on, *(move.on for move in walk.moves), TODAY]
        assert days == sorted(days)
    ends = {walk.place for walk in walked}
    assert ends & set(definition.exits)
    assert ends - set(definition.exits)
