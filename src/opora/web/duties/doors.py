"""Who may knock at the pages of duties. Whose work one may look at is asked again by the room's policies."""

from opora.web.shell.doors import Door

_SIGNED_IN = Door()
_LEADS = Door(ability="case.read")

DOORS: dict[str, Door] = {
    "duties:colleagues": _LEADS,
    "duties:work": _SIGNED_IN,
    "duties:pass_on": _SIGNED_IN,
    "duties:call_off": _SIGNED_IN,
    "duties:substitute": _SIGNED_IN,
    "duties:end_substitution": _SIGNED_IN,
    "duties:unowned": _LEADS,
    "duties:assign": _LEADS,
}
