"""Who may knock at the pages of papers."""

from opora.web.shell.doors import Door

_WORK = Door(ability="intake.work")
_DESTROY = Door(ability="data.destroy")

DOORS = {
    "papers:panel": _WORK,
    "papers:attach": _WORK,
    "papers:new_consent": _WORK,
    "papers:file": _WORK,
    "papers:content": _WORK,
    "papers:consent": _WORK,
    "papers:withdraw": _WORK,
    "papers:new_letter": _WORK,
    "papers:letter": _WORK,
    "papers:new_notice": _WORK,
    "papers:notice": _WORK,
    "papers:new_history": _WORK,
    "papers:history": _WORK,
    "papers:disclosures": _WORK,
    "papers:destroy": _DESTROY,
    "papers:terms": _DESTROY,
    "papers:extend": _DESTROY,
    "papers:act": _DESTROY,
    "papers:act_journal": _DESTROY,
    "papers:templates": Door(ability="practice.manage"),
    "papers:template": Door(ability="practice.manage"),
}
