"""Who may knock at the pages of assessments."""

from opora.web.shell.doors import Door

_READ = Door(ability="case.read", relation=True)
_WRITE = Door(ability="assessment.write", relation=True)
_APPROVE = Door(ability="assessment.approve", relation=True)

DOORS = {
    "assessments:list": _READ.only_shown,
    "assessments:profile": _READ.only_shown,
    "assessments:blank": _READ.only_shown,
    "assessments:show": _READ.only_shown,
    "assessments:fill_in": _WRITE,
    "assessments:draft": _WRITE,
    "assessments:discard": _WRITE,
    "assessments:correct": _WRITE,
    "assessments:correct_draft": _WRITE,
    "assessments:correct_discard": _WRITE,
    "assessments:approve": _APPROVE,
    "assessments:return": _APPROVE,
    "assessments:try_out": Door(ability="practice.manage"),
}
