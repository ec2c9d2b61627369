"""Who may knock at the page of a family."""

from opora.web.shell.doors import Door

DOORS = {
    "cases:file": Door(ability="case.read", relation=True, notes_look=True).only_shown,
    "process:route": Door(ability="intake.work", notes_look=True).only_shown,
}
