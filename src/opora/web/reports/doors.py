"""Who may knock at the pages of reports."""

from opora.web.shell.doors import Door

_READ = Door(ability="outcomes.read")
_COMPOSE = Door(ability="outcomes.export")

DOORS = {
    "reports:list": _READ.only_shown,
    "reports:report": _READ.only_shown,
    "reports:taken": _READ.only_shown,
    "reports:new": _COMPOSE.only_shown,
    "reports:begin": _COMPOSE,
    "reports:about": _COMPOSE,
    "reports:copy": _COMPOSE,
    "reports:take": _COMPOSE,
    "reports:away": _COMPOSE,
    "reports:back": _COMPOSE,
    "reports:kinds": _COMPOSE.only_shown,
    "reports:add": _COMPOSE,
    "reports:block": _COMPOSE,
    "reports:move": _COMPOSE,
    "reports:drop": _COMPOSE,
    "reports:stakeholders": _READ.only_shown,
    "reports:stakeholders_file": _COMPOSE.only_shown,
    "reports:case_sheet": Door(ability="help.read", relation=True).only_shown,
    "reports:route_sheet": Door(ability="help.read").only_shown,
    "reports:case_sheet_file": Door(ability="help.read", relation=True).only_shown,
    "reports:route_sheet_file": Door(ability="help.read").only_shown,
    "reports:export": _COMPOSE.only_shown,
    "reports:export_taken": _COMPOSE.only_shown,
}
