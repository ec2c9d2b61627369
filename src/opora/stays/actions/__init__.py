"""The only way stays change: one subject per file."""

from opora.stays.actions.admitting import admit, arrive, call_off, expect, settle
from opora.stays.actions.duty import hand_over_shift, note_on_shift, read_duty_log, take_over_shift
from opora.stays.actions.extending import ask_extension, decide_extension, extend_at_once
from opora.stays.actions.following import follow_stays
from opora.stays.actions.leaving import (
    add_issue,
    agree_exit,
    depart,
    note_preparation,
    note_readiness,
    settle_issue,
    tell_departure,
)
from opora.stays.actions.living import mark_routine, plan_skill, rate_skills, write_routine
from opora.stays.actions.lodging import add_lodger, move, note_away, take_leave
from opora.stays.actions.mending_during import correct_away, correct_extension, void_away, void_extension
from opora.stays.actions.mending_duty import correct_duty_note, void_duty_note
from opora.stays.actions.mending_everyday import void_level, void_mark, void_readiness, void_skill
from opora.stays.actions.mending_exit import (
    correct_departure,
    correct_exit_day,
    correct_issue,
    void_departure,
    void_exit_day,
    void_issue,
)
from opora.stays.actions.mending_stay import Admitted, correct_admission, void_admission
from opora.stays.actions.mending_unplaced import correct_stay, void_stay
from opora.stays.actions.places import add_bed, add_room, add_shelter, block_bed, remove_bed, unblock_bed
from opora.stays.actions.waiting import MISTAKE, Asked, answer_waiting, change_waiting, wait_for_place

__all__ = [
    "MISTAKE",
    "Admitted",
    "Asked",
    "add_bed",
    "add_issue",
    "add_lodger",
    "add_room",
    "add_shelter",
    "admit",
    "agree_exit",
    "answer_waiting",
    "arrive",
    "ask_extension",
    "block_bed",
    "call_off",
    "change_waiting",
    "correct_admission",
    "correct_away",
    "correct_departure",
    "correct_duty_note",
    "correct_exit_day",
    "correct_extension",
    "correct_issue",
    "correct_stay",
    "decide_extension",
    "depart",
    "expect",
    "extend_at_once",
    "follow_stays",
    "hand_over_shift",
    "mark_routine",
    "move",
    "note_away",
    "note_on_shift",
    "note_preparation",
    "note_readiness",
    "plan_skill",
    "rate_skills",
    "read_duty_log",
    "remove_bed",
    "settle",
    "settle_issue",
    "take_leave",
    "take_over_shift",
    "tell_departure",
    "unblock_bed",
    "void_admission",
    "void_away",
    "void_departure",
    "void_duty_note",
    "void_exit_day",
    "void_extension",
    "void_issue",
    "void_level",
    "void_mark",
    "void_readiness",
    "void_skill",
    "void_stay",
    "wait_for_place",
    "write_routine",
]
