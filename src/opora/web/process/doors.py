"""Who may knock at the pages of paths."""

from opora.web.shell.doors import Door

_WORK = Door(ability="intake.work")

DOORS = {
    "process:work": _WORK,
    "process:step": _WORK,
    "process:file_paper": _WORK,
    "process:withdraw_paper": _WORK,
    "process:finish_task": _WORK,
    "process:hand_on": _WORK,
    "process:take_back": _WORK,
    "process:override": Door(ability="process.override"),
    "process:palliative": _WORK,
    "process:refusal": _WORK,
    "process:case_path": Door(ability="case.read", relation=True),
    "process:list": _WORK,
    "process:map": _WORK,
    "process:stage": _WORK,
    "process:tables": _WORK,
    "process:bpmn": _WORK,
    "process:move": Door(ability="practice.manage"),
    "process:route_map": Door(ability="intake.work", notes_look=True),
}
