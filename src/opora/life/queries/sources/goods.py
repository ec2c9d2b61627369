"""Material help: what an act gave, from the shelf or in money."""

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef
from django.db.models.functions import JSONObject

from opora.goods.models import Issue, IssueLine
from opora.life.queries.scope import Scope
from opora.life.queries.sources.rows import Rows, photos_of, rows_of


def issues(scope: Scope) -> Rows:
    """An act of help with its lines; a counter-act is told with the act it takes back."""
    lines = IssueLine.objects.filter(issue=OuterRef("pk")).order_by("pk")
    line = JSONObject(
        good="good__name", unit="good__unit", size="size", quantity="quantity", kit="kit__name", kits="kits"
    )
    return rows_of(
        Issue.every.filter(scope.records, reverses=None),
        "issue",
        on="given_on",
        by="by_id",
        text="remark",
        more="money__purpose",
        moment="recorded_at",
        voided="voided_on",
        kind="kind",
        number="act_number",
        counter="reversed_by__act_number",
        amount="money__amount",
        paid_for="money__paid_for",
        items=ArraySubquery(lines.values(line=line)),
        photos=photos_of("goods.issue"),
    )
