"""What the warehouse knows for the act of help (D-17)."""

from datetime import date

from django.utils.translation import gettext as _

from opora.access.rules import Actor
from opora.common.dates import show_day
from opora.families.sealing import opened
from opora.goods import words
from opora.goods.models import Issue, IssueLine, MoneyHelp
from opora.papers.composing import Composed, line, section
from opora.process.queries import Place, records_of_family

MOST_ACTS = 20


def acts_of_goods(actor: Actor, place: Place, on: date) -> Composed:
    """The last acts of goods, certificates and money of a family; what was taken back is told by none."""
    found = Issue.objects.filter(records_of_family(actor=actor, place=place), reverses=None, reversed_by=None)
    acts = found.select_related("receiver", "money").prefetch_related("lines__good", "lines__kit")
    return Composed(sections=[_act(one) for one in acts.order_by("-given_on", "-pk")[:MOST_ACTS]])


def _act(issue: Issue) -> dict[str, object]:
    title = _("Act %(number)s of %(day)s: %(what)s") % {
        "number": issue.act_number,
        "day": show_day(issue.given_on),
        "what": issue.get_kind_display(),
    }
    money = getattr(issue, "money", None)
    receiver = line(_("Received by"), issue.receiver.known_code if issue.receiver is not None else "")
    return section(title, [*(_good(one) for one in issue.lines.all()), *(_money(money) if money else []), receiver])


def _good(one: IssueLine) -> str:
    return f"— {words.named(one.good.name, one.size)}: {words.with_unit(one.quantity, one.good.unit)}"


def _money(money: MoneyHelp) -> list[str]:
    return [
        line(_("Sum, rubles"), words.amount(money.amount)),
        line(_("For what"), opened(money, "purpose")),
        line(_("Number of the certificate"), money.number),
        line(_("Valid until"), show_day(money.valid_until) if money.valid_until else ""),
        line(_("Ground"), money.get_basis_display()),
    ]
