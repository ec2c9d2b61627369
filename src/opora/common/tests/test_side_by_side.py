"""Two questions are asked over two connections, unless the second could not see what the first one's work wrote."""

from typing import Any

import pytest
from django.db import connection, transaction

from opora.common.side_by_side import is_quicker, side_by_side

pytestmark = [pytest.mark.usefixtures("committed"), pytest.mark.django_db(transaction=True)]


@pytest.fixture(autouse=True)
def _two_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.cpu_count", lambda: 2)


def _who() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        return int(cursor.fetchone()[0])


def test_each_has_a_connection_of_its_own_and_the_second_goes() -> None:
    opened: list[Any] = []

    def other() -> int:
        who = _who()
        opened.append(connection.connection)
        return who

    mine, beside = side_by_side(_who, other)
    assert mine == _who() != beside
    assert opened[0].closed and connection.connection is not None and not connection.connection.closed


def test_within_a_transaction_both_see_what_it_wrote() -> None:
    with transaction.atomic():
        assert not is_quicker()
        mine, other = side_by_side(_who, _who)
    assert mine == other


def test_what_the_second_is_refused_is_refused() -> None:
    def refused() -> int:
        raise LookupError

    with pytest.raises(LookupError):
        side_by_side(_who, refused)
