"""What people ask about every figure: two programs, a case opened again, who came of age; counted by hand."""

from datetime import date
from typing import Any

import pytest

from opora.access.rules import SYSTEM
from opora.cases import actions as cases
from opora.cases.models import Case, Closing
from opora.cases.rules.follow_up import ChildNow
from opora.cases.tests import factories
from opora.evidence.tests import world
from opora.families import actions as families
from opora.families.rules import Identity
from opora.indicators.rules import MEASURES, Shape
from opora.indicators.tests.asking import answer, parts, value
from opora.indicators.tests.busy import busy, changed, second_case
from opora.indicators.tests.by_hand import by_hand

pytestmark = pytest.mark.django_db

# Of a family of whom one of each was recorded (busy.py): the figure in one program, and in the whole house when another
# program helps it as much. Who counts once is one family in the whole; records of two programs add up.
EACH: dict[str, tuple[Any, Any]] = {
    "IND-01": (1, 2),
    "IND-02": (1, 2),
    "IND-03": (1, 2),
    "IND-04": (1, 1),
    "IND-04b": (3, 6),  # the nights of 29, 30 and 31 December, of two beds
    "IND-04f": (1, 1),
    "IND-04n": (1, 1),
    "IND-05": (1, 2),
    "IND-06": (1, 2),
    "IND-07": (1, 1),
    "IND-07a": (5, 10),
    "IND-08": (3, 6),  # two packs of the warehouse, food at once
    "IND-14": (1, 1),
    "IND-15": ((1, 1, 0), (2, 2, 0)),
    "IND-16": ((0, 1, 0), (0, 1, 0)),
    "IND-17": ((1, 1, 0), (2, 2, 0)),
    "IND-17p": ((1, 1, 0), (2, 2, 0)),
    "IND-18": ((1, 1, 0), (2, 2, 0)),
    "IND-18c": ((1, 2, 0), (2, 4, 0)),
    "IND-18r": ((1, 1, 0), (2, 2, 0)),
    "IND-19": ((1, 1, 0), (2, 2, 0)),
    "IND-19d": ((10.0, 1, 0), (10.0, 2, 0)),
    "IND-19p": ((1, 1, 0), (2, 2, 0)),
    "IND-27": ((1, 1, 0), (2, 2, 0)),
    "IND-27d": ((10.0, 1, 0), (10.0, 2, 0)),
    "IND-36": (1, 2),
    "IND-36c": ((1, 1, 0), (2, 2, 0)),
    "IND-36d": ((3.0, 1, 0), (3.0, 2, 0)),
    "IND-36e": (1, 2),
    "IND-36f": ((1, 1, 0), (2, 2, 0)),
    "IND-45p": ((1, 1, 0), (2, 2, 0)),
}
# What is told of a life is told in the work of one program and belongs to that one.
TOLD: dict[str, tuple[Any, Any]] = {
    "IND-22a": (1, 0),
    "IND-22b": (1, 0),
    "IND-28": ((1, 1, 0), (0, 0, 0)),
    "IND-28t": ((1.0, 1, 0), (None, 0, 0)),
    "IND-29": ((1, 1, 0), (0, 0, 0)),
}

# Of the five closed cases (conftest.py): the figure, and that of the four left when the best one is opened again.
CLOSED: dict[str, tuple[Any, Any]] = {
    "IND-20": ((4, 6, 1), (2, 4, 1)),
    "IND-20f": ((0, 0, 7), (0, 0, 5)),
    "IND-21": ((3, 5, 2), (1, 3, 2)),
    "IND-21f": ((0, 0, 7), (0, 0, 5)),
    "IND-23": ((0, 1, 4), (0, 1, 3)),
    "IND-24": ((0, 2, 3), (0, 2, 2)),
    "IND-24f": ((0, 0, 5), (0, 0, 4)),
    "IND-25": ((1, 4, 0), (0, 3, 0)),
    "IND-26": ((2, 3, 1), (1, 2, 1)),
    "IND-30": ((2, 4, 1), (1, 3, 1)),
    "IND-31": ((1.0, 4, 1), (0.0, 3, 1)),  # fewer weak sides: 3, 0, -2, 2
    "IND-32": ((2, 4, 1), (1, 3, 1)),
    "IND-33": ((0.5, 4, 1), (0.0, 3, 1)),  # fewer sections: 2, 0, -1, 1
    "IND-33e": ((1.5, 4, 1), (1.0, 3, 1)),
    "IND-33x": ((0.5, 4, 1), (1.0, 3, 1)),
    "IND-34": ((11, 19, 1), (8, 15, 1)),
    "IND-34n": ((2, 8, 0), (2, 7, 0)),
    "IND-34s": ((5, 7, 0), (2, 4, 0)),
    "IND-34x": ((4, 16, 0), (4, 12, 0)),
    "IND-35": ((1, 5, 0), (1, 4, 0)),
    "IND-35u": ((1, 36, 0), (1, 28, 0)),
}


def _figure(code: str, **more: Any) -> Any:
    return (value if MEASURES[code].shape in (Shape.COUNT, Shape.SUM) else parts)(code, **more)


