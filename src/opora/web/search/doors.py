"""Who may knock at the search: whoever works with families."""

from opora.web.shell.doors import Door

DOORS: dict[str, Door] = {"search:find": Door(ability="intake.work")}
