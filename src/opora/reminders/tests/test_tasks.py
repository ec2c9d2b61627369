"""Letters go out in the morning of the place where the organization works."""

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
from django.conf import settings

from opora.common import dates
from opora.reminders import actions, tasks


@pytest.fixture(autouse=True)
def own_clock() -> Iterator[None]:
    yield
    dates.use_zone(settings.TIME_ZONE)


@pytest.mark.parametrize(
    ("zone", "hour", "sent"),
    [
        ("Europe/Moscow", 5, [date(2026, 3, 31)]),
        ("Europe/Moscow", 22, []),
        ("Asia/Vladivostok", 5, [date(2026, 3, 31)]),  # missed in the morning, made up at three
        ("Asia/Vladivostok", 12, []),
        ("Asia/Vladivostok", 22, [date(2026, 4, 1)]),
    ],
)
def test_letters_go_out_in_the_morning_of_the_place(zone, hour, sent, monkeypatch):
    moment = datetime(2026, 3, 31, hour, 17, tzinfo=UTC)
    days: list[date] = []
    dates.use_zone(zone)
    monkeypatch.setattr(dates, "now", lambda: moment)
    monkeypatch.setattr(tasks, "now", lambda: moment)
    monkeypatch.setattr(actions, "send_letters", lambda *, on: days.append(on))
    tasks.send_letters(0)
    assert days == sent
