"""Who may knock at the pages of stays; whether a family is theirs to see is asked by the room."""

from opora.web.shell.doors import Door

_READ = Door(ability="stays.read")
_MANAGE = Door(ability="stays.manage")
_FAMILY = Door(ability="case.read")
_CHANGE = Door(ability="case.change")
_NOTE = Door(ability="help.record")

DOORS = {
    "stays:list": _READ,
    "stays:board": _READ,
    "stays:rooms": _READ,
    "stays:duty": _READ,
    "stays:duty_new": _READ,
    "stays:duty_correct": _READ,
    "stays:duty_void": _READ,
    "stays:hand_over": _READ,
    "stays:take_over": _READ,
    "stays:waiting": _READ,
    "stays:wait_change": _NOTE,
    "stays:wait_answer": _NOTE,
    "stays:case_wait": _NOTE,
    "stays:route_wait": _NOTE,
    "stays:new": _MANAGE,
    "stays:room_new": _MANAGE,
    "stays:bed_new": _MANAGE,
    "stays:bed_remove": _MANAGE,
    "stays:bed_block": _MANAGE,
    "stays:bed_unblock": _MANAGE,
    "stays:case": _FAMILY,
    "stays:route": _FAMILY,
    "stays:case_admit": _CHANGE,
    "stays:case_longer": _CHANGE,
    "stays:case_leave": _CHANGE,
    "stays:route_admit": _CHANGE,
    "stays:admission": _FAMILY,
    "stays:act": _FAMILY,
    "stays:correct": _NOTE,
    "stays:mend": _NOTE,
    "stays:void": _NOTE,
    "stays:arrive": _CHANGE,
    "stays:call_off": _CHANGE,
    "stays:settle": _CHANGE,
    "stays:ask": _CHANGE,
    "stays:decide": _MANAGE,
    "stays:move": _CHANGE,
    "stays:away": _CHANGE,
    "stays:join": _CHANGE,
    "stays:one_leaves": _CHANGE,
    "stays:exit": _FAMILY,
    "stays:exit_day": _CHANGE,
    "stays:issue_new": _CHANGE,
    "stays:settle_issue": _NOTE,
    "stays:ready": _CHANGE,
    "stays:depart": _CHANGE,
    "stays:routine": _FAMILY,
    "stays:routine_write": _NOTE,
    "stays:routine_mark": _NOTE,
    "stays:skills": _FAMILY,
    "stays:skill_new": _NOTE,
    "stays:skills_rate": _NOTE,
}
