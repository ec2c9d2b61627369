"""What is kept of a program is never older than the records behind it, whoever reads and whatever the period."""

from dataclasses import replace
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from opora.access.models import Department, User
from opora.access.rules import SYSTEM, Actor, Role
from opora.cases.models import Case, TeamMember
from opora.evidence.actions import refresh_facts
from opora.evidence.models import MonthTally
from opora.evidence.queries import outcomes
from opora.evidence.queries.marks import marks
from opora.evidence.rules import Cohort, Sign
from opora.programs.models import Program

from . import world

pytestmark = pytest.mark.django_db
WHOLE = Cohort()
ODD = Cohort(closed_from=date(2024, 12, 5), closed_to=date(2024, 12, 20))


def measured(entry, exit_, **more):
    case = world.case(homes=["own_family"], **more)
    world.total(case, "entry", entry)
    world.total(case, "exit", exit_, on=date(2024, 12, 1))
    refresh_facts(case_ids=[case.pk])
    return case


def found(actor=SYSTEM, cohort=WHOLE, **page):
    return [one for one in outcomes(actor=actor, cohort=cohort, **page).programs if one.closed]


@pytest.mark.parametrize("cohort", [WHOLE, ODD])
def test_a_changed_form_changes_the_figure_at_once(cohort):
    case = measured(12, 8)
    (before,) = found(cohort=cohort)
    assert found(cohort=cohort)[0].mark == before.mark
    world.total(case, "exit", 5, on=date(2024, 12, 2), episode=2)
    refresh_facts(case_ids=[case.pk])
    (after,) = found(cohort=cohort)
    assert (before.change.total, after.change.total) == (4, 7)
    assert before.mark != after.mark


def test_only_the_program_that_changed_has_another_mark():
    first, second = world.program("Первая"), world.program("Вторая")
    case = measured(12, 8, in_program=first)
    measured(9, 9, in_program=second)
    before = marks(actor=SYSTEM, cohort=WHOLE)
    refresh_facts(case_ids=[case.pk])
    after = marks(actor=SYSTEM, cohort=WHOLE)
    assert before[first.pk] != after[first.pk] and before[second.pk] == after[second.pk]


def test_after_a_change_the_months_of_its_year_alone_are_read_again():
    program = world.program()
    for year in (2022, 2023, 2024):
        measured(12, 8, in_program=program, opened_on=date(year, 1, 1), closed_on=date(year, 6, 1))
    last = measured(12, 8, in_program=program, opened_on=date(2024, 1, 1), closed_on=date(2024, 7, 1))
    before = found()
    refresh_facts(case_ids=[last.pk])
    of_the_year = set(MonthTally.objects.filter(month__year=2024).values_list("pk", flat=True))
    with CaptureQueriesContext(connection) as asked:
        after = found()
    (read,) = [one["sql"] for one in asked if '"data"' in one["sql"]]
    assert (
        len(of_the_year) == 2 and set(map(int, read.partition("IN (")[2].partition(")")[0].split(","))) == of_the_year
    )
    assert [replace(one, mark="") for one in before] == [replace(one, mark="") for one in after]


def test_numbers_are_walked_through_again_only_when_their_order_may_be_another():
    program = world.program()
    first = measured(12, 8, number="1/2024", in_program=program, opened_on=date(2024, 3, 1))
    second = measured(12, 8, number="2/2024", in_program=program, opened_on=date(2024, 2, 1))

    def walked():
        with CaptureQueriesContext(connection) as asked:
            (outcome,) = found()
        early = [one.cases for one in outcome.findings if one.code is Sign.NUMBERS_OUT_OF_ORDER]
        return sum(" OVER (" in one["sql"] for one in asked), early

    assert walked() == (1, [1])
    world.total(first, "exit", 5, on=date(2024, 12, 2), episode=2)
    refresh_facts(case_ids=[first.pk])
    assert walked() == (0, [1])
    Case.objects.filter(pk=second.pk).update(opened_on=date(2024, 4, 1))
    refresh_facts(case_ids=[second.pk])
    assert walked() == (1, [])
    Case.objects.filter(pk=second.pk).update(closed_on=None)
    refresh_facts(case_ids=[second.pk])
    assert walked() == (1, [])


def test_nobody_is_given_what_another_one_sees():
    own, foreign = measured(12, 8), measured(30, 2, in_department=world.department("Другой отдел"))
    user = User.objects.create(email="manager@example.org", name="Анна")
    TeamMember.objects.create(case=own, user=user, part="case_manager", from_on=own.opened_on)
    manager = Actor(user_id=user.pk, name=user.name, grants=frozenset({(Role.CASE_MANAGER, own.department_id)}))
    coordinator = Actor(user_id=user.pk, name=user.name, grants=frozenset({(Role.COORDINATOR, foreign.department_id)}))
    assert [one.closed for one in found()] == [2]
    assert [row.case_id for one in found(actor=manager) for row in one.rows] == [own.pk]
    # By her department the one case, by her team the other.
    assert sorted(row.case_id for one in found(actor=coordinator) for row in one.rows) == [own.pk, foreign.pk]
    TeamMember.objects.filter(case=own).update(to_on=date(2024, 12, 31))
    assert [row.case_id for one in found(actor=coordinator) for row in one.rows] == [foreign.pk]
    assert found(actor=manager) == []


def test_new_names_are_shown_at_once():
    case = measured(12, 8)
    assert found()[0].name == "Сопровождение"
    Program.objects.filter(pk=case.program_id).update(name="Рядом")
    Department.objects.filter(pk=case.department_id).update(name="Отдел заботы")
    (renamed,) = found()
    assert (renamed.name, renamed.rows[0].department) == ("Рядом", "Отдел заботы")


def test_pages_of_rows_are_not_taken_for_each_other():
    cases = [measured(12, 8) for _ in range(3)]
    pages = [found(limit=1, offset=place)[0].rows[0].case_id for place in range(3)]
    assert pages == [case.pk for case in cases]
    assert len(outcomes(actor=SYSTEM, cohort=WHOLE, limit=None).programs[0].rows) == 3
