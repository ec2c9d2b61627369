"""Who may knock at the pages of partners; whether a path is theirs to see is asked by the room."""

from opora.web.shell.doors import Door

_READ = Door(ability="partners.read")
_CHANGE = Door(ability="partners.change")

DOORS = {
    "partners:list": _READ,
    "partners:new": _CHANGE,
    "partners:exchange": _CHANGE,
    "partners:export": _READ,
    "partners:partner": _READ,
    "partners:change": _CHANGE,
    "partners:panel": _READ,
    "partners:refer": _READ,
    "partners:unconfirmed": _READ,
    "partners:confirm": _READ,
}
