"""Who may knock at the pages of intake."""

from opora.access.rules import Scope
from opora.web.shell.doors import Door

_WORK = Door(ability="intake.work")
_PUBLIC = Door(public=True)

DOORS = {
    "intake:help": _PUBLIC,
    "intake:help_sent": _PUBLIC.only_shown,
    "intake:list": _WORK,
    "intake:new": Door(ability="intake.work", reach=Scope.DEPARTMENT),
    "intake:known": _WORK,
    "intake:channels": Door(ability="practice.manage"),
    "intake:signal": _WORK.only_shown,
    "intake:join": _WORK,
    "intake:part": _WORK,
    "intake:contact": _WORK.only_shown,
    "intake:contacts": _WORK.only_shown,
    "intake:source": _WORK.only_shown,
    "intake:sources": _WORK.only_shown,
    "intake:new_source": _WORK,
    "intake:aid": _WORK.only_shown,
    "intake:visit": _WORK.only_shown,
    "intake:report_visit": _WORK,
    "intake:approve_visit": Door(ability="assessment.approve"),
    "intake:risks": _WORK.only_shown,
    "intake:report": _WORK.only_shown,
    "intake:freeze_report": _WORK,
    "intake:panel": _WORK.only_shown,
    "intake:new_aid": _WORK,
    "intake:screening": _WORK,
    "intake:new_risks": _WORK,
    "intake:write_report": _WORK,
}
