"""Who may knock at the pages of studies."""

from opora.web.shell.doors import Door

_READ = Door(ability="outcomes.read")
_ASK = Door(ability="outcomes.export")

DOORS = {
    "studies:list": _READ,
    "studies:study": _READ,
    "studies:decisions": _READ,
    "studies:new": _ASK,
    "studies:step": _ASK,
    "studies:register": _ASK,
    "studies:drop": _ASK,
    "studies:open": _ASK,
    "studies:decide": _ASK,
    "studies:effect": _ASK,
}
