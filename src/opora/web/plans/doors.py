"""Who may knock at the pages of plans."""

from opora.web.shell.doors import Door

DOORS: dict[str, Door] = {}
