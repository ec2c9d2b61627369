"""Who may knock at the pages about the people around a family; whether it is theirs to see is asked by the room."""

from opora.web.shell.doors import Door

_READ, _READ_CASE = Door(ability="help.read"), Door(ability="help.read", relation=True)
_RECORD, _RECORD_CASE = Door(ability="help.record"), Door(ability="help.record", relation=True)

DOORS = {
    "network:list": _READ,
    "network:case": _READ_CASE.only_shown,
    "network:route": _READ.only_shown,
    "network:case_compare": _READ_CASE.only_shown,
    "network:route_compare": _READ.only_shown,
    "network:case_genogram": _READ_CASE.only_shown,
    "network:route_genogram": _READ.only_shown,
    "network:map": _READ.only_shown,
    "network:case_add": _RECORD_CASE,
    "network:route_add": _RECORD,
    "network:case_talk": _RECORD_CASE,
    "network:route_talk": _RECORD,
    "network:case_need": _RECORD_CASE,
    "network:route_need": _RECORD,
    "network:need": _RECORD,
    "network:need_remove": _RECORD,
    "network:case_relative": _RECORD_CASE,
    "network:route_relative": _RECORD,
    "network:case_link": _RECORD_CASE,
    "network:route_link": _RECORD,
    "network:case_bond": _RECORD_CASE,
    "network:route_bond": _RECORD,
    "network:member": _RECORD,
    "network:remove": _RECORD,
    "network:confirm": _RECORD,
    "network:talk": _RECORD,
    "network:unlink": _RECORD,
}
