"""After an import nothing of the figures is left for the first reader to count; meanwhile pages say what is done."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client

from opora.access.actions import add_person
from opora.access.models import User
from opora.access.rules import SYSTEM
from opora.common.dates import today
from opora.common.kept import Kept
from opora.config import putting_by
from opora.evidence.actions import refresh_facts
from opora.evidence.tests import world
from opora.indicators import queries
from opora.indicators.models import KeptPiece
from opora.indicators.queries import counting
from opora.indicators.queries import kept as keeping
from opora.indicators.queries import putting_by as how_far
from opora.indicators.rules import period_of
from opora.registry.tests.houses import bring_in_ten_cases
from opora.results.queries import how_many_due

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _another_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping, "_kept", Kept(20_000))


def jobs() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT status FROM procrastinate_jobs WHERE task_name = %s", [how_far.TASK])
        return [status for (status,) in cursor.fetchall()]


def test_an_import_asks_once_and_leaves_nothing_to_be_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    bring_in_ten_cases()
    assert jobs() == ["todo"]
    putting_by.ask()
    assert jobs() == ["todo"]
    assert how_many_due() == 10 and how_far.is_much_missing(today())
    putting_by.put_by(on=today())
    assert how_many_due() == 0 and how_far.what_is_missing(today())[0] == frozenset()
    monkeypatch.setattr(keeping, "_kept", Kept(20_000))
    monkeypatch.setattr(counting, "ask", None)  # whoever counts now fails
    found = queries.read_indicators(actor=SYSTEM, period=period_of(None, None, today()))
    assert len(found) > 30


def test_a_day_s_work_is_counted_with_the_page_and_puts_nothing_by_anew() -> None:
    refresh_facts(case_ids=[world.case(closed_on=today() - timedelta(days=100)).pk])
    putting_by.ask_if_missing(on=today())
    assert jobs() == ["todo"]
    putting_by.put_by(on=today())
    stands = set(KeptPiece.objects.values_list("pk", flat=True))
    refresh_facts(case_ids=[world.case(closed_on=today() - timedelta(days=2)).pk])
    assert how_far.what_is_missing(today())[0] and not how_far.is_much_missing(today())
    putting_by.put_by(on=today())
    assert set(KeptPiece.objects.values_list("pk", flat=True)) == stands


def test_an_empty_house_asks_for_nothing() -> None:
    putting_by.ask_if_missing(on=today())
    assert jobs() == []


def test_the_page_says_what_is_done_until_the_figures_are_there(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only while the job waits or runs and somebody lives who does it; and never with figures of before."""
    monkeypatch.setattr(how_far, "LARGE", 1)
    refresh_facts(case_ids=[world.case(closed_on=today() - timedelta(days=100)).pk])
    made = add_person(
        actor=SYSTEM, name="Юлия Ким", email="head@opora.example", grants=[("head", None)], password="семь-синих-птиц"
    )
    client = Client(headers={"accept-language": "ru"})
    client.force_login(User.objects.get(pk=made.pk))
    assert "counting" not in client.get("/indicators/").content.decode()
    putting_by.ask()
    assert "пересчитываются" not in client.get("/indicators/").content.decode()
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO procrastinate_workers (last_heartbeat) VALUES (now())")
    page = client.get("/indicators/").content.decode()
    assert "Показатели пересчитываются" in page and 'hx-trigger="every 3s"' in page
    assert re.search(r'<a class="btn primary" href="/indicators/">.*Обновить', page)
    assert "IND-35" not in page
    assert "IND-35" in client.get("/indicators/?from_on=2024-01-01&to_on=2024-12-31").content.decode()
    putting_by.put_by(on=today())
    page = client.get("/indicators/").content.decode()
    assert "IND-35" in page and "Посчитано по записям на" in page
