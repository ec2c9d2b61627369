"""A house east of the Urals: its morning is still yesterday's evening in Moscow and by the world's clock."""

import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
from django.conf import settings as configured
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from opora.access.models import User
from opora.access.rules import SYSTEM, Role
from opora.audit import actions as audit
from opora.cases.actions import correcting
from opora.cases.tests import factories
from opora.common import dates
from opora.intake.tests.factories import make_referral, registrar
from opora.life.queries import life_of
from opora.process.actions import voiding
from opora.process.tests.factories import make_route

MORNING = datetime(2026, 3, 31, 22, 30, tzinfo=UTC)
FIRST = date(2026, 4, 1)


class Morning(datetime):
    """The clock stands at 08:30 of 1 April in Vladivostok."""

    @classmethod
    def now(cls, tz: object = None) -> datetime:
        return MORNING.astimezone(tz)  # type: ignore[arg-type]


@pytest.fixture
def vladivostok(settings, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    before = configured.TIME_ZONE
    settings.TIME_ZONE = "Asia/Vladivostok"
    dates.use_zone("Asia/Vladivostok")
    monkeypatch.setattr(dates, "datetime", Morning)
    monkeypatch.setattr(timezone, "now", lambda: MORNING)
    yield
    dates.use_zone(before)


def test_the_zone_of_the_environment_is_the_clock_of_the_house() -> None:
    asked = (
        "import django; django.setup(); from datetime import datetime, UTC; from opora.common import dates;"
        "from django.utils import timezone; moment = datetime(2026, 3, 31, 22, 30, tzinfo=UTC);"
        "print(dates.day_of(moment), timezone.localtime(moment).date())"
    )
    done = subprocess.run(
        [sys.executable, "-c", asked],
        env={**os.environ, "OPORA_TIME_ZONE": "Asia/Vladivostok", "DJANGO_SETTINGS_MODULE": "opora.config.settings"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split() == ["2026-04-01", "2026-04-01"]


@pytest.mark.django_db
def test_what_is_recorded_in_the_morning_bears_the_day_on_the_wall(vladivostok: None) -> None:
    assert dates.today() == FIRST
    referral = make_referral(on=dates.today())
    assert referral.received_at == MORNING
    life = life_of(actor=SYSTEM, route_id=referral.route_id, on=FIRST)
    assert {line.on for line in life.lines} == {FIRST}


@pytest.mark.django_db
def test_who_records_in_the_morning_may_still_take_it_back(vladivostok: None) -> None:
    place = factories.scene(on=FIRST)
    assert correcting.may_correct(actor=place.case_manager, case=place.case, on=FIRST)
    route = make_route(actor=registrar(), on=FIRST)
    assert voiding.may_void(actor=SYSTEM, route=route, on=FIRST)


@pytest.mark.django_db
def test_pages_show_the_day_and_the_hour_of_the_house(vladivostok: None) -> None:
    place = factories.scene(on=FIRST)
    client = Client()
    client.force_login(User.objects.get(pk=factories.worker(Role.HEAD).user_id))
    audit.record(actor=place.coordinator, verb="cases.file_opened", case_id=place.case.pk, number=place.case.number)
    # A day and its month stand in one line.
    journal, today = (
        client.get(reverse(name)).content.decode().replace("\xa0", " ") for name in ("journal:entries", "today:today")
    )
    assert "01.04.2026" in journal or "1 апреля" in journal
    assert "08:30" in journal
    assert "31 марта" not in journal and "31.03.2026" not in journal
    assert "1 апреля" in today
