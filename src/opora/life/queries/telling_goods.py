"""Material help told in one sentence."""

from collections.abc import Mapping
from decimal import Decimal

from django.utils.translation import gettext as _

from opora.families.sealing import opener
from opora.goods import words as goods
from opora.goods.models import Issue, MoneyHelp
from opora.life import words
from opora.life.queries.life_lines import Row, Told


def tell_issue(row: Row, _names: Mapping[int, str]) -> Told:
    """What was given, by which act, and for what; taken back by which."""
    amount = row.extra.get("amount")
    paid_for = row.code("paid_for")
    title = str(words.ISSUES[row.code("kind")]) % {
        "things": ", ".join(_things(row)),
        "sum": goods.amount(Decimal(str(amount))) if amount is not None else "",
        "what": str(MoneyHelp.PaidFor(paid_for).label) if paid_for else "",
    }
    if counter := row.code("counter"):
        aside = _("act %(number)s, taken back by act %(counter)s") % {"number": row.code("number"), "counter": counter}
    else:
        aside = _("act %(number)s") % {"number": row.code("number")}
    told = [opener(MoneyHelp, "purpose")(row.more) if row.more else "", opener(Issue, "remark")(row.sealed)]
    return Told(title, "\n".join(filter(None, told)), aside, "own")


def _things(row: Row) -> list[str]:
    """The lines of an act; a kit is named once, by its own name."""
    said: list[str] = []
    for one in row.extra.get("items") or ():
        if one["kit"]:
            kit = f"{one['kit']} × {one['kits']}"
            said += [kit] if kit not in said else []
        else:
            said.append(goods.so_much(one["good"], one["size"], Decimal(str(one["quantity"])), one["unit"]))
    return said
