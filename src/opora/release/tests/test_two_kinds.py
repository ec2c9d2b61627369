"""Families by their number of children, and children: side by side they would give a hidden number back."""

from collections.abc import Mapping
from datetime import date

import pytest

from opora.access.rules import Actor, Role
from opora.common.errors import Conflict, Invalid
from opora.evidence.tests import world
from opora.release import actions, queries
from opora.release.queries import Asked
from opora.release.rules import Limits, hide, tell_each_other
from opora.release.rules.hiding import Released
from opora.release.rules.tabulating import tabulate
from opora.release.tests.desk import YEAR, person

ON = date(2025, 2, 3)
BY_CHILDREN = Asked("families", "program", "children", *YEAR)
OF_CHILDREN = Asked("children", "program", "", *YEAR)
Groups = Mapping[str, str]


def released(counts: str, told: list[tuple[int, int, Groups]], *by: str, **more: Mapping[str, str]) -> Released:
    days = {"first": YEAR[0], "last": YEAR[1]}
    one = tabulate(told, counts=counts, universe="at work", by=by, holds=more.get("holds", {}), lasts=True, **days)
    return Released(one, hide(one, Limits()).places)


def families(*children: int) -> list[tuple[int, int, Groups]]:
    return [(at, at, {"program": "1", "children": str(times)}) for at, times in enumerate(children)]


def test_what_was_hidden_would_come_out_of_the_number_of_children() -> None:
    """Twenty families of one or two children, twenty-three children: three have two. Each table by itself is safe."""
    told = [*families(*[1] * 17, *[2] * 3), *[(100 + at, at, {"program": "2", "children": "1"}) for at in range(30)]]
    told += [(200 + at, at, {"program": "2", "children": "2"}) for at in range(30)]
    by_number = released("cases", told, "program", "children")
    assert ("1", "2") in by_number.hidden and ("1", "*") not in by_number.hidden
    children = [(unit * 10 + at, unit, groups) for unit, _who, groups in told for at in range(int(groups["children"]))]
    counted = released("children", children, "program")
    twenty_three = counted.table.size([("1",)])
    # As many as there are families have one child at least; whatever is over are the second ones.
    assert twenty_three - by_number.table.size([("1", "1"), ("1", "2")]) == 3
    assert tell_each_other(by_number, counted) and tell_each_other(counted, by_number)


def test_where_nothing_is_hidden_both_may_leave() -> None:
    told = families(*[1] * 17, *[2] * 12)
    assert not tell_each_other(released("cases", told, "children"), released("children", told, "program"))


def test_another_program_other_days_or_no_number_of_children_tell_nothing() -> None:
    told = families(*[1] * 17, *[2] * 3)
    by_number, counted = released("cases", told, "children"), released("children", told, "program")
    assert tell_each_other(by_number, counted)
    assert not tell_each_other(released("cases", told, "program"), counted)
    one, two = ({"program": code} for code in "12")
    assert not tell_each_other(
        released("cases", told, "children", holds=one), released("children", told, "program", holds=two)
    )
    assert tell_each_other(by_number, released("children", told, "program", holds=two))


@pytest.fixture
def house(db: None) -> tuple[Actor, Actor]:
    """Seventeen families with one child, three with two; in another program as many with each."""
    for program, ones, twos in (("Сопровождение", 17, 3), ("Приют", 12, 12)):
        for children in [1] * ones + [2] * twos:
            world.case(in_program=world.program(program), children=(None,) * children)
    return person("analyst", Role.ANALYST), person("head", Role.HEAD)


@pytest.mark.parametrize(("before", "then"), [(BY_CHILDREN, OF_CHILDREN), (OF_CHILDREN, BY_CHILDREN)])
def test_the_second_of_the_two_does_not_leave(house: tuple[Actor, Actor], before: Asked, then: Asked) -> None:
    analyst, head = house
    assert not queries.prepare(actor=analyst, asked=then).problem
    made = actions.ask_for_release(actor=analyst, asked=before, on=ON)
    waiting = actions.ask_for_release(actor=analyst, asked=then, on=ON)
    actions.let_go(actor=head, release_id=made.pk, on=ON)
    with pytest.raises(Conflict, match="заново"):
        actions.let_go(actor=head, release_id=waiting.pk, on=ON)
    with pytest.raises(Invalid, match="числом детей"):
        actions.ask_for_release(actor=analyst, asked=then, on=ON)
