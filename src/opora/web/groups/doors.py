"""Who may knock at the pages of groups; whether this group is theirs to lead is asked by the room."""

from opora.web.shell.doors import Door

_READ = Door(ability="help.read")
_RECORD = Door(ability="help.record")

DOORS = {
    "groups:list": _READ,
    "groups:new": _RECORD,
    "groups:group": _READ.only_shown,
    "groups:journal": _READ.only_shown,
    "groups:change": _RECORD,
    "groups:void": _RECORD,
    "groups:remove": _RECORD,
    "groups:session_new": _RECORD,
    "groups:families": _RECORD,
    "groups:case": Door(ability="help.read", relation=True, notes_look=True).only_shown,
    "groups:route": Door(ability="help.read", notes_look=True).only_shown,
    "groups:case_choose": Door(ability="help.record", relation=True).only_shown,
    "groups:route_choose": _RECORD.only_shown,
    "groups:case_join": Door(ability="help.record", relation=True),
    "groups:route_join": _RECORD,
    "groups:leave": _RECORD,
    "groups:sheet": _RECORD,
    "groups:session_change": _RECORD,
    "groups:session_remove": _RECORD,
    "groups:guest": _RECORD,
    "groups:agree": _RECORD,
    "groups:guest_change": _RECORD,
    "groups:agreed_change": _RECORD,
    "groups:make_task": _RECORD,
}
