"""Who may knock at the pages of results; whether this family is theirs to see is asked by the room."""

from opora.web.shell.doors import Door

DOORS = {
    "results:list": Door(ability="outcomes.read"),
    "results:case": Door(ability="help.read", relation=True).only_shown,
    "results:route": Door(ability="help.read").only_shown,
    "results:case_record": Door(ability="help.record", relation=True).only_shown,
    "results:route_record": Door(ability="help.record").only_shown,
    "results:answer": Door(ability="help.record", relation=True),
}
