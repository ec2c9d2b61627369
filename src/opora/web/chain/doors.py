"""Who may knock at the pages of the chain: readers of figures; of one family whoever reads what helps it."""

from opora.web.shell.doors import Door

_READ = Door(ability="outcomes.read")
_FAMILY = Door(ability="help.read", relation=True)

DOORS = {
    "chain:list": _READ,
    "chain:model": _READ,
    "chain:arrow": _READ,
    "chain:families": _READ,
    "chain:family": _FAMILY,
    "chain:case": _FAMILY,
}
