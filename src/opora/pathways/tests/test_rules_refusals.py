"""A refusal says every criterion that was not met; an alarm says how long the authorities were not told."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from opora.pathways.rules import parse
from opora.pathways.rules.refusals import failed_rows, is_refused
from opora.pathways.tests.processes import shipped
from opora.process.rules.high_risk_hours import Alarm, alarms, answered_by, raised_at

S4 = parse(shipped())
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


def reasons(**facts):
    return [row.why.ru for row in failed_rows(S4, facts)]


def test_every_criterion_that_was_not_met_is_listed():
    assert reasons(child_under_18=False, in_region=False, risk="high", adult_agrees=True) == [
        "Детей младше 18 лет в семье нет",
        "Семья живёт вне региона программы",
    ]


def test_what_is_not_known_never_speaks_against_a_family():
    assert reasons(child_under_18=None) == []
    assert reasons(risk="high", vote="reject") == []


def test_a_refusal_is_an_exit_of_the_organization():
    assert [place for place in (*S4.stages, *S4.exits) if is_refused(S4, place)] == ["rejected"]


def test_the_term_of_an_alarm_is_that_of_its_stage():
    (alarm,) = alarms(S4, [("visited", "contact", NOON), ("danger", "high_risk", NOON)])
    assert alarm == Alarm(NOON, NOON + timedelta(days=1))
    assert not alarm.is_late(NOON + timedelta(hours=24))
    assert alarm.is_late(NOON + timedelta(hours=24, minutes=1))
    assert alarm.hours(NOON + timedelta(minutes=90)) == 1.5


def test_a_notice_answers_the_latest_alarm_before_it():
    early, late = Alarm(NOON, None), Alarm(NOON + timedelta(days=40), None)
    assert answered_by([early, late], NOON + timedelta(days=3)) == early
    assert answered_by([early, late], NOON + timedelta(days=40)) == late
    assert answered_by([early], NOON - timedelta(hours=1)) is None


@given(st.sampled_from([date(2024, 2, 29), date(2026, 3, 2), date(2026, 12, 31)]), st.integers(0, 40))
@settings(max_examples=30, deadline=None)
def test_a_mark_recorded_later_counts_from_the_beginning_of_its_day(on, days):
    recorded = datetime(on.year, on.month, on.day, 15, tzinfo=UTC) + timedelta(days=days)
    moment = raised_at(on=on, recorded_at=recorded)
    assert moment.date() == on
    assert moment <= recorded
