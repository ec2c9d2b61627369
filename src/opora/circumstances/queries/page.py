"""What changed in the life of one family: each thread with what holds now, since when, and what was before."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.conf import settings

from opora.access.rules import Actor
from opora.circumstances import policies, words
from opora.circumstances.models import LifeChange
from opora.circumstances.rules import KINDS, UNKNOWN, ChangeKind, Entry, is_stable
from opora.process.queries import Place, may_record, records_of_family

MOST = 2_000


@dataclass(frozen=True, slots=True)
class Thread:
    """One thing followed through time: the newest record first."""

    kind: ChangeKind
    item: str
    person_id: int | None
    rated_by: str
    records: tuple[LifeChange, ...]
    is_steady: bool | None = None

    @property
    def newest(self) -> LifeChange:
        return self.records[0]

    @property
    def label(self) -> str:
        """What is followed, in words."""
        return words.thread_label(self.kind.code, self.item, self.rated_by)

    @property
    def is_known(self) -> bool:
        return self.newest.value != UNKNOWN

    @property
    def now(self) -> str:
        """What holds now, in words."""
        return said_of(self.newest)

    @property
    def before(self) -> str:
        """What was before it, in words; empty of the first record."""
        return said_of(self.records[1]) if len(self.records) > 1 else ""

    @staticmethod
    def said(change: LifeChange) -> str:
        """What one of the records says, in words."""
        return said_of(change)

    @property
    def history(self) -> list[Entry]:
        """The thread as the rules read it."""
        return [entry_of(one, self.kind) for one in self.records]


@dataclass(frozen=True, slots=True)
class Circumstances:
    """All threads of a family, in the order of the kinds, and whether this person may add to them."""

    place: Place
    threads: tuple[Thread, ...]
    kinds: Mapping[str, ChangeKind]
    may_record: bool


def circumstances_of(*, actor: Actor, place: Place, on: date) -> Circumstances:
    """What changed in the life of the family at a place just read for this person, up to a day."""
    kinds = policies.kinds_for(actor, place)
    found = LifeChange.objects.filter(records_of_family(actor=actor, place=place), kind__in=kinds, on__lte=on)
    rows = sorted(found.order_by("-on", "-pk")[:MOST], key=_thread)
    threads = tuple(
        _thread_of(tuple(group), kinds[key[1]], settings.STEADY_MEASURES) for key, group in groupby(rows, key=_thread)
    )
    return Circumstances(place, threads, kinds, not place.has_ended and may_record(actor=actor, place=place))


def _thread(change: LifeChange) -> tuple[int, str, int, int, str]:
    order = list(KINDS)
    items = KINDS[change.kind].items
    item = items.index(change.item) if change.item in items else -1
    return order.index(change.kind), change.kind, item, change.person_id or 0, change.rated_by


def _thread_of(records: Sequence[LifeChange], kind: ChangeKind, measures: int) -> Thread:
    first = records[0]
    history = [entry_of(one, kind) for one in records]
    return Thread(kind, first.item, first.person_id, first.rated_by, tuple(records), is_stable(kind, history, measures))


def entry_of(change: LifeChange, kind: ChangeKind) -> Entry:
    """A record as the rules read it."""
    value = change.number if kind.is_number and change.number is not None else change.value
    return Entry(change.on, value, change.pk)


def said_of(change: LifeChange) -> str:
    """What a record says, in words: a value, an amount, or both."""
    return words.said(change.kind, change.value, change.number)
