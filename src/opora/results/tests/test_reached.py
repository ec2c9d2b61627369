"""Who reached an outcome: of those in sight, as of a day, and never older than the records."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from opora.access.rules import SYSTEM, Role
from opora.cases.tests.factories import worker
from opora.circumstances.actions import Changed, record_change
from opora.common.dates import today
from opora.results import actions
from opora.results.models import ResultDue, ResultMark
from opora.results.queries import due_cases, reached
from opora.results.tests.houses import change, derive, world

pytestmark = pytest.mark.django_db

JAN, MAY, SEP, DEC = (date(2024, month, 10) for month in (1, 5, 9, 12))


def homes(as_of: date = DEC, actor=SYSTEM, concept: str = "housed", **more):
    return reached(actor=actor, concepts=[concept], as_of=as_of, **more)


@pytest.fixture
def housed():
    case = world.case(closed_on=None)
    for value, on in (("none", JAN), ("rented", MAY), ("none", SEP), ("own", DEC)):
        change(case, "housing", value, on=on)
    derive(case)
    ResultDue.objects.all().delete()
    return case


def test_the_first_day_and_the_day_it_was_lost_as_known_then(housed) -> None:
    days = [(one.reached_on, one.lost_on) for day in (JAN, MAY, SEP, DEC) for one in homes(day)]
    assert days == [(MAY, None), (MAY, SEP), (MAY, None)]


def test_a_period_asks_for_the_first_day(housed) -> None:
    assert homes(first=SEP) == []
    assert [one.case_id for one in homes(first=MAY, last=MAY)] == [housed.pk]
    assert homes(program_ids=[housed.program_id]) and not homes(program_ids=[housed.program_id + 1])


def test_only_cases_in_sight(housed) -> None:
    inside, outside = worker(Role.COORDINATOR, housed.department), worker(Role.COORDINATOR, world.department("Другой"))
    assert homes(actor=inside)
    assert not homes(actor=outside)


def test_what_was_just_recorded_counts_at_once(housed) -> None:
    """A figure is never older than its records, though nothing was kept anew yet."""
    before = ResultMark.objects.count()
    record_change(actor=SYSTEM, case_id=housed.pk, changed=Changed(kind="housing", value="none"), on=date(2024, 12, 20))
    assert due_cases() == [housed.pk]
    assert [one.lost_on for one in homes(date(2024, 12, 31))] == [date(2024, 12, 20)]
    assert ResultMark.objects.count() == before
    assert actions.settle_results() == 1
    assert due_cases() == []
    assert [one.lost_on for one in homes(date(2024, 12, 31))] == [date(2024, 12, 20)]


def test_one_question_whatever_the_number_of_cases(housed) -> None:
    with CaptureQueriesContext(connection) as few:
        homes()
    more = [world.case(closed_on=None) for _ in range(5)]
    for case in more:
        change(case, "housing", "none", on=JAN)
        change(case, "housing", "own", on=MAY)
    derive(*more)
    with CaptureQueriesContext(connection) as many:
        assert len(homes()) == 6
    assert len(many) == len(few) == 2  # whose records changed, and the question itself


def test_reading_again_writes_nothing(housed) -> None:
    kept = list(ResultMark.objects.order_by("pk").values_list("pk", flat=True))
    derive(housed)
    assert list(ResultMark.objects.order_by("pk").values_list("pk", flat=True)) == kept


def test_what_is_recorded_ahead_is_no_result_before_its_day(housed) -> None:
    later = today() + timedelta(days=5)
    change(housed, "training", "certificate", on=later, person=housed.client)
    derive(housed)
    assert not ResultMark.objects.filter(concept="educated").exists()


def test_at_night_everything_is_computed_anew(housed) -> None:
    ResultMark.objects.filter(case=housed).delete()
    ResultMark.objects.create(case=housed, kind="reached", concept="trust", since=JAN, since_by="nowhere:1")
    assert actions.refresh_all() >= 1
    assert set(ResultMark.objects.filter(case=housed).values_list("concept", flat=True)) == {"housed"}


def test_health_is_told_only_to_those_who_read_of_it(housed) -> None:
    change(housed, "health", "treated", on=JAN, person=housed.client)
    change(housed, "health", "recovered", on=MAY, person=housed.client)
    derive(housed)
    assert homes(concept="parent_health_solved")
    assert homes(concept="parent_health_solved", actor=worker(Role.COORDINATOR, housed.department))
    assert homes(actor=worker(Role.ANALYST))
    assert not homes(concept="parent_health_solved", actor=worker(Role.ANALYST))
