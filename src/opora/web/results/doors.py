"""Who may knock at the pages of results; whether this family is theirs to see is asked by the room."""

from opora.web.shell.doors import Door

DOORS = {
    "results:list": Door(ability="outcomes.read"),
    "results:case": Door(ability="help.read", relation=True),
    "results:route": Door(ability="help.read"),
    "results:case_record": Door(ability="help.record", relation=True),
    "results:route_record": Door(ability="help.record"),
    "results:answer": Door(ability="help.record", relation=True),
}