def _saying(*rules: str) -> set[str]:
    return {code for code, one in MEASURES.items() if set(rules) & set(one.said)}


@by_hand(*EACH, *TOLD)
def test_a_family_of_two_programs_counts_in_each_and_once_in_the_whole() -> None:
    first = world.case(closed_on=None)
    second = second_case(first)
    for case in (first, second):
        busy(case)
    changed(first)
    here, there = ({"program_ids": (one.program_id,)} for one in (first, second))
    for code, (one, both) in EACH.items():
        found = _figure(code, **here), _figure(code, **there), _figure(code)
        assert found == (one, one, both), code
    for code, (one, none) in TOLD.items():
        found = _figure(code, **here), _figure(code, **there), _figure(code)
        assert found == (one, none, one), code


@by_hand(*EACH, *TOLD)
def test_what_was_done_stays_done_when_a_case_is_opened_again() -> None:
    case = world.case(closed_on=date(2024, 12, 28))
    busy(case)
    changed(case)
    for _time in ("closed", "open again"):
        for code, (one, _more) in (EACH | TOLD).items():
            assert _figure(code) == one, code
        Closing.objects.filter(case=case).update(reopened_on=date(2024, 12, 30))
        Case.objects.filter(pk=case.pk).update(closed_on=None)


def test_of_every_measure_it_is_said_and_counted_what_these_families_do_to_it() -> None:
    # What an open case or a look back owes is counted by the day it is due (test_outcomes.py).
    owed = {"IND-35r", "IND-35f"}
    assert _saying("reopened_free") - owed == {*EACH, *TOLD}
    assert _saying("two_programs", "two_programs_record") - owed - set(CLOSED) == set(EACH)
    assert _saying("two_programs_told") == set(TOLD)
    assert _saying("reopened") == set(CLOSED)


def test_what_belongs_to_the_whole_house_is_told_of_no_program() -> None:
    one = world.program().pk
    whole = {code for code, measure in MEASURES.items() if measure.is_whole}
    assert whole == _saying("whole") and len(whole) == 7
    for code in whole:
        assert answer(code, program_ids=(one,)).figure.reason == "whole_house", code


@pytest.fixture
def four_children() -> factories.Scene:
    """Four children at home when the case was closed on 10 June 2024, one of them eighteen since 1 June.

    At the look back half a year later one more is of age, one has moved away, one is at home and safe.
    """
    made = factories.scene(on=date(2024, 1, 11), children=4)
    births = (date(2006, 6, 1), date(2006, 10, 1), date(2015, 1, 1), date(2016, 1, 1))
    for child, born in zip(made.home.children, births, strict=True):
        told = Identity(surname="Синицына", given="Анна", birth_date=born)
        families.update_identity(actor=SYSTEM, person=child, identity=told, case_id=made.case.pk, on=date(2024, 2, 1))
    factories.close_case(made, kinds=("own_family",) * 4, on=date(2024, 6, 10))
    return made


@by_hand("IND-20", "IND-20f", "IND-21", "IND-21f")
def test_who_came_of_age_is_no_child_of_the_figure(four_children: factories.Scene) -> None:
    autumn = {"days": (date(2024, 7, 1), date(2024, 12, 31))}
    assert parts("IND-20") == (3, 3, 0)
    assert parts("IND-21") == (0, 0, 3), "without a form at the exit nobody knows whether in safety"
    assert parts("IND-20f", **autumn) == (0, 0, 2), "nobody has looked; who is eighteen by then is not missed"
    _looked_back(four_children)
    assert parts("IND-20f", **autumn) == (1, 1, 0)
    assert parts("IND-21f", **autumn) == (1, 1, 0)


def _looked_back(made: factories.Scene) -> None:
    (visit,) = made.case.follow_ups.filter(months=6)
    _eighteen, _grown, home, away = made.home.children
    cases.leave_family(
        actor=SYSTEM,
        case_id=made.case.pk,
        person_id=away.pk,
        why="moved",
        day=date(2024, 11, 1),
        on=visit.due_on,
    )
    cases.record_follow_up(
        actor=made.case_manager,
        case_id=made.case.pk,
        result="reached",
        family_state="copes",
        children={home.pk: ChildNow("own_family", "safe")},
        on=visit.due_on,
    )


@by_hand(*CLOSED)
def test_a_case_opened_again_counts_by_the_closing_that_stands(five: list[Case]) -> None:
    for code, (all_five, _four) in CLOSED.items():
        assert parts(code, **_days(code)) == all_five, code
    better = five[0]
    cases.reopen_case(actor=SYSTEM, case_id=better.pk, reason="Снова трудно", on=date(2024, 12, 12))
    for code, (_all, four) in CLOSED.items():
        assert parts(code, **_days(code)) == four, code


def _days(code: str) -> dict[str, Any]:
    """The look back after a closing of December was due in June."""
    return {"days": (date(2025, 1, 1), date(2025, 12, 31))} if "day_look_back" in MEASURES[code].said else {}
