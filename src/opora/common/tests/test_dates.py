"""The organization's day is that of its own clock, wherever the server stands."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time, timedelta

import pytest
from django.conf import settings
from hypothesis import given
from hypothesis import strategies as st

from opora.common import dates

VLADIVOSTOK, KALININGRAD, AZORES = "Asia/Vladivostok", "Europe/Kaliningrad", "Atlantic/Azores"
LATE_EVENING_UTC = datetime(2026, 3, 31, 22, 30, tzinfo=UTC)
EARLY_MORNING_UTC = datetime(2026, 4, 1, 0, 30, tzinfo=UTC)


@pytest.fixture(autouse=True)
def own_clock() -> Iterator[None]:
    yield
    dates.use_zone(settings.TIME_ZONE)


@pytest.fixture
def clock_at(monkeypatch: pytest.MonkeyPatch) -> Callable[[datetime], None]:
    return lambda moment: monkeypatch.setattr(dates, "now", lambda: moment)


@pytest.mark.parametrize(
    ("zone", "moment", "day"),
    [
        (VLADIVOSTOK, LATE_EVENING_UTC, date(2026, 4, 1)),
        (KALININGRAD, LATE_EVENING_UTC, date(2026, 4, 1)),
        (AZORES, EARLY_MORNING_UTC, date(2026, 4, 1)),
        (AZORES, EARLY_MORNING_UTC - timedelta(hours=1), date(2026, 3, 31)),
        ("America/New_York", EARLY_MORNING_UTC, date(2026, 3, 31)),
    ],
)
def test_today_is_the_day_on_the_organizations_wall(zone, moment, day, clock_at):
    dates.use_zone(zone)
    clock_at(moment)
    assert dates.today() == day == dates.day_of(moment)


def test_the_clock_is_the_one_of_the_settings(clock_at):
    clock_at(LATE_EVENING_UTC)
    assert settings.TIME_ZONE == "Europe/Moscow"
    assert dates.today() == date(2026, 4, 1)


@given(day=st.dates(date(2000, 1, 1), date(2079, 12, 31)), hour=st.integers(3, 23))
@pytest.mark.parametrize("zone", [VLADIVOSTOK, AZORES, "America/New_York"])
def test_an_hour_told_stays_on_its_day(zone, day, hour):
    dates.use_zone(zone)
    assert dates.day_of(dates.moment_of(day, time(hour))) == day
