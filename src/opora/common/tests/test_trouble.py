"""Why the database does not answer is told by its true cause, and what is no such trouble is not."""

import errno

import psycopg
import pytest
from django.db import InterfaceError, OperationalError

from opora.common.trouble import Cause, cause_of, cause_said, why_gone
from opora.config.logs import NamelessFormatter


def raised(error: BaseException, by: BaseException | None = None) -> BaseException:
    """An error as it is caught: Django's own, led to by that of the driver."""
    try:
        raise error from by
    except type(error) as caught:
        return caught


@pytest.mark.parametrize(
    ("error", "cause"),
    [
        (psycopg.errors.DiskFull("could not extend file: No space left on device"), Cause.FULL),
        (psycopg.OperationalError("FATAL: could not write init file: No space left on device"), Cause.FULL),
        (psycopg.errors.TooManyConnections("sorry, too many clients already"), Cause.CROWDED),
        (psycopg.OperationalError("FATAL:  sorry, too many clients already"), Cause.CROWDED),
        (psycopg.OperationalError("FATAL:  remaining connection slots are reserved"), Cause.CROWDED),
        (psycopg.OperationalError("FATAL:  the database system is starting up"), Cause.STARTING),
        (psycopg.OperationalError("FATAL:  the database system is in recovery mode"), Cause.STARTING),
        (psycopg.errors.AdminShutdown("terminating connection"), Cause.GONE),
        (psycopg.OperationalError("connection to server failed: Connection refused"), Cause.GONE),
        (psycopg.InterfaceError("the connection is closed"), Cause.GONE),
        (OSError(errno.ENOSPC, "No space left on device"), Cause.FULL),
        (psycopg.errors.LockNotAvailable("canceling statement due to lock timeout"), None),
        (psycopg.errors.DeadlockDetected("deadlock detected"), None),
        (psycopg.errors.QueryCanceled("canceling statement"), None),
        (psycopg.errors.UniqueViolation("duplicate key"), None),
        (FileNotFoundError(errno.ENOENT, "gone"), None),
        (ValueError("no space left"), None),
    ],
)
def test_the_cause_is_the_true_one(error: BaseException, cause: Cause | None) -> None:
    assert cause_of(error) is cause
    assert cause_of(raised(OperationalError("wrapped"), error)) is cause
    assert cause_of(raised(InterfaceError("wrapped"), raised(RuntimeError("between"), error))) is cause


def test_whoever_starts_the_database_anew_knows_better_why_it_is_gone() -> None:
    gone = psycopg.OperationalError("connection refused")
    try:
        why_gone(cause_said("FATAL:  could not write to file “pg_wal/xlogtemp.7”: No space left on device"))
        assert cause_of(gone) is Cause.FULL
        assert cause_of(psycopg.errors.TooManyConnections("too many")) is Cause.CROWDED
    finally:
        why_gone(None)
    assert cause_of(gone) is Cause.GONE


def test_the_log_names_the_cause_and_not_what_was_written() -> None:
    import logging

    error = raised(OperationalError("Ветрова"), psycopg.errors.DiskFull("Ветрова"))
    record = logging.LogRecord("x", logging.ERROR, "", 0, "%s", ("Ветрова",), (type(error), error, error.__traceback__))
    line = NamelessFormatter().format(record)
    assert "OperationalError (the disk is full) in" in line and "Ветрова" not in line
