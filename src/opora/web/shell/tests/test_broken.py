"""What the page says while the database does not answer: one calm sentence, drawn without it."""

from collections.abc import Iterator
from typing import Any

import psycopg
import pytest
from django.conf import settings
from django.db import OperationalError, connections
from django.test import Client

from opora.common.trouble import why_gone


@pytest.fixture
def visitor() -> Iterator[Client]:
    yield Client(raise_request_exception=False)
    why_gone(None)


def away(monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    """Whoever asks the database for anything gets Django's error, made of the driver's."""

    def refuse(*_args: Any, **_more: Any) -> Any:
        raise OperationalError("away") from error

    for way in ("ensure_connection", "cursor", "chunked_cursor"):
        monkeypatch.setattr(connections["default"], way, refuse)


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ("connection refused", "не может добраться до записей"),
        ("FATAL: the database system is starting up", "приходит в себя"),
        ("FATAL: sorry, too many clients already", "очень много людей"),
        ("FATAL: could not write init file: No space left on device", "кончилось место"),
    ],
)
def test_a_page_that_lacks_the_database_says_why_and_comes_again(
    visitor: Client, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, said: str, sentence: str
) -> None:
    visitor.cookies[settings.SESSION_COOKIE_NAME] = "abcdefghijklmnopqrstuvwxyz012345"
    away(monkeypatch, psycopg.OperationalError(said))
    with caplog.at_level("ERROR", logger="opora.database"):
        answers = [visitor.get("/"), visitor.get("/account/login/")]
    for answer in answers:
        page = answer.content.decode()
        assert (answer.status_code, answer.headers["Retry-After"]) == (503, "5")
        assert sentence in page and 'http-equiv="refresh"' in page and said not in page
        assert answer.headers["Content-Security-Policy"] and answer.headers["Cache-Control"] == "no-store"
    told = [record.getMessage() for record in caplog.records if record.name == "opora.database"]
    assert len(told) == 1 and told[0].startswith("The database does not answer:")


def test_what_was_sent_is_not_sent_again_by_the_page_itself(visitor: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    away(monkeypatch, psycopg.OperationalError("connection refused"))
    answer = visitor.post("/account/login/", {"login": "anna@example.org", "password": "x"})
    page = answer.content.decode()
    assert answer.status_code == 503 and 'http-equiv="refresh"' not in page and "не сохранено" in page


def test_another_mistake_is_still_a_mistake_of_ours(visitor: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    away(monkeypatch, psycopg.errors.UndefinedColumn("no such column"))
    answer = visitor.get("/account/login/")
    assert answer.status_code == 500 and "Что-то сломалось" in answer.content.decode()
