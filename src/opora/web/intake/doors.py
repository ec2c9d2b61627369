"""Who may knock at the pages of intake."""

from opora.web.shell.doors import Door

_WORK = Door(ability="intake.work")
_PUBLIC = Door(public=True)

DOORS = {
    "intake:help": _PUBLIC,
    "intake:help_sent": _PUBLIC,
    "intake:list": _WORK,
    "intake:new": _WORK,
    "intake:known": _WORK,
    "intake:signal": _WORK,
    "intake:panel": _WORK,
}
