"""Who may knock at the pages of partners."""

from opora.web.shell.doors import Door

DOORS: dict[str, Door] = {}
