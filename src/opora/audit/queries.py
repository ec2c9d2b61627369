"""Reading the journal, and proving that it is whole."""

import json
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django.conf import settings
from django.db.models import Count, F, Func, Max, Min, Q, QuerySet, TextField
from django.db.models.functions import Cast

from opora.audit import kept_head, rules
from opora.audit.models import JournalEntry, JournalSeal
from opora.audit.sentences import looking_verbs, who_did
from opora.common.dates import moment_of

# The database spells moments and data, which is many times quicker than taking both apart here.
_MOMENT = Func(
    F("at"),
    template="to_char(%(expressions)s AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US+00:00')",
    output_field=TextField(),
)
_FIELDS = (
    "id",
    _MOMENT,
    "actor_id",
    "actor_name",
    "verb",
    "case_id",
    "family_id",
    "person_id",
    Cast("data", TextField()),
)


def seal_key() -> bytes:
    """The installation's key of the seals, so that nobody with the database alone can write a new chain."""
    return settings.JOURNAL_KEY.encode()


def knows_seal_key() -> bool:
    """Whether the installation's key fits the first seal of the chain or the newest: one of them may be touched."""
    ends = [JournalSeal.objects.order_by(order).first() for order in ("id", "-id")]
    seals = [seal for seal in ends if seal is not None]
    fits = [
        rules.seal(seal_key(), bytes(seal.previous), seal.entry_ids, bytes(seal.entry_marks)) == bytes(seal.digest)
        for seal in seals
    ]
    return any(fits) or not fits


def lines_after(entry_id: int | None, *, limit: int) -> Iterator[rules.Line]:
    """The entries after one, in order, as they are sealed."""
    return _as_sealed(_lines_between(entry_id, None).order_by("id")[:limit])


def _as_sealed(entries: QuerySet[JournalEntry]) -> Iterator[rules.Line]:
    return (rules.Line._make([*row, json.loads(data)]) for *row, data in entries.values_list(*_FIELDS))


def verify() -> rules.Check:
    """Walk the chain of seals from the first to the last and hold every sealed entry against its mark."""
    altered: list[int] = []
    missing: list[int] = []
    added: list[int] = []
    broken: list[int] = []
    late: list[int] = []
    previous, reached, sealed, seals, until = rules.GENESIS, None, 0, 0, None
    for seal in JournalSeal.objects.order_by("id").iterator(chunk_size=20):
        seals += 1
        marks = bytes(seal.entry_marks)
        whole = rules.seal(seal_key(), previous, seal.entry_ids, marks) == bytes(seal.digest)
        if not whole or bytes(seal.previous) != previous:
            broken.append(seal.id)
        lines = list(_as_sealed(_lines_between(reached, seal.last_entry_id)))
        found = {line.id: rules.mark(line) for line in lines}
        if lines and seal.sealed_at - datetime.fromisoformat(min(line.at for line in lines)) > rules.LATE:
            late.append(seal.id)
        expected = dict(zip(seal.entry_ids, rules.marks_of(marks), strict=False))
        missing += sorted(expected.keys() - found.keys())
        added += sorted(found.keys() - expected.keys())
        altered += sorted(number for number, mark in expected.items() if number in found and found[number] != mark)
        previous, reached, until = bytes(seal.digest), seal.last_entry_id, seal.sealed_at
        sealed += len(seal.entry_ids)
    unsealed = _lines_between(reached, None).count()
    noted = kept_head.read()
    return rules.Check(
        sealed,
        unsealed,
        seals,
        tuple(altered),
        tuple(missing),
        tuple(added),
        tuple(broken),
        previous.hex(),
        until,
        cut_off=str(kept_head.path()) if noted and not is_in_chain(noted) else "",
        unnoted=str(kept_head.path()) if kept_head.path() and not noted and seals else "",
        late_seals=tuple(late),
    )


def _lines_between(after: int | None, last: int | None) -> QuerySet[JournalEntry]:
    """The entries after one and up to another; without the first from the very beginning, whatever number they bear."""
    lines = JournalEntry.objects.all()
    if after is not None:
        lines = lines.filter(id__gt=after)
    return lines if last is None else lines.filter(id__lte=last)


def is_in_chain(head: str) -> bool:
    """Whether a head noted earlier (64 hexadecimal digits) is still a seal of the chain."""
    try:
        digest = bytes.fromhex(head.strip())
    except ValueError:
        return False
    return JournalSeal.objects.filter(digest=digest).exists()


@dataclass(frozen=True, slots=True)
class Filters:
    """Which lines of the journal are asked for."""

    actor_id: int | None = None
    verb: str = ""
    from_on: date | None = None
    to_on: date | None = None
    case_ids: tuple[int, ...] | None = None
    person_id: int | None = None


