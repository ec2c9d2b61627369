"""Who may knock at the pages of the life of a family; whether this family is theirs to see is asked by the room."""

from opora.web.shell.doors import Door

_WORK = Door(ability="intake.work")
_CASE = Door(ability="intake.work", relation=True)

DOORS = {
    "life:choose_family": _WORK,
    "life:signal_record": _WORK,
    "life:case_choose": _CASE.only_shown,
    "life:case_record": _CASE,
    "life:route_choose": _WORK.only_shown,
    "life:route_record": _WORK,
    "life:case": _CASE,
    "life:route": _WORK,
    "life:mend": _WORK,
    "life:void": _WORK,
    "life:undo": _WORK,
    "life:put_off": _WORK,
    "life:cancel": _WORK,
    "life:missed": _WORK,
    "life:answered": _WORK,
}
