"""Who may knock at the pages of papers."""

from opora.web.shell.doors import Door

DOORS: dict[str, Door] = {}
