"""Who may knock at the pages of indicators: readers of figures; targets are set by whoever answers for the practice."""

from opora.access.rules import Scope
from opora.web.shell.doors import Door

_KEEPERS = Door(ability="practice.manage", reach=Scope.ALL)
DOORS = {
    "indicators:list": Door(ability="outcomes.read").only_shown,
    "indicators:one": Door(ability="outcomes.read").only_shown,
    "indicators:cases": Door(ability="outcomes.read").only_shown,
    "indicators:outside": Door(ability="outcomes.read").only_shown,
    "indicators:target": _KEEPERS,
    "indicators:drop_target": _KEEPERS,
    "indicators:outside_new": _KEEPERS,
    "indicators:outside_void": _KEEPERS,
    "indicators:new": _KEEPERS,
    "indicators:put_away": _KEEPERS,
    "indicators:draft": _KEEPERS,
    "indicators:begin": _KEEPERS,
    "indicators:publish": _KEEPERS,
    "indicators:give_up": _KEEPERS,
    "indicators:take_back": _KEEPERS,
}
