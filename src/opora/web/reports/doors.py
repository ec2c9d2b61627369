"""Who may knock at the pages of reports."""

from opora.web.shell.doors import Door

_READ = Door(ability="outcomes.read")
_COMPOSE = Door(ability="outcomes.export")

DOORS = {
    "reports:list": _READ,
    "reports:report": _READ,
    "reports:taken": _READ,
    "reports:new": _COMPOSE,
    "reports:begin": _COMPOSE,
    "reports:about": _COMPOSE,
    "reports:copy": _COMPOSE,
    "reports:take": _COMPOSE,
    "reports:away": _COMPOSE,
    "reports:back": _COMPOSE,
    "reports:kinds": _COMPOSE,
    "reports:add": _COMPOSE,
    "reports:block": _COMPOSE,
    "reports:move": _COMPOSE,
    "reports:drop": _COMPOSE,
    "reports:stakeholders": _READ,
    "reports:stakeholders_file": _COMPOSE,
    "reports:case_sheet": Door(ability="help.read", relation=True),
    "reports:route_sheet": Door(ability="help.read"),
    "reports:case_sheet_file": Door(ability="help.read", relation=True),
    "reports:route_sheet_file": Door(ability="help.read"),
    "reports:export": _COMPOSE,
    "reports:export_taken": _COMPOSE,
}
