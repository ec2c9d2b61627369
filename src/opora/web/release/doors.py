"""Who may knock at the release desk."""

from opora.web.shell.doors import Door

_READ = Door(ability="outcomes.read")
_PREPARE = Door(ability="release.prepare")
_CONFIRM = Door(ability="release.confirm")

DOORS = {
    "release:list": _READ,
    "release:one": _READ,
    "release:file": _READ,
    "release:new": _PREPARE,
    "release:prepare": _PREPARE,
    "release:withdraw": _PREPARE,
    "release:call_back": _PREPARE,
    "release:let_go": _CONFIRM,
    "release:send_back": _CONFIRM,
    "release:limits": Door(ability="organization.manage"),
}