def _selected(filters: Filters) -> QuerySet[JournalEntry]:
    chosen = Q()
    if filters.actor_id is not None:
        chosen &= Q(actor_id=filters.actor_id)
    if filters.verb:
        chosen &= Q(verb=filters.verb)
    if filters.from_on:
        chosen &= Q(at__gte=moment_of(filters.from_on, time.min))
    if filters.to_on:
        chosen &= Q(at__lt=moment_of(filters.to_on + timedelta(days=1), time.min))
    if filters.case_ids is not None:
        chosen &= Q(case_id__in=filters.case_ids)
    if filters.person_id is not None:
        chosen &= Q(person_id=filters.person_id)
    return JournalEntry.objects.filter(chosen)


def list_entries(*, actor: Any, filters: Filters, before_id: int | None = None, limit: int = 50) -> list[JournalEntry]:
    """The newest lines first, a page at a time; the page's door has checked ``journal.read``."""
    entries = _selected(filters)
    if before_id is not None:
        entries = entries.filter(id__lt=before_id)
    return list(entries.order_by("-id")[:limit])


def history_of_case(*, actor: Any, case_id: int, before_id: int | None = None, limit: int = 30) -> list[JournalEntry]:
    """What was done in a case, newest first, without mere looks; the caller has found the case for this actor."""
    entries = JournalEntry.objects.filter(case_id=case_id).exclude(verb__in=looking_verbs())
    if before_id is not None:
        entries = entries.filter(id__lt=before_id)
    return list(entries.order_by("-id")[:limit])


def looks(*, actor: Any, since: datetime) -> QuerySet[JournalEntry]:
    """The case files this person has opened at a moment or after it, as lines to be asked for one case."""
    return looks_of(user_id=actor.user_id, since=since)


def looks_of(*, user_id: int | None, since: datetime) -> QuerySet[JournalEntry]:
    """The same of somebody known by the number of the account."""
    return JournalEntry.objects.filter(actor_id=user_id, verb="cases.file_opened", at__gte=since)


BEFORE_A_CASE = "process.looked"
"""The look at a family that has no case yet."""


@dataclass(frozen=True, slots=True)
class Viewer:
    """Somebody who opened a family's records: how often, first and last."""

    actor_id: int | None
    name: str
    verb: str
    first_at: datetime
    last_at: datetime
    times: int


def who_saw(*, actor: Any, case_ids: Collection[int], family_id: int | None = None) -> list[Viewer]:
    """Everybody who read anything of these cases, or of their family before it had one, the latest first."""
    before = Q(verb=BEFORE_A_CASE, case_id=None, family_id=family_id) if family_id is not None else Q()
    rows = (
        JournalEntry.objects.filter(Q(case_id__in=case_ids, verb__in=looking_verbs()) | before)
        .values("actor_id", "actor_name", "verb")
        .annotate(first=Min("at"), last=Max("at"), times=Count("id"))
        .order_by("-last")
    )
    return [Viewer(r["actor_id"], r["actor_name"], r["verb"], r["first"], r["last"], r["times"]) for r in rows]


@dataclass(frozen=True, slots=True)
class State:
    """How far the journal is sealed, when somebody last checked it, when it was last backed up; cheap at any size."""

    sealed_at: datetime | None
    unsealed: int
    checked_at: datetime | None
    checked_by: str
    was_whole: bool
    checked_entries: int
    backed_up_at: datetime | None = None
    backup_failed_at: datetime | None = None

    @property
    def lacks_backup(self) -> bool:
        """Whether the newest try to make a backup failed."""
        failed = self.backup_failed_at
        return failed is not None and (self.backed_up_at is None or self.backed_up_at < failed)


def journal_state(*, actor: Any) -> State:
    """The state of the seals without walking the chain; the page's door has checked ``journal.read``."""
    seal = JournalSeal.objects.order_by("-id").values("sealed_at", "last_entry_id").first()
    checks = JournalEntry.objects.filter(verb__in=("audit.verified", "audit.found_touched"))
    check = checks.order_by("-id").first()
    return State(
        sealed_at=seal["sealed_at"] if seal else None,
        unsealed=_lines_between(seal["last_entry_id"] if seal else None, None).count(),
        checked_at=check.at if check else None,
        checked_by=who_did(check.actor_id, check.actor_name) if check else "",
        was_whole=check is None or check.verb == "audit.verified",
        checked_entries=check.data.get("sealed", 0) if check else 0,
        backed_up_at=_newest("backups.made"),
        backup_failed_at=_newest("backups.not_made"),
    )


def _newest(verb: str) -> datetime | None:
    return JournalEntry.objects.filter(verb=verb).order_by("-id").values_list("at", flat=True).first()
