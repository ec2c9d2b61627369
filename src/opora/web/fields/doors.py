"""Who may knock at the pages of own fields; whether this family is theirs to see is asked by the room."""

from opora.web.shell.doors import Door

_CHANGE = Door(ability="practice.manage")

DOORS = {
    "fields:list": _CHANGE.only_shown,
    "fields:new": _CHANGE,
    "fields:field": _CHANGE,
    "fields:end": _CHANGE,
    "fields:again": _CHANGE,
    "fields:shift": _CHANGE,
    "fields:case": Door(ability="case.read", relation=True).only_shown,
    "fields:route": Door(ability="intake.work").only_shown,
    "fields:case_fill": Door(ability="case.read", relation=True),
    "fields:route_fill": Door(ability="intake.work"),
}
