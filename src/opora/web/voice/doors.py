"""Who may knock at the pages of the voice of the organization."""

from opora.web.shell.doors import Door

_READ = Door(ability="partners.read")
_KEEP = Door(ability="partners.change")

DOORS = {
    "voice:list": _READ,
    "voice:new": _KEEP,
    "voice:change": _KEEP,
    "voice:void": _KEEP,
    "voice:channels": _READ,
    "voice:channel_new": _KEEP,
    "voice:channel": _READ,
    "voice:channel_change": _KEEP,
    "voice:count": _KEEP,
}
