"""Who may knock at the pages of studies."""

from opora.web.shell.doors import Door

_READ = Door(ability="outcomes.read")
_ASK = Door(ability="outcomes.export")

DOORS = {
    "studies:list": _READ.only_shown,
    "studies:study": _READ.only_shown,
    "studies:decisions": _READ.only_shown,
    "studies:new": _ASK,
    "studies:step": _ASK,
    "studies:register": _ASK,
    "studies:drop": _ASK,
    "studies:open": _ASK,
    "studies:decide": _ASK,
    "studies:effect": _ASK,
}
