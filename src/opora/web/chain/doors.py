"""Who may knock at the pages of the chain: readers of figures."""

from opora.web.shell.doors import Door

_READ = Door(ability="outcomes.read")

DOORS = {"chain:list": _READ, "chain:model": _READ, "chain:arrow": _READ, "chain:families": _READ}
