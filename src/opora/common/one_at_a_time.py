"""Work that two people must not do side by side: the second waits until the first one's transaction has ended."""

import time

from django.db import OperationalError, connection, transaction
from django.utils.translation import gettext_lazy as _

from opora.common.errors import Conflict

# No page waits longer; work of the night and of a start may.
PATIENCE = 20
LONG_PATIENCE = 600
GRACE = 0.5

# One statement, which works its columns off in their order; only this wait has an end, other locks of the transaction
# wait as they always do.
_WAIT = """
SELECT set_config('lock_timeout', %s, true),
       pg_advisory_xact_lock(hashtext(%s)),
       set_config('lock_timeout', '0', true)
"""
_SHARE = """
SELECT set_config('lock_timeout', %s, true),
       pg_advisory_xact_lock_shared(hashtext(%s)),
       set_config('lock_timeout', '0', true)
"""
_WAIT_OUT = """
SELECT set_config('lock_timeout', %s, true),
       pg_advisory_lock(hashtext(%s)),
       set_config('lock_timeout', '0', true)
"""
_UNDER_WAY = """
SELECT count(*) FROM pg_stat_activity
 WHERE datname = current_database() AND pid <> pg_backend_pid() AND xact_start < %s + make_interval(secs => %s)
   AND NOT pg_backend_pid() = ANY(pg_blocking_pids(pid))
"""
_LET_GO = "SELECT pg_advisory_unlock(hashtext(%s))"


def one_at_a_time(name: str, *, patience: int = PATIENCE) -> None:
    """Wait for whoever does work of this name, and keep others waiting until this transaction ends.

    Outside of a transaction it would hold nothing, so there it refuses. Take it before the rows it speaks of. Raises
    Conflict when the other is not done after ``patience`` seconds; then nothing was changed.
    """
    _lock(_WAIT, name, patience)


def side_by_side(name: str) -> None:
    """Do work of this name beside others that do it, until this transaction ends; see `wait_out`."""
    _lock(_SHARE, name, PATIENCE)


def wait_out(name: str, *, patience: int = PATIENCE) -> None:
    """Wait until every transaction that does work of this name now has ended, well or badly; nobody waits afterwards.

    Raises Conflict when one of them takes longer than ``patience`` seconds.
    """
    with transaction.atomic():
        _lock(_WAIT_OUT, name, patience)
        with connection.cursor() as cursor:
            cursor.execute(_LET_GO, [f"opora.{name}"])


def wait_for_all(*, patience: int = PATIENCE) -> None:
    """Wait until everything that was under way in the database a moment ago has ended, well or badly.

    What waits for this very transaction is not waited for. Raises Conflict after ``patience`` seconds.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT clock_timestamp()")
        began = cursor.fetchone()[0]
        until = time.monotonic() + patience
        # Somebody may have made ready what is written in a transaction that begins only now.
        time.sleep(GRACE)
        while True:
            cursor.execute("SELECT pg_stat_clear_snapshot()")
            cursor.execute(_UNDER_WAY, [began, GRACE])
            if not cursor.fetchone()[0]:
                return
            if time.monotonic() > until:
                raise Conflict(_("Somebody's work at this moment does not end. Nothing was changed; try again soon."))
            time.sleep(GRACE / 10)


def _lock(statement: str, name: str, patience: int) -> None:
    if not connection.in_atomic_block:
        raise transaction.TransactionManagementError(f"the lock {name!r} belongs inside a transaction")
    try:
        with connection.cursor() as cursor:
            cursor.execute(statement, [f"{patience}s", f"opora.{name}"])
    except OperationalError as error:
        raise Conflict(_("Somebody is doing the same at this moment. Nothing was changed; try again soon.")) from error
