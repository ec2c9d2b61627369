"""Who may knock at the pages of attention."""

from opora.web.shell.doors import Door

DOORS: dict[str, Door] = {
    "attention:list": Door(ability="case.read"),
    "attention:panel": Door(ability="case.read"),
    "attention:rules": Door(ability="practice.manage"),
    "attention:aside": Door(ability="case.change", relation=True),
    "attention:take_back": Door(ability="case.change", relation=True),
}
