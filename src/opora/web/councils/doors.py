"""Who may knock at the pages of councils; whether this path is theirs to see is asked by the room."""

from opora.web.shell.doors import Door

_MEMBER = Door(ability="council.vote")

DOORS = {
    "councils:waiting": Door(ability="council.vote").only_shown,
    "councils:panel": _MEMBER.only_shown,
    "councils:ballot_new": _MEMBER,
    "councils:ballot": _MEMBER,
    "councils:conflict": _MEMBER,
    "councils:close": _MEMBER,
    "councils:minutes": _MEMBER.only_shown,
    "councils:conference_new": _MEMBER,
    "councils:conference": _MEMBER.only_shown,
}
