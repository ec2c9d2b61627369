"""Who may knock at the pages of assessment forms: everybody who works here reads them, few change them."""

from opora.web.shell.doors import Door

_CHANGE = Door(ability="practice.manage")

DOORS = {
    "instruments:list": Door().only_shown,
    "instruments:form": Door().only_shown,
    "instruments:version": Door().only_shown,
    "instruments:toml": _CHANGE.only_shown,
    "instruments:xlsform": _CHANGE.only_shown,
    "instruments:bring": _CHANGE,
    "instruments:bring_in": _CHANGE,
    "instruments:new": _CHANGE,
    "instruments:begin": _CHANGE,
    "instruments:draft": _CHANGE.only_shown,
    "instruments:draft_toml": _CHANGE.only_shown,
    "instruments:head": _CHANGE,
    "instruments:scale": _CHANGE,
    "instruments:add_level": _CHANGE,
    "instruments:level": _CHANGE,
    "instruments:remove_level": _CHANGE,
    "instruments:shift_level": _CHANGE,
    "instruments:add_section": _CHANGE,
    "instruments:section": _CHANGE,
    "instruments:remove_section": _CHANGE,
    "instruments:shift_section": _CHANGE,
    "instruments:add_item": _CHANGE,
    "instruments:item": _CHANGE,
    "instruments:remove_item": _CHANGE,
    "instruments:shift_item": _CHANGE,
    "instruments:publish": _CHANGE,
    "instruments:give_up": _CHANGE,
    "instruments:take_back": _CHANGE,
    "instruments:programs": _CHANGE,
}
