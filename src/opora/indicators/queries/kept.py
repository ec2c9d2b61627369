"""Figures are kept in memory as long as nothing was changed in the rooms they rest on (0027).

The mark is the newest lines of the journal about changes in those rooms: every change writes one in its own
transaction. Of each kind of change a few lines are looked at, for one that was begun earlier may be saved later.
"""

from collections.abc import Hashable, Iterable
from functools import cache
from typing import Any

from opora.audit.sentences import verbs
from opora.common.kept import Kept
from opora.common.planning import ask_known

_kept = Kept(20_000)
# Looking and taking along change no record.
_LOOKING = ("_read", ".read", "_opened", "looked", "exported", "_looked")
_REALLY_CHANGES = ("cases.opened",)
# reads: audit_journalentry
_MARK = """
SELECT verb, newest.ids
  FROM unnest(%(verbs)s::text[]) verb
 CROSS JOIN LATERAL (
    SELECT ARRAY(
        SELECT line.id FROM audit_journalentry line WHERE line.verb = verb.verb ORDER BY line.id DESC LIMIT 8
    ) AS ids
 ) newest
 WHERE newest.ids <> '{}'
"""


@cache
def changes_of(room: str) -> tuple[str, ...]:
    """The kinds of changes that the journal knows of a room."""
    named = (verb for verb in verbs() if verb.startswith(f"{room}."))
    return tuple(verb for verb in named if verb in _REALLY_CHANGES or not verb.endswith(_LOOKING))


def marks(rooms: Iterable[str]) -> dict[str, str]:
    """The mark of each of these rooms, in one question."""
    wanted = sorted(set(rooms))
    named = {verb: room for room in wanted for verb in changes_of(room)}
    found = dict.fromkeys(wanted, "")
    for verb, ids in ask_known(_MARK, {"verbs": sorted(named)}):
        found[named[verb]] += f"{verb}{ids}"
    return found


def known(key: Hashable) -> Any:
    """What is kept under the key; None where nothing is."""
    return _kept.find(key)


def keep(key: Hashable, value: object) -> None:
    """Keep what was counted."""
    _kept.put(key, value)
