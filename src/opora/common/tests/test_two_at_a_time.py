"""Questions are asked over two connections, unless the second could not see what was written over the first."""

from threading import Barrier
from typing import Any

import pytest
from django.db import connection, transaction

from opora.common.two_at_a_time import is_quicker, two_at_a_time

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
    met = Barrier(2)

    def work() -> int:
        met.wait(timeout=30)
        who = _who()
        opened.append(connection.connection)
        return who

    mine, beside = two_at_a_time([work, work])
    assert mine != beside and _who() in {mine, beside}
    assert sorted(one.closed for one in opened) == [False, True]


def test_of_many_each_is_done_once_and_told_in_order() -> None:
    assert two_at_a_time([lambda n=n: n for n in range(7)]) == list(range(7))
    assert two_at_a_time([]) == []


def test_within_a_transaction_all_see_what_it_wrote() -> None:
    with transaction.atomic():
        assert not is_quicker()
        assert len(set(two_at_a_time([_who, _who, _who]))) == 1


def test_what_one_is_refused_is_refused() -> None:
    def refused() -> int:
        raise LookupError

    with pytest.raises(LookupError):
        two_at_a_time([_who, refused])
