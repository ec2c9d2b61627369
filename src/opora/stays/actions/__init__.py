"""The only way stays change: one subject per file."""

from opora.stays.actions.admitting import admit, arrive, call_off, expect, settle
from opora.stays.actions.extending import ask_extension, decide_extension, extend_at_once
from opora.stays.actions.following import follow_stays
from opora.stays.actions.lodging import add_lodger, move, note_away, take_leave
from opora.stays.actions.places import add_bed, add_room, add_shelter, block_bed, remove_bed, unblock_bed

__all__ = [
    "add_bed",
    "add_lodger",
    "add_room",
    "add_shelter",
    "admit",
    "arrive",
    "ask_extension",
    "block_bed",
    "call_off",
    "decide_extension",
    "expect",
    "extend_at_once",
    "follow_stays",
    "move",
    "note_away",
    "remove_bed",
    "settle",
    "take_leave",
    "unblock_bed",
]
