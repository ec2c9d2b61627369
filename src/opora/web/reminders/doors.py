"""Who may knock at the pages of reminders. The calendar has no door: its address is the key."""

from opora.web.shell.doors import Door

_WORKER = Door(ability="task.do")

DOORS: dict[str, Door] = {
    "reminders:list": _WORKER.only_shown,
    "reminders:settings": _WORKER,
    "reminders:make_calendar": _WORKER,
    "reminders:revoke_calendar": _WORKER,
    "reminders:calendar": Door(public=True),
}
