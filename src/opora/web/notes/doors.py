"""Who may knock at the pages of notes; which notes are somebody's is asked by the room, note by note."""

from opora.web.shell.doors import Door

_MINE = Door(ability="notes.read")

DOORS = {
    "notes:list": _MINE.only_shown,
    "notes:case": Door(ability="notes.read", relation=True),
    "notes:route": _MINE,
    "notes:note": Door(ability="notes.read", notes_look=True).only_shown,
    "notes:correct": _MINE,
    "notes:void": _MINE,
    "notes:readers": _MINE,
    "notes:left": Door(ability="notes.hand_on").only_shown,
    "notes:hand_on": Door(ability="notes.hand_on"),
}
