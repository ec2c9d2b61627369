"""Writing the journal and sealing it. An entry is written in the transaction of what it speaks of."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime
from typing import Any, NamedTuple

from django.db import connection, transaction
from django.db.utils import OperationalError

from opora.audit import kept_head, rules
from opora.audit.models import JournalEntry, JournalSeal
from opora.audit.queries import is_in_chain, lines_after, seal_key, verify
from opora.audit.sentences import sentence_template
from opora.common.copying import copy_rows
from opora.common.dates import now
from opora.common.errors import Conflict
from opora.common.one_at_a_time import one_at_a_time

BATCH = 5_000
# From so many lines on they are copied in, which costs a tenth of a statement's values.
MANY = 500
_ABOUT = ("case_id", "family_id", "person_id")
_spelled = json.JSONEncoder(ensure_ascii=False).encode
STANDS_FOR = "stands_for"
"""The datum that says for which absent colleague somebody acted, by name, as the line names its writer."""


def _nobody(*_who: Any, **_where: Any) -> Mapping[tuple[str, Any], str]:
    return {}


# The journal knows no cases; the rooms above tell it, for whom somebody acts. Nobody acts for anybody until then.
_whose: Callable[..., Mapping[tuple[str, Any], str]] = _nobody


def tell_whose_hand(whose: Callable[..., Mapping[tuple[str, Any], str]]) -> None:
    """Set, once at start-up, who knows for which absent colleague a substitute acts."""
    global _whose
    _whose = whose


# One statement for any number of lines: written whole or not at all without a transaction of its own.
_LINES = """
    {written}
    INSERT INTO audit_journalentry (actor_id, actor_name, verb, at, case_id, family_id, person_id, data)
    SELECT line.actor_id, line.actor_name, line.verb, line.at, line.case_id, line.family_id, line.person_id,
           line.data::jsonb
    FROM unnest(%s::bigint[], %s::text[], %s::text[], %s::timestamptz[], %s::bigint[], %s::bigint[], %s::bigint[],
                %s::text[])
        WITH ORDINALITY AS line (actor_id, actor_name, verb, at, case_id, family_id, person_id, data, place)
    {unless}
    ORDER BY line.place
"""
_WRITTEN = """
    WITH written AS MATERIALIZED (
        SELECT person_id, data FROM audit_journalentry
        WHERE actor_id = %s AND verb = %s AND at >= %s AND (person_id IS NULL OR person_id = ANY(%s::bigint[]))
    )
"""
_UNLESS_WRITTEN = """
    WHERE NOT EXISTS (
        SELECT 1 FROM written
        WHERE written.person_id = line.person_id
            OR (written.person_id IS NULL AND line.person_id IS NULL AND written.data = line.data::jsonb)
    )
