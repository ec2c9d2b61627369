"""Who may knock at the pages of intake."""

from opora.web.shell.doors import Door

DOORS: dict[str, Door] = {}
