"""Two people vote at one moment, and one person twice: every vote counts once."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.db import connection

from opora.access.rules import Actor
from opora.common.errors import Conflict
from opora.councils.models import Vote
from opora.councils.tests.test_ballots import Panel

pytestmark = pytest.mark.django_db(transaction=True)

# What these tables hold is final, but a test that commits must be able to clear away after itself.
FINAL = ("audit_journalentry", "audit_entry_no_truncate"), ("audit_journalseal", "audit_seal_no_truncate")


@pytest.fixture(scope="module", autouse=True)
def emptied_journal(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """These tests commit, so their database is emptied afterwards: the one time the journal may be."""

    def let(word: str) -> None:
        with django_db_blocker.unblock(), connection.cursor() as cursor:
            for table, trigger in FINAL:
                cursor.execute(f"ALTER TABLE {table} {word} TRIGGER {trigger}")

    let("DISABLE")
    yield
    let("ENABLE")


def test_two_people_vote_at_once_and_one_of_them_twice() -> None:
    panel = Panel()

    def cast(who: Actor) -> str:
        try:
            panel.vote(who, "open")
        except Conflict:
            return "refused"
        finally:
            connection.close()
        return "voted"

    with ThreadPoolExecutor(3) as pool:
        done = list(pool.map(cast, (panel.second, panel.second, panel.third)))
    assert sorted(done) == ["refused", "voted", "voted"]
    assert Vote.objects.filter(seat__ballot=panel.ballot).count() == 2
