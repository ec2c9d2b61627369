"""Who may knock at the pages of paths."""

from opora.web.shell.doors import Door

_WORK = Door(ability="intake.work")
_CHANGE = Door(ability="practice.manage")

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
    "process:case_path": Door(ability="case.read", relation=True).only_shown,
    # A process is read like forms and models: by everybody who works here.
    "process:list": Door().only_shown,
    "process:map": Door().only_shown,
    "process:stage": _WORK.only_shown,
    "process:tables": Door().only_shown,
    "process:bpmn": Door().only_shown,
    "process:move": _CHANGE,
    "process:versions": _CHANGE,
    "process:toml": _CHANGE.only_shown,
    "process:draft": _CHANGE.only_shown,
    "process:draft_begin": _CHANGE,
    "process:draft_toml": _CHANGE.only_shown,
    "process:draft_head": _CHANGE,
    "process:draft_add": _CHANGE,
    "process:draft_part": _CHANGE,
    "process:draft_remove": _CHANGE,
    "process:draft_shift": _CHANGE,
    "process:draft_table": _CHANGE.only_shown,
    "process:draft_add_row": _CHANGE,
    "process:draft_row": _CHANGE,
    "process:draft_remove_row": _CHANGE,
    "process:draft_shift_row": _CHANGE,
    "process:draft_add_fact": _CHANGE,
    "process:draft_fact": _CHANGE,
    "process:draft_remove_fact": _CHANGE,
    "process:draft_shift_fact": _CHANGE,
    "process:draft_publish": _CHANGE,
    "process:draft_give_up": _CHANGE,
    "process:draft_take_back": _CHANGE,
    "process:route_map": Door(ability="intake.work", notes_look=True).only_shown,
}
