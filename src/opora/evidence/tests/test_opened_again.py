"""A case opened again changes what an earlier report said; the report of today says so, and time closed is no work."""

from datetime import date

import pytest
from django.utils.translation import override

from opora.access.rules import SYSTEM
from opora.cases import actions as cases
from opora.cases.tests import factories
from opora.evidence import words
from opora.evidence.queries import outcomes, rows_behind, usual_days
from opora.evidence.rules import Cohort, Sign

pytestmark = pytest.mark.django_db
FIRST, AGAIN, SECOND = date(2024, 4, 10), date(2024, 9, 1), date(2024, 11, 10)
SPRING = Cohort(closed_from=date(2024, 1, 1), closed_to=date(2024, 6, 30))
YEAR = Cohort(closed_from=date(2024, 1, 1), closed_to=date(2024, 12, 31))


@pytest.fixture
def place():
    made = factories.scene(on=date(2024, 1, 11))
    factories.close_case(made, kinds=("own_family", "own_family"), on=FIRST)
    return made


def _found(cohort):
    found = outcomes(actor=SYSTEM, cohort=cohort, limit=None)
    return next(program for program in found.programs if program.closed or program.findings)


def _again(outcome):
    return next((finding for finding in outcome.findings if finding.code is Sign.OPENED_AGAIN), None)


def test_what_an_earlier_report_counted_is_explained_by_the_report_of_today(place):
    assert (_found(SPRING).closed, _again(_found(SPRING))) == (1, None)
    cases.reopen_case(actor=place.case_manager, case_id=place.case.pk, reason="Снова трудно", on=AGAIN)
    spring = _found(SPRING)
    assert (spring.closed, _again(spring).cases) == (0, 1)
    with override("ru"):
        assert words.finding_text(_again(spring)).startswith("1 случай, закрытый в этом периоде, открыт снова")
    behind = rows_behind(actor=SYSTEM, cohort=SPRING, program_id=place.program.pk, finding=_again(spring))
    assert [row.case_id for row in behind] == [place.case.pk]
    # Closed for good later: no case of spring still, and within the whole year nothing is left to explain.
    factories.close_case(place, kinds=("own_family", "own_family"), on=SECOND)
    assert _again(_found(SPRING)).cases == 1
    assert (_found(YEAR).closed, _again(_found(YEAR))) == (1, None)


def test_another_period_knows_nothing_of_it(place):
    cases.reopen_case(actor=place.case_manager, case_id=place.case.pk, reason="Снова трудно", on=AGAIN)
    autumn = outcomes(actor=SYSTEM, cohort=Cohort(closed_from=AGAIN), limit=None)
    assert not any(program.findings for program in autumn.programs)


def test_the_days_a_case_stood_closed_are_no_days_of_work(place):
    cases.reopen_case(actor=place.case_manager, case_id=place.case.pk, reason="Снова трудно", on=AGAIN)
    factories.close_case(place, kinds=("own_family", "own_family"), on=SECOND)
    # 11.01 to 10.04 are 90 days, 01.09 to 10.11 are 70; the 144 between them nobody worked.
    assert usual_days(actor=SYSTEM, cohort=YEAR, program_id=place.program.pk) == 160
