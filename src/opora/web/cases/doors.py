"""Who may knock at the pages of cases."""

from opora.web.shell.doors import Door

_OPEN = Door(ability="case.read", relation=True, notes_look=True)
_READ = Door(ability="case.read", relation=True)
_CHANGE = Door(ability="case.change", relation=True)

DOORS = {
    "cases:list": Door(ability="case.read"),
    "cases:new": Door(ability="case.open"),
    "cases:own_family": _CHANGE,
    "cases:path_family": Door(ability="case.open"),
    "cases:path_worker": Door(ability="intake.work"),
    "cases:summary": _OPEN.only_shown,
    "cases:history": _READ.only_shown,
    "cases:team": _READ.only_shown,
    "cases:join": _CHANGE,
    "cases:leave": _CHANGE,
    "cases:hand_over": _CHANGE,
    "cases:call_off_hand_over": _CHANGE,
    "cases:stay": _READ.only_shown,
    "cases:move_in": _CHANGE,
    "cases:extend": _CHANGE,
    "cases:move_out": _CHANGE,
    "cases:close": _CHANGE,
    "cases:reopen": _CHANGE,
    "cases:correct": _CHANGE,
    "cases:correct_closing": _CHANGE,
    "cases:take_off_child": _CHANGE,
    "cases:transfer": _CHANGE,
    "cases:void": _CHANGE,
    "cases:void_path": Door(ability="intake.work"),
    "cases:voided": Door(ability="assessment.approve"),
    "cases:take_back": Door(ability="assessment.approve"),
    "cases:take_back_path": Door(ability="assessment.approve"),
    "cases:follow_up": Door(ability="assessment.write", relation=True),
}
