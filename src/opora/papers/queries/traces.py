"""What remains of destroyed words, and where: the database's own files, its log, copies made before."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from opora.audit.models import JournalEntry
from opora.families.models import Merge, Person, PersonKey, SearchIndex
from opora.families.told_words import told_everywhere
from opora.papers.copies import Copies
from opora.papers.models import DestructionAct, StoredFile

CLEARED, RENEWED = "papers.traces_cleared", "families.keys_renewed"


@dataclass(frozen=True, slots=True)
class Traces:
    """Of one act: since when its tables hold nothing of it, since when copies of before open no more, until when the
    nightly backups of before are kept at the latest (None: no such are made)."""

    cleared_at: datetime | None
    renewed_at: datetime | None
    copies_until: date | None


def traces_of(act: DestructionAct) -> Traces:
    """What is known of them today; the page that shows it has checked who reads the act."""
    renewed = JournalEntry.objects.filter(verb=RENEWED, at__gte=act.at).order_by("pk").first()
    return Traces(
        cleared_at=_cleared().get(act.number),
        renewed_at=renewed.at if renewed else None,
        copies_until=Copies.kept_until(act.on),
    )


def acts_with_traces() -> list[DestructionAct]:
    """The acts whose tables were not cleared yet."""
    cleared = _cleared()
    return [act for act in DestructionAct.objects.order_by("pk") if act.number not in cleared]


def tables_of(acts: Iterable[DestructionAct]) -> list[str]:
    """The tables from which these acts took something."""
    touched = {key for act in acts for key in act.contents}
    tables = {one.table._meta.db_table for one in told_everywhere() if one.key in touched}
    return sorted(tables | {one._meta.db_table for one in (Person, PersonKey, SearchIndex, Merge, StoredFile)})


def _cleared() -> dict[str, datetime]:
    """When the tables of acts were cleared, by the number of the act."""
    lines = JournalEntry.objects.filter(verb=CLEARED).order_by("-pk").values_list("data__number", "at")
    return dict(lines)
