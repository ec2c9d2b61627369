"""Who may knock at the pages of the registry import."""

from opora.web.shell.doors import Door

_IMPORT = Door(ability="registry.import")

DOORS = {
    "registry:start": _IMPORT,
    "registry:blank": _IMPORT,
    "registry:run": _IMPORT,
    "registry:program": _IMPORT,
    "registry:columns": _IMPORT,
    "registry:ask": _IMPORT,
    "registry:emptied": _IMPORT,
    "registry:confirm": _IMPORT,
    "registry:discard": _IMPORT,
    "registry:remarks": _IMPORT,
}
