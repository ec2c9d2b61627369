"""Who may knock at the pages of the chain: readers of figures; of one family whoever reads what helps it.

Targets are set by whoever answers for the practice, as those of indicators are.
"""

from opora.access.rules import Scope
from opora.web.shell.doors import Door

_READ = Door(ability="outcomes.read")
_FAMILY = Door(ability="help.read", relation=True)

DOORS = {
    "chain:list": _READ.only_shown,
    "chain:model": _READ.only_shown,
    "chain:arrow": _READ.only_shown,
    "chain:families": _READ.only_shown,
    "chain:box": _READ.only_shown,
    "chain:target": Door(ability="practice.manage", reach=Scope.ALL),
    "chain:family": _FAMILY.only_shown,
    "chain:case": _FAMILY.only_shown,
}
