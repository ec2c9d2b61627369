"""Who may knock at the release desk."""

from opora.web.shell.doors import Door

_READ = Door(ability="outcomes.read")
_PREPARE = Door(ability="release.prepare")
_CONFIRM = Door(ability="release.confirm")

DOORS = {
    "release:list": _READ.only_shown,
    "release:one": _READ.only_shown,
    "release:file": _READ.only_shown,
    "release:new": _PREPARE.only_shown,
    "release:prepare": _PREPARE,
    "release:withdraw": _PREPARE,
    "release:call_back": _PREPARE,
    "release:let_go": _CONFIRM,
    "release:send_back": _CONFIRM,
    "release:limits": Door(ability="organization.manage"),
}
