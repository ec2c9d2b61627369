"""How the journal is shown: the names of the rooms and a sign for each kind of line."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from typing import Protocol

from django.utils.translation import pgettext_lazy

from opora.audit.queries import Viewer
from opora.audit.sentences import named_in, sentence, who_did
from opora.common.dates import local

AREAS = {
    "cases": pgettext_lazy("journal", "Cases"),
    "families": pgettext_lazy("journal", "Families"),
    "assessments": pgettext_lazy("journal", "Assessments"),
    "process": pgettext_lazy("journal", "Paths"),
    "pathways": pgettext_lazy("journal", "Processes"),
    "catalogue": pgettext_lazy("journal", "Catalogue of services"),
    "logic": pgettext_lazy("journal", "Logic models"),
    "studies": pgettext_lazy("journal", "Analyses"),
    "pivot": pgettext_lazy("journal", "Tables"),
    "release": pgettext_lazy("journal", "Release desk"),
    "services": pgettext_lazy("journal", "Services given"),
    "groups": pgettext_lazy("journal", "Groups and events"),
    "notes": pgettext_lazy("journal", "Confidential notes"),
    "attention": pgettext_lazy("journal", "Attention"),
    "duties": pgettext_lazy("journal", "Duties"),
    "drafts": pgettext_lazy("journal", "Begun forms"),
    "organization": pgettext_lazy("journal", "Organization"),
    "intake": pgettext_lazy("journal", "Signals"),
    "life": pgettext_lazy("journal", "Life of families"),
    "circumstances": pgettext_lazy("journal", "Changes in lives"),
    "results": pgettext_lazy("journal", "Results of families"),
    "network": pgettext_lazy("journal", "People around families"),
    "partners": pgettext_lazy("journal", "Partners"),
    "stays": pgettext_lazy("journal", "Crisis centre"),
    "papers": pgettext_lazy("journal", "Papers"),
    "correspondence": pgettext_lazy("journal", "Letters"),
    "volunteers": pgettext_lazy("journal", "Volunteers"),
    "voice": pgettext_lazy("journal", "Voice of the organization"),
    "councils": pgettext_lazy("journal", "Votes and councils"),
    "plans": pgettext_lazy("journal", "Plans"),
    "goods": pgettext_lazy("journal", "Warehouse and help"),
    "reminders": pgettext_lazy("journal", "Reminders"),
    "evidence": pgettext_lazy("journal", "Outcomes"),
    "indicators": pgettext_lazy("journal", "Indicators"),
    "chain": pgettext_lazy("journal", "Models with figures"),
    "reports": pgettext_lazy("journal", "Reports"),
    "registry": pgettext_lazy("journal", "Registry import"),
    "programs": pgettext_lazy("journal", "Programs"),
    "instruments": pgettext_lazy("journal", "Instruments"),
    "fields": pgettext_lazy("journal", "Own fields"),
    "details": pgettext_lazy("journal", "Answers to own fields"),
    "packs": pgettext_lazy("journal", "Practices"),
    "access": pgettext_lazy("journal", "People and roles"),
    "audit": pgettext_lazy("journal", "Journal"),
    "backups": pgettext_lazy("journal", "Backups"),
}
SIGNS = {
    "cases.file_opened": "eye",
    "assessments.opened": "eye",
    "families.identity_opened": "fingerprint",
    "cases": "folder",
    "families": "users-group",
    "assessments": "clipboard-check",
    "process": "route",
    "pathways": "route",
    "catalogue": "book",
    "logic": "chart-dots-3",
    "fields": "adjustments",
    "details": "adjustments",
    "studies": "zoom-question",
    "pivot": "table",
    "release": "file-check",
    "services": "clipboard-check",
    "groups": "users-group",
    "notes": "lock",
    "circumstances": "chart-line",
    "results": "circle-check",
    "network": "friends",
    "attention": "eye",
    "duties": "users-group",
    "organization": "building-community",
    "intake": "phone",
    "life": "eye",
    "partners": "building-community",
    "stays": "bed",
    "papers": "file-text",
    "correspondence": "mail",
    "volunteers": "heart-handshake",
    "voice": "message",
    "councils": "checks",
    "plans": "list-check",
    "reminders": "bell",
    "evidence": "chart-dots-3",
    "indicators": "flag",
    "chain": "chart-dots-3",
    "reports": "file-export",
    "registry": "file-import",
    "programs": "book",
    "instruments": "list-check",
    "packs": "book",
    "access": "key",
    "audit": "shield-check",
    "backups": "shield-check",
}


class Entry(Protocol):
    """What a line of the journal is made of."""

    id: int
    at: datetime
    actor_id: int | None
    actor_name: str
    verb: str
    case_id: int | None
    person_id: int | None
    data: dict[str, object]


@dataclass(frozen=True, slots=True)
class Line:
    """One line as a person reads it."""

    at: datetime
    who: str
    sentence: str
    sign: str
    case_id: int | None
    # Whom the person of the line turned out to be: the record that stayed, and its code.
    now_id: int | None = None
    now_code: str = ""


def sign_of(verb: str) -> str:
    """The icon of a verb: its own, or that of its room."""
    return SIGNS.get(verb) or SIGNS.get(verb.partition(".")[0], "note")


def by_day(entries: Iterable[Entry], now: Mapping[int, tuple[int, str]] | None = None) -> list[tuple[date, list[Line]]]:
    """Lines under the calendar days of the organization, in the order given.

    ``now`` tells of people who were brought together with another record since: the one that stayed, with its code.
    """
    stayed = now or {}
    entries = list(entries)
    named = named_in(entry.data for entry in entries)
    lines = [
        Line(
            local(entry.at),
            who_did(entry.actor_id, entry.actor_name),
            sentence(entry.verb, entry.data, named),
            sign_of(entry.verb),
            entry.case_id,
            *stayed.get(entry.person_id or 0, (None, "")),
        )
        for entry in entries
    ]
    return [(day, list(group)) for day, group in groupby(lines, key=lambda line: line.at.date())]


@dataclass(frozen=True, slots=True)
class Seen:
    """What one person looked at in a family's records."""

    who: str
    file_times: int
    assessment_times: int
    identity_times: int
    other_times: int
    first_at: datetime
    last_at: datetime


def by_person(viewings: Iterable[Viewer]) -> list[Seen]:
    """One row a person, whoever looked last first; a changed name is one person still."""
    grouped: dict[int | None, list[Viewer]] = {}
    for viewing in viewings:
        grouped.setdefault(viewing.actor_id, []).append(viewing)
    rows = [
        Seen(
            who=who_did(actor_id, max(group, key=lambda viewing: viewing.last_at).name),
            file_times=_times(group, "cases.file_opened"),
            assessment_times=_times(group, "assessments.opened"),
            identity_times=_times(group, "families.identity_opened"),
            other_times=sum(viewing.times for viewing in group if viewing.verb not in _TOLD_APART),
            first_at=min(viewing.first_at for viewing in group),
            last_at=max(viewing.last_at for viewing in group),
        )
        for actor_id, group in grouped.items()
    ]
    return sorted(rows, key=lambda row: row.last_at, reverse=True)


_TOLD_APART = frozenset({"cases.file_opened", "assessments.opened", "families.identity_opened"})


def _times(group: Iterable[Viewer], verb: str) -> int:
    return sum(viewing.times for viewing in group if viewing.verb == verb)
