"""Who may knock at the pages of partners; whether a path is theirs to see is asked by the room."""

from opora.web.shell.doors import Door

_READ = Door(ability="partners.read")
_CHANGE = Door(ability="partners.change")

DOORS = {
    "partners:list": _READ.only_shown,
    "partners:new": _CHANGE,
    "partners:exchange": _CHANGE,
    "partners:export": _READ.only_shown,
    "partners:partner": _READ.only_shown,
    "partners:change": _CHANGE,
    "partners:panel": _READ.only_shown,
    "partners:refer": _READ,
    "partners:unconfirmed": _READ.only_shown,
    "partners:confirm": _READ,
}
