"""Who may knock at the pages of papers."""

from opora.web.shell.doors import Door

_WORK = Door(ability="intake.work")
_DESTROY = Door(ability="data.destroy")

DOORS = {
    "papers:panel": _WORK.only_shown,
    "papers:attach": _WORK,
    "papers:new_consent": _WORK,
    "papers:file": _WORK.only_shown,
    "papers:content": _WORK.only_shown,
    "papers:consent": _WORK.only_shown,
    "papers:withdraw": _WORK,
    "papers:new_letter": _WORK,
    "papers:letter": _WORK,
    "papers:new_notice": _WORK,
    "papers:notice": _WORK,
    "papers:new_history": _WORK,
    "papers:history": _WORK.only_shown,
    "papers:disclosures": _WORK.only_shown,
    "papers:destroy": _DESTROY,
    "papers:terms": _DESTROY.only_shown,
    "papers:extend": _DESTROY,
    "papers:act": _DESTROY.only_shown,
    "papers:act_journal": _DESTROY.only_shown,
    "papers:templates": Door(ability="practice.manage"),
    "papers:template": Door(ability="practice.manage").only_shown,
}
