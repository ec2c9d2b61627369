"""Who may knock at the pages of process."""

from opora.web.shell.doors import Door

DOORS: dict[str, Door] = {}
