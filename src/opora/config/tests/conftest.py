"""What the tests of jobs share."""

from collections.abc import Iterator

import pytest
from django.db import connection


@pytest.fixture
def empty_queue(committed: None) -> Iterator[None]:
    """The tables of the queue are none of Django's, so what a test leaves there must be cleared by hand."""
    yield
    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE procrastinate_jobs, procrastinate_workers, procrastinate_periodic_defers CASCADE")
