"""After a destruction: what PostgreSQL still holds of deleted rows is cleared away, as far as it can be."""

import logging

from django.db import DatabaseError, connection, transaction

from opora.access.rules import SYSTEM
from opora.audit import actions as audit
from opora.common.errors import Conflict
from opora.common.one_at_a_time import wait_for_all
from opora.papers.queries.traces import CLEARED, acts_with_traces, tables_of

logger = logging.getLogger("opora.papers")

_PATIENCE = 10
# What only the owner of the whole server may do; on a server of the organization's own we often may not.
_OF_THE_SERVER = ("VACUUM (FULL) pg_statistic", "CHECKPOINT")


def clear_traces() -> int:
    """Write anew every table from which acts took something, with its statistics; gives how many acts are done.

    A deleted row lies in its table's file until its place is used again, and common values lie in the statistics. Work
    for the night: each table is shut for the moment of its writing. When one is in use for long, the next night tries;
    and also when somebody reads for long what was there before an act: the writing anew would take it along.
    """
    acts = acts_with_traces()
    if not acts:
        return 0
    with connection.cursor() as cursor:
        try:
            wait_for_all(patience=_PATIENCE)
            cursor.execute("SELECT set_config('lock_timeout', %s, false)", [f"{_PATIENCE}s"])
            for table in tables_of(acts):
                cursor.execute(f'VACUUM (FULL, ANALYZE) "{table}"')
        except (Conflict, DatabaseError) as error:
            logger.warning("What acts of destruction left is not cleared yet: %s", type(error).__name__)
            return 0
        finally:
            cursor.execute("RESET lock_timeout")
        for deed in _OF_THE_SERVER:
            try:
                cursor.execute(deed)
            except DatabaseError as error:
                logger.info("%s: %s", deed, type(error).__name__)
    with transaction.atomic():
        for act in acts:
            audit.record(actor=SYSTEM, verb=CLEARED, family_id=act.family_id, number=act.number)
    return len(acts)
