"""Who may knock at the pages of councils."""

from opora.web.shell.doors import Door

DOORS: dict[str, Door] = {}
