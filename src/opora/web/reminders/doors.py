"""Who may knock at the pages of reminders."""

from opora.web.shell.doors import Door

DOORS: dict[str, Door] = {}
