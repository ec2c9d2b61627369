"""Who may knock at the pages of circumstances; whether this family is theirs to see is asked by the room."""

from opora.web.shell.doors import Door

DOORS = {
    "circumstances:list": Door(ability="help.read"),
    "circumstances:case": Door(ability="help.read", relation=True).only_shown,
    "circumstances:route": Door(ability="help.read").only_shown,
    "circumstances:case_record": Door(ability="help.record", relation=True).only_shown,
    "circumstances:route_record": Door(ability="help.record").only_shown,
}
