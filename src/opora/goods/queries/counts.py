"""Stock-takings and their lines."""

from django.db.models import F

from opora.access.rules import Actor
from opora.common.looking_in import day, holding
from opora.goods import policies
from opora.goods.models import CountLine, StockCount
from opora.goods.rules.sizes import rank


def get_count(*, actor: Actor, count_id: int) -> StockCount:
    """A stock-taking, for whoever keeps the warehouse."""
    found = StockCount.objects.filter(pk=count_id).select_related("place", "begun_by", "closed_by").first()
    if found is None or not policies.may_manage(actor):
        raise policies.unseen()
    return found


def lines_of_count(count: StockCount) -> list[CountLine]:
    """Its lines in the order of the shelf; the stock-taking has been read for the person already."""
    found = CountLine.objects.filter(count=count).select_related("lot__good", "lot__purpose")
    return sorted(found, key=lambda line: (line.lot.good.category, line.lot.good.name, rank(line.lot.size), line.pk))


def list_counts(*, actor: Actor, text: str = "", part: slice) -> list[StockCount]:
    """The stock-takings, those under way first, then the newest; of those in which these words stand."""
    if not policies.may_manage(actor):
        return []
    found = StockCount.objects.select_related("place", "begun_by", "closed_by")
    found = holding(found, text, "place__name", "begun_by__name", day("began_on"))
    return list(found.order_by(F("closed_on").desc(nulls_first=True), "-pk")[part])
