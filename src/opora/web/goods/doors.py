"""Who may knock at the pages of goods; whether a family is theirs to see is asked by the room."""

from opora.web.shell.doors import Door

_SEES = Door(ability="goods.read")
_KEEPS = Door(ability="goods.manage")
_READS = Door(ability="help.read")
_GIVES = Door(ability="help.record")
_FAMILY = Door(ability="help.read", relation=True)
_FAMILY_GIVES = Door(ability="help.record", relation=True)

DOORS = {
    "goods:stock": _SEES,
    "goods:good": _SEES,
    "goods:movements": _SEES,
    "goods:bring_in": _KEEPS,
    "goods:receive": _KEEPS,
    "goods:write_off": _KEEPS,
    "goods:move": _KEEPS,
    "goods:sort": _KEEPS,
    "goods:waiting": _SEES,
    "goods:hand_out": _SEES,
    "goods:put_back": _SEES,
    "goods:handouts": _SEES,
    "goods:handout_new": _SEES,
    "goods:handout": _SEES,
    "goods:handout_change": _SEES,
    "goods:handout_families": _GIVES,
    "goods:handout_sheet": _SEES,
    "goods:handout_close": _SEES,
    "goods:counts": _KEEPS,
    "goods:begin_count": _KEEPS,
    "goods:count": _KEEPS,
    "goods:close_count": _KEEPS,
    "goods:call_off_count": _KEEPS,
    "goods:donors": _KEEPS,
    "goods:money_donated": _KEEPS,
    "goods:lists": _KEEPS,
    "goods:keep": _KEEPS,
    "goods:given": _READS,
    "goods:needs": _READS,
    "goods:act": Door(ability="goods.read"),
    "goods:take_back": _GIVES,
    "goods:correct": _GIVES,
    "goods:attach": _GIVES,
    "goods:returned": Door(ability="goods.read"),
    "goods:prove": _GIVES,
    "goods:need": _GIVES,
    "goods:end_need": _GIVES,
    "goods:case": _FAMILY,
    "goods:case_give": _FAMILY_GIVES,
    "goods:case_money": _FAMILY_GIVES,
    "goods:case_need": _FAMILY_GIVES,
    "goods:route": _FAMILY,
    "goods:route_give": _FAMILY_GIVES,
    "goods:route_money": _FAMILY_GIVES,
    "goods:route_need": _FAMILY_GIVES,
}
