"""Who may knock at the pages of goods; whether a family is theirs to see is asked by the room."""

from opora.web.shell.doors import Door

_SEES = Door(ability="goods.read")
_KEEPS = Door(ability="goods.manage")
_READS = Door(ability="help.read")
_GIVES = Door(ability="help.record")
_FAMILY = Door(ability="help.read", relation=True)
_FAMILY_GIVES = Door(ability="help.record", relation=True)

DOORS = {
    "goods:stock": _SEES.only_shown,
    "goods:good": _SEES.only_shown,
    "goods:movements": _SEES.only_shown,
    "goods:bring_in": _KEEPS,
    "goods:receive": _KEEPS,
    "goods:write_off": _KEEPS,
    "goods:move": _KEEPS,
    "goods:sort": _KEEPS,
    "goods:waiting": _SEES.only_shown,
    "goods:hand_out": _SEES,
    "goods:put_back": _SEES,
    "goods:handouts": _SEES.only_shown,
    "goods:handout_new": _SEES,
    "goods:handout": _SEES,
    "goods:handout_change": _SEES,
    "goods:handout_families": _GIVES,
    "goods:handout_sheet": _SEES.only_shown,
    "goods:handout_close": _SEES,
    "goods:counts": _KEEPS.only_shown,
    "goods:begin_count": _KEEPS,
    "goods:count": _KEEPS,
    "goods:close_count": _KEEPS,
    "goods:call_off_count": _KEEPS,
    "goods:appeals": _KEEPS.only_shown,
    "goods:appeal_new": _KEEPS,
    "goods:appeal_answer": _KEEPS,
    "goods:appeal_void": _KEEPS,
    "goods:donors": _KEEPS.only_shown,
    "goods:money_donated": _KEEPS,
    "goods:lists": _KEEPS.only_shown,
    "goods:keep": _KEEPS,
    "goods:given": _READS.only_shown,
    "goods:needs": _READS.only_shown,
    "goods:act": Door(ability="goods.read").only_shown,
    "goods:take_back": _GIVES,
    "goods:correct": _GIVES,
    "goods:attach": _GIVES,
    "goods:returned": Door(ability="goods.read"),
    "goods:prove": _GIVES,
    "goods:need": _GIVES.only_shown,
    "goods:end_need": _GIVES,
    "goods:case": _FAMILY.only_shown,
    "goods:case_give": _FAMILY_GIVES,
    "goods:case_money": _FAMILY_GIVES,
    "goods:case_need": _FAMILY_GIVES,
    "goods:route": _FAMILY.only_shown,
    "goods:route_give": _FAMILY_GIVES,
    "goods:route_money": _FAMILY_GIVES,
    "goods:route_need": _FAMILY_GIVES,
}
