"""Why the database does not answer: told from what it said last, so that log and page name the true cause.

Not every error of the database is such a trouble: a lock that was waited for in vain or a rule of a table is not.
"""

import errno
import logging
import time
from enum import StrEnum

import psycopg

logger = logging.getLogger("opora.database")
FULL_DISK = {errno.ENOSPC, errno.EDQUOT}
_STATES = {"53100": "full", "53300": "crowded", "57P03": "starting"}
_GONE = ("08", "57P01", "57P02", "58")
_SAID = {
    "full": ("no space left",),
    "crowded": ("too many clients", "connection slots", "too many connections"),
    "starting": ("starting up", "recovery", "shutting down", "not yet accepting"),
}
SAY_AGAIN = 60.0


class Cause(StrEnum):
    """What stands between us and the database."""

    FULL = "full"
    CROWDED = "crowded"
    STARTING = "starting"
    GONE = "gone"


IN_LOG = {
    Cause.FULL: "the disk is full",
    Cause.CROWDED: "no connection is free",
    Cause.STARTING: "the database is starting or recovering",
    Cause.GONE: "the database is gone",
}

_deeper: Cause | None = None
_said: dict[Cause, float] = {}


def why_gone(cause: Cause | None) -> None:
    """Whoever tries to start the database again knows better why it is gone; None when it is back."""
    global _deeper
    _deeper = cause
    if cause is None:
        _said.clear()


def cause_of(error: BaseException | None) -> Cause | None:
    """The cause, looked for down the chain of what led to an error; None when the database is well."""
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        if (found := _of_one(error)) is not None:
            return (_deeper or found) if found is Cause.GONE else found
        error = error.__cause__ or error.__context__
    return None


def cause_said(text: str) -> Cause:
    """The cause by the words of PostgreSQL itself, as they stand in its log."""
    lower = text.lower()
    return next((Cause(name) for name, words in _SAID.items() if any(word in lower for word in words)), Cause.GONE)


def tell(cause: Cause) -> None:
    """Write the cause into the log: once when it comes, and once a minute while it stays."""
    moment = time.monotonic()
    if moment - _said.get(cause, -SAY_AGAIN) >= SAY_AGAIN:
        _said[cause] = moment
        logger.error("The database does not answer: %s.", IN_LOG[cause])


def _of_one(error: BaseException) -> Cause | None:
    if isinstance(error, OSError) and error.errno in FULL_DISK:
        return Cause.FULL
    if not isinstance(error, psycopg.OperationalError | psycopg.InterfaceError | psycopg.InternalError):
        return None
    state = error.sqlstate
    if state is None:
        # The connection could not be made or broke off: there is no state, only words.
        return None if isinstance(error, psycopg.InternalError) else cause_said(str(error))
    if state in _STATES:
        return Cause(_STATES[state])
    return Cause.GONE if state.startswith(_GONE) else None
