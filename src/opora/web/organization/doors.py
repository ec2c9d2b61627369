"""The access table of this front room."""

from opora.web.shell.doors import Door

_KEEP = Door(ability="organization.manage")

DOORS = {"organization:details": _KEEP, "organization:days": _KEEP}
