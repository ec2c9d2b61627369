"""Who may knock at the pages of papers."""

from opora.web.shell.doors import Door

_WORK = Door(ability="intake.work")

DOORS = {
    "papers:panel": _WORK,
    "papers:attach": _WORK,
    "papers:new_consent": _WORK,
    "papers:file": _WORK,
    "papers:content": _WORK,
    "papers:consent": _WORK,
    "papers:withdraw": _WORK,
}
