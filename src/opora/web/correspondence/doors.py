"""Who may knock at the pages of letters."""

from opora.web.shell.doors import Door

_READ = Door(ability="partners.read")
_KEEP = Door(ability="partners.change")
_FAMILY = Door(ability="help.read")
_RECORD = Door(ability="help.record")

DOORS = {
    "correspondence:list": _READ.only_shown,
    "correspondence:new": _KEEP,
    "correspondence:in": _KEEP,
    "correspondence:letter": _READ.only_shown,
    "correspondence:file": _READ.only_shown,
    "correspondence:change": _READ,
    "correspondence:check": _READ,
    "correspondence:approve": Door(ability="letters.sign"),
    "correspondence:send": _READ,
    "correspondence:answer": _READ,
    "correspondence:give_up": _READ,
    "correspondence:reply": _READ,
    "correspondence:correct": _READ,
    "correspondence:void": _READ,
    "correspondence:documents": _READ.only_shown,
    "correspondence:case_documents": _FAMILY.only_shown,
    "correspondence:document": _FAMILY.only_shown,
    "correspondence:case": _FAMILY.only_shown,
    "correspondence:case_new": _RECORD,
    "correspondence:case_in": _RECORD,
    "correspondence:route": _FAMILY.only_shown,
    "correspondence:route_new": _RECORD,
    "correspondence:route_in": _RECORD,
    "correspondence:agreements": _READ.only_shown,
    "correspondence:agreement_new": _KEEP,
    "correspondence:agreement": _READ.only_shown,
    "correspondence:agreement_change": _KEEP,
    "correspondence:agreement_end": _KEEP,
    "correspondence:agreement_void": _KEEP,
    "correspondence:agreement_file": _READ.only_shown,
    "correspondence:agreement_print": _READ.only_shown,
    "correspondence:meetings": _READ.only_shown,
    "correspondence:meeting_new": _KEEP,
    "correspondence:meeting": _READ.only_shown,
    "correspondence:meeting_change": _KEEP,
    "correspondence:meeting_void": _KEEP,
}
