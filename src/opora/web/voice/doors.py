"""Who may knock at the pages of the voice of the organization."""

from opora.web.shell.doors import Door

_READ = Door(ability="partners.read")
_KEEP = Door(ability="partners.change")

_FAMILY = Door(ability="help.read")
_RECORD = Door(ability="help.record")

DOORS = {
    "voice:case_quotes": Door(ability="help.read", relation=True).only_shown,
    "voice:route_quotes": _FAMILY.only_shown,
    "voice:case_quote_new": Door(ability="help.record", relation=True),
    "voice:route_quote_new": _RECORD,
    "voice:take_back": _RECORD,
    "voice:list": _READ.only_shown,
    "voice:new": _KEEP,
    "voice:change": _KEEP,
    "voice:void": _KEEP,
    "voice:channels": _READ.only_shown,
    "voice:channel_new": _KEEP,
    "voice:channel": _READ.only_shown,
    "voice:channel_change": _KEEP,
    "voice:count": _KEEP,
}
