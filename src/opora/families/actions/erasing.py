"""Emptying what is told about people, wherever it lies, and sealing it anew when the key changes."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager

from django.db import connection, transaction

from opora.access.rules import Actor
from opora.families import policies
from opora.families.queries.telling import filled
from opora.families.sealing import Envelope, seal_bytes, unseal_bytes
from opora.families.told_words import Told, told_everywhere


@transaction.atomic
def erase_told(*, actor: Actor, route_ids: Collection[int], case_ids: Collection[int]) -> dict[str, int]:
    """Empty every field of these paths and cases for good and give how many there were, by key of the field.

    What was counted stays: only words go. Part of a destruction with an act, and of nothing else (X-20).
    """
    policies.check_can_destroy(actor=actor)
    erased: dict[str, int] = {}
    with _allowed():
        for one in told_everywhere():
            if count := _erase(one, route_ids, case_ids):
                erased[one.key] = count
    return erased


def _erase(one: Told, route_ids: Collection[int], case_ids: Collection[int]) -> int:
    rows = filled(one, route_ids=route_ids, case_ids=case_ids)
    if one.whole:
        return rows.delete()[0]
    value = None if one.may_be_null else one.empty
    return rows.update(**{one.field: value})


def seal_told_anew() -> int:
    """Seal every field of every room with the key in use now and give how many; part of renewing the keys."""
    sealed = 0
    with _allowed():
        for one in told_everywhere():
            if not one.purpose:
                continue
            rows = one.table._base_manager.exclude(**{one.field: None}).values_list("pk", one.field).order_by("pk")
            for pk, closed in rows.iterator(chunk_size=500):
                fresh = Envelope(seal_bytes(unseal_bytes(closed, one.purpose), one.purpose))
                sealed += one.table._base_manager.filter(pk=pk).update(**{one.field: fresh})
    return sealed


@contextmanager
def _allowed() -> Iterator[None]:
    """Within, the database allows the words of final records to change: the words, and nothing beside them."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('opora.destroying', 'on', true)")
        yield
        cursor.execute("SELECT set_config('opora.destroying', '', true)")
