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
# By these a record comes to another family, case, program or department, or counts no more.
WHOSE = frozenset(
    f"{room}.{what}"
    for room, changes in {
        "process": "begun followed family_named family_unnamed handed carried palliative_set palliative_ended"
        " record_voided record_corrected record_put_off record_cancelled record_missed route_voided void_taken_back",
        "cases": "opened handed_over corrected voided void_taken_back transferred reopened imported reimported",
        "families": "merged merge_undone families_merged families_parted",
        "intake": "joined parted",
        "registry": "imported",
        "assessments": "import_removed",
    }.items()
    for what in changes.split()
)
MOVES = frozenset({"cases.moved_in", "cases.moved_out", "cases.stay_extended"})
_NAMED = {"whose": WHOSE, "moves": MOVES}
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
    if room in _NAMED:
        return tuple(sorted(_NAMED[room]))
    named = (verb for verb in verbs() if verb.startswith(f"{room}."))
    return tuple(verb for verb in named if verb in _REALLY_CHANGES or not verb.endswith(_LOOKING))


def marks(rooms: Iterable[str]) -> dict[str, str]:
    """The mark of each of these rooms, in one question."""
    wanted = sorted(set(rooms))
    named = {room: frozenset(changes_of(room)) for room in wanted}
    told = ask_known(_MARK, {"verbs": sorted(frozenset().union(*named.values()))})
    return {room: "".join(f"{verb}{ids}" for verb, ids in told if verb in verbs) for room, verbs in named.items()}


def known(key: Hashable) -> Any:
    """What is kept under the key; None where nothing is."""
    return _kept.find(key)


def keep(key: Hashable, value: object) -> None:
    """Keep what was counted."""
    _kept.put(key, value)
