"""Everything that changes the stock, gives out of it, and notes what families need."""

from opora.goods.actions.appealing import answer_appeal, ask_for, void_appeal
from opora.goods.actions.asking import Asked
from opora.goods.actions.attaching import attach
from opora.goods.actions.bringing_in import bring_in
from opora.goods.actions.correcting import correct_goods, correct_money
from opora.goods.actions.counting import begin_count, call_off_count, close_count, put_down
from opora.goods.actions.giving import give_goods
from opora.goods.actions.handing_out import give_to_many, hand_out_to_many, put_aside_for_many
from opora.goods.actions.keeping import keep_good, keep_kit, keep_norm, keep_place, keep_purpose
from opora.goods.actions.money import give_money, prove_spending
from opora.goods.actions.needing import end_need, record_need
from opora.goods.actions.planning_hand_outs import Planned, close_hand_out, plan_hand_out
from opora.goods.actions.reading import read_act
from opora.goods.actions.reserving import hand_out, put_aside, put_back, put_back_lapsed
from opora.goods.actions.taking_back import take_back_issue, take_in_return
from opora.goods.actions.warehouse import Coming, move_goods, note_money, receive, sort_goods, write_off

__all__ = [
    "Asked",
    "Coming",
    "Planned",
    "answer_appeal",
    "ask_for",
    "attach",
    "begin_count",
    "bring_in",
    "call_off_count",
    "close_count",
    "close_hand_out",
    "correct_goods",
    "correct_money",
    "end_need",
    "give_goods",
    "give_money",
    "give_to_many",
    "hand_out",
    "hand_out_to_many",
    "keep_good",
    "keep_kit",
    "keep_norm",
    "keep_place",
    "keep_purpose",
    "move_goods",
    "note_money",
    "plan_hand_out",
    "prove_spending",
    "put_aside",
    "put_aside_for_many",
    "put_back",
    "put_back_lapsed",
    "put_down",
    "read_act",
    "receive",
    "record_need",
    "sort_goods",
    "take_back_issue",
    "take_in_return",
    "void_appeal",
    "write_off",
]