"""


class _Line(NamedTuple):
    """A line to be written; a record costs too much where an import writes tens of thousands."""

    at: datetime
    actor_id: int | None
    actor_name: str
    verb: str
    case_id: int | None
    family_id: int | None
    person_id: int | None
    data: Mapping[str, Any]


def record(
    *,
    actor: Any,
    verb: str,
    case_id: int | None = None,
    family_id: int | None = None,
    person_id: int | None = None,
    **data: Any,
) -> None:
    """Write one line: ids, numbers, codes and days (ISO) only, never a name of a family, never free text."""
    about = {"case_id": case_id, "family_id": family_id, "person_id": person_id}
    record_many(actor=actor, verb=verb, entries=[about | data])


def record_many(
    *, actor: Any, verb: str, entries: Iterable[Mapping[str, Any]], unless_since: datetime | None = None
) -> None:
    """Write one line per mapping; the keys case_id, family_id and person_id say whom it is about, the rest is data.

    With `unless_since` a line that was written of this actor since then, about the same person or (about nobody) with
    the same data, is left out: who looks at a list again and again within a while looked once.
    """
    if not (entries := _with_absent(actor, list(entries))):
        return
    sentence_template(verb)  # an undeclared verb is a programming mistake and fails here
    written = (now(), actor.user_id, actor.name, verb)
    rows = [
        _Line._make([*written, *map(entry.get, _ABOUT), {key: entry[key] for key in entry if key not in _ABOUT}])
        for entry in entries
    ]
    if unless_since is not None:
        seen = [actor.user_id, verb, unless_since, [row.person_id for row in rows]]
        _write(rows, seen, written=_WRITTEN, unless=_UNLESS_WRITTEN)
    elif (held := _held.get()) is not None:
        held += rows
    else:
        _write(rows)


def _write(rows: Sequence[_Line], seen: Sequence[Any] = (), *, written: str = "", unless: str = "") -> None:
    names = ("actor_id", "actor_name", "verb", "at", "case_id", "family_id", "person_id")
    if len(rows) > MANY and not seen:
        copy_rows(JournalEntry, _Line._fields, ((*row[:-1], _spelled(row.data)) for row in rows))
        return
    columns = [[getattr(row, name) for row in rows] for name in names]
    data = [_spelled(row.data) for row in rows]
    with connection.cursor() as cursor:
        cursor.execute(_LINES.format(written=written, unless=unless), [*seen, *columns, data])


# The lines of work that is under way in this thread, to be written together.
_held: ContextVar[list[_Line] | None] = ContextVar("opora_journal_held", default=None)


@contextmanager
def in_one_go() -> Iterator[None]:
    """Write the lines of one piece of work with one statement at its end, in the order they were given.

    Belongs inside the transaction of that work: after an error no line is written, for nothing was kept. Within it
    nothing may be refused and gone on from, for the lines of the refused part would stand.
    """
    if not connection.in_atomic_block:
        raise transaction.TransactionManagementError("in_one_go belongs inside a transaction")
    if _held.get() is not None:
        yield
        return
    rows: list[_Line] = []
    token = _held.set(rows)
    try:
        yield
    finally:
        _held.reset(token)
    if rows:
        _write(rows)


def _with_absent(actor: Any, entries: list[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """Each line that a substitute writes about what only the absent colleague reaches says for whom."""
    if not getattr(actor, "stands_for", ()):
        return entries
    cases = {one["case_id"] for one in entries if one.get("case_id") is not None}
    routes = {one["route"] for one in entries if one.get("case_id") is None and isinstance(one.get("route"), int)}
    hands = _whose(actor, case_ids=cases, route_ids=routes)
    if not hands:
        return entries
    named = []
    for one in entries:
        place = ("case", one["case_id"]) if one.get("case_id") is not None else ("route", one.get("route"))
        absent = hands.get(place)
        named.append({**one, STANDS_FOR: absent} if absent else one)
    return named


def seal_journal() -> int:
    """Seal what was written since the last seal; gives the number of entries sealed (0 when writers are busy).

    The short lock waits for writers under way, so that no entry with a smaller number can appear later.
    """
    sealed = 0
    while True:
        try:
            count = _seal_batch()
        except (Conflict, OperationalError):
            return sealed
        sealed += count
        if count < BATCH:
            return sealed


@transaction.atomic
def _seal_batch() -> int:
    one_at_a_time("journal.seal")
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL lock_timeout = '2s'")
        cursor.execute("LOCK TABLE audit_journalentry IN SHARE MODE")
    last = JournalSeal.objects.order_by("-id").first()
    lines = list(lines_after(last.last_entry_id if last else None, limit=BATCH))
    if not lines:
        if last:
            _note_head(bytes(last.digest), is_first=False)
        return 0
    ids = [line.id for line in lines]
    marks = b"".join(rules.mark(line) for line in lines)
    previous = bytes(last.digest) if last else rules.GENESIS
    digest = rules.seal(seal_key(), previous, ids, marks)
    JournalSeal.objects.create(
        sealed_at=now(),
        entry_ids=ids,
        entry_marks=marks,
        last_entry_id=ids[-1],
        previous=previous,
        digest=digest,
    )
    _note_head(digest, is_first=last is None)
    return len(ids)


def _note_head(digest: bytes, *, is_first: bool) -> None:
    """Note the newest seal outside the database, unless what is noted is the proof that the chain was touched.

    That is a head which the chain no longer has, and no head at all where there must be one.
    """
    noted = kept_head.read()
    if noted != digest.hex() and (is_in_chain(noted) if noted else is_first):
        transaction.on_commit(lambda: kept_head.write(digest.hex()))


@transaction.atomic
def accept_head(*, actor: Any) -> str:
    """Somebody has found out why the noted head does not fit, and notes the chain's present end instead.

    Who did so stands in the journal; gives the head, nothing while there are no seals.
    """
    seal_journal()
    newest = JournalSeal.objects.order_by("-id").first()
    if newest is None:
        return ""
    record(actor=actor, verb="audit.head_accepted")
    head = bytes(newest.digest).hex()
    transaction.on_commit(lambda: kept_head.write(head))
    return head


def note_first_head(*, actor: Any) -> None:
    """The home comes from a version that noted no head: its present end is noted now, as a line of the journal says."""
    if kept_head.path() and not kept_head.read():
        accept_head(actor=actor)


def check_journal(*, actor: Any) -> rules.Check:
    """Seal what is new, walk the whole chain, and note who found it in order or touched."""
    seal_journal()
    found = verify()
    if found.is_whole:
        record(actor=actor, verb="audit.verified", sealed=found.sealed)
    else:
        touched = [*found.altered, *found.missing, *found.added]
        record(
            actor=actor,
            verb="audit.found_touched",
            entries=sorted(touched)[:50] or ["—"],
            seals=list(found.broken_seals)[:50] or ["—"],
        )
    return found


# One statement: others wait for the number from here to the end of the transaction, and no longer.
_NEXT = """
INSERT INTO papers_numbercounter AS counter (kind, year, last) VALUES (%(kind)s, %(year)s, %(count)s)
ON CONFLICT (kind, year) DO UPDATE SET last = counter.last + %(count)s
RETURNING last
"""


def next_number(kind: str, year: int = 0) -> int:
    """The next number of a kind of paper, in a year or for good; whoever asks at the same time gets the one after.

    Numbers have no gaps: with a transaction that is not kept its number is free again (S2-11).
    """
    return next_numbers(kind, year, count=1)[0]


# No savepoint: others wait from here to the end of the transaction, and each round to the database makes it later.
@transaction.atomic(savepoint=False)
def next_numbers(kind: str, year: int = 0, *, count: int) -> range:
    """So many numbers that follow each other."""
    with connection.cursor() as cursor:
        cursor.execute(_NEXT, {"kind": kind, "year": year, "count": count})
        last = int(cursor.fetchone()[0])
    return range(last - count + 1, last + 1)
