"""Who may knock at the pages of volunteers and donors."""

from opora.web.shell.doors import Door

_READ = Door(ability="partners.read")
_KEEP = Door(ability="partners.change")

DOORS = {
    "volunteers:list": _READ.only_shown,
    "volunteers:new": _KEEP,
    "volunteers:helper": _READ.only_shown,
    "volunteers:change": _KEEP,
    "volunteers:hours": _KEEP,
    "volunteers:void": _KEEP,
    "volunteers:hours_correct": _KEEP,
    "volunteers:hours_void": _KEEP,
}
