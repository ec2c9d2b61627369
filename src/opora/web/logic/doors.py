"""Who may knock at the pages of logic models: everybody who works here reads them, few change them."""

from opora.web.shell.doors import Door

_CHANGE = Door(ability="practice.manage")

DOORS = {
    "logic:list": Door().only_shown,
    "logic:outcomes": Door().only_shown,
    "logic:assumptions": Door().only_shown,
    "logic:model": Door().only_shown,
    "logic:version": Door().only_shown,
    "logic:node": Door().only_shown,
    "logic:draft": _CHANGE.only_shown,
    "logic:begin": _CHANGE,
    "logic:add_box": _CHANGE,
    "logic:box": _CHANGE,
    "logic:remove_box": _CHANGE,
    "logic:shift_box": _CHANGE,
    "logic:connect": _CHANGE,
    "logic:arrow": _CHANGE,
    "logic:disconnect": _CHANGE,
    "logic:add_assumption": _CHANGE,
    "logic:assumption": _CHANGE,
    "logic:remove_assumption": _CHANGE,
    "logic:new": _CHANGE,
    "logic:bring": _CHANGE,
    "logic:toml": _CHANGE.only_shown,
    "logic:head": _CHANGE,
    "logic:add_part": _CHANGE,
    "logic:part": _CHANGE,
    "logic:remove_part": _CHANGE,
    "logic:shift_part": _CHANGE,
    "logic:draft_toml": _CHANGE.only_shown,
    "logic:publish": _CHANGE,
    "logic:give_up": _CHANGE,
    "logic:take_back": _CHANGE,
}
