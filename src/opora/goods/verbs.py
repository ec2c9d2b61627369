"""What the journal says about goods: numbers, codes and days only."""

from django.utils.translation import gettext_lazy as _

VERBS = {
    "goods.given": _("gave material help by act %(number)s"),
    "goods.taken_back": _("took act %(number)s of material help back by act %(counter)s"),
    "goods.returned": _("took in goods of act %(number)s that came back"),
    "goods.money_given": _("gave money help by act %(number)s"),
    "goods.spending_proven": _("noted a proof of spending for act %(number)s"),
    "goods.act_read": _("read act %(number)s of material help"),
    "goods.reserved": _("put goods aside for a family until %(day)s"),
    "goods.handed_out": _("handed out goods put aside by act %(number)s"),
    "goods.hand_out_planned": _("planned a hand-out to many families for %(day)s"),
    "goods.hand_out_closed": _("closed the hand-out to many families of %(day)s"),
    "goods.released": _("put goods kept for a family back on the shelf"),
    "goods.need_recorded": _("recorded what a family needs"),
    "goods.need_ended": _("noted that a family no longer needs something"),
    "goods.asked_for": _("wrote down on %(day)s that somebody was asked for goods or money"),
    "goods.appeal_answered": _("recorded what came of a request for goods or money on %(day)s"),
    "goods.appeal_voided": _("voided a request for goods or money"),
    "goods.received": _("received goods in the warehouse on %(day)s"),
    "goods.donated": _("noted a donation of money of %(day)s"),
    "goods.sorted": _("sorted goods in the warehouse on %(day)s"),
    "goods.written_off": _("wrote goods off on %(day)s"),
    "goods.moved": _("moved goods to another place on %(day)s"),
    "goods.count_begun": _("began a stock-taking on %(day)s"),
    "goods.counted": _("put down what was counted in the stock-taking begun on %(day)s"),
    "goods.count_closed": _("closed the stock-taking begun on %(day)s"),
    "goods.count_called_off": _("called off the stock-taking begun on %(day)s"),
    "goods.list_changed": _("changed the lists of the warehouse: %(list)s"),
    "goods.imported": _("brought goods in from a workbook, rows: %(count)s"),
}
LISTS = {
    "place": _("stock places"),
    "good": _("kinds of goods"),
    "kit": _("kits"),
    "norm": _("norms"),
    "donor": _("donors"),
    "purpose": _("purposes"),
}
CODES = {"list": LISTS}

# Whoever did this changed nothing: it tells who saw, not what was done.
LOOKS = frozenset({"goods.act_read"})
