"""Somebody being entered may be known already: who is told of a code is written down."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from opora.access.rules import Actor
from opora.audit.actions import record_many
from opora.common.dates import now
from opora.families import queries
from opora.families.queries import Match
from opora.families.rules import Identity

ONE_HINT = timedelta(minutes=30)


def recognize(
    *, actor: Actor, identity: Identity, but: int | None = None, case_id: int | None = None, on: date | None = None
) -> list[Match]:
    """Who is known already and may be this person; of each whose code is told, the journal says to whom."""
    found = queries.suggest_duplicates(actor=actor, identity=identity, but=but, on=on)
    told = [(match.person_id, match.code, case_id) for match in found if match.is_in_sight]
    note_recognized(actor=actor, told=told)
    return found


def recognize_all(*, actor: Actor, identities: Sequence[Identity]) -> list[Match]:
    """The same for people who are entered at once; whoever may be several of them stands there once."""
    found: dict[int, Match] = {}
    for matches in queries.suggest_duplicates_of(actor=actor, identities=identities):
        for match in matches:
            found.setdefault(match.person_id, match)
    told = [(match.person_id, match.code, None) for match in found.values() if match.is_in_sight]
    note_recognized(actor=actor, told=told)
    return list(found.values())


def note_recognized(*, actor: Actor, told: Sequence[tuple[int, str, int | None]]) -> None:
    """A page tells codes of people who may be meant: their ids, their codes, and the case each stands in.

    One line stands for half an hour, however often a page asks while somebody types.
    """
    entries: list[Mapping[str, object]] = [
        {"case_id": case_id, "person_id": person_id, "code": code} for person_id, code, case_id in told
    ]
    record_many(actor=actor, verb="families.recognized", entries=entries, unless_since=now() - ONE_HINT)
