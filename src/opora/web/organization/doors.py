"""The access table of this front room."""

from opora.web.shell.doors import Door

_KEEP = Door(ability="practice.manage")

DOORS = {"organization:details": _KEEP, "organization:days": _KEEP}
