"""Who may knock at the pages of plans; whether this path is theirs to see is asked by the room.

A volunteer comes in by the list of tasks only: the ability to do tasks opens no page of a family (S4-16).
"""

from opora.web.shell.doors import Door

_PLAN = Door(ability="plan.write")
_TASK = Door(ability="task.do")

DOORS = {
    "plans:tasks": _TASK,
    "plans:finish": _TASK,
    "plans:undo": _TASK,
    "plans:panel": _PLAN.only_shown,
    "plans:begin": _PLAN,
    "plans:words": _PLAN,
    "plans:copy": _PLAN.only_shown,
    "plans:offer": _PLAN,
    "plans:goal_new": _PLAN,
    "plans:goal": _PLAN,
    "plans:decide": _PLAN,
    "plans:reopen": _PLAN,
    "plans:task_new": _PLAN,
    "plans:task": _PLAN,
    "plans:cancel": _PLAN,
    "plans:milestones": _PLAN,
    "plans:milestone": _PLAN,
    "plans:agree": _PLAN,
    "plans:correct": _PLAN,
    "plans:review": _PLAN,
    "plans:versions": _PLAN.only_shown,
    "plans:version": _PLAN.only_shown,
    "plans:event_new": _PLAN,
    "plans:waive": _PLAN,
}
