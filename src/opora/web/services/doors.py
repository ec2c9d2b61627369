"""Who may knock at the pages of services; whether this family is theirs to see is asked by the room."""

from opora.web.shell.doors import Door

_READ = Door(ability="help.read")
_RECORD = Door(ability="help.record")
_READ_CASE = Door(ability="help.read", relation=True, notes_look=True)
_RECORD_CASE = Door(ability="help.record", relation=True)

DOORS = {
    "services:given": Door().only_shown,
    "services:log": _READ,
    "services:totals": _READ.only_shown,
    "services:several": _RECORD,
    "services:several_form": _RECORD,
    "services:case": _READ_CASE.only_shown,
    "services:route": Door(ability="help.read", notes_look=True).only_shown,
    "services:case_deliver": _RECORD_CASE.only_shown,
    "services:route_deliver": _RECORD.only_shown,
    "services:case_plan": _RECORD_CASE,
    "services:route_plan": _RECORD,
    "services:change": _RECORD,
    "services:stop": _RECORD,
    "services:void_plan": _RECORD,
}
