"""Letters to offices and from them."""

from opora.correspondence.models import OfficialLetter
from opora.life.queries.scope import Scope
from opora.life.queries.sources.rows import Rows, rows_of


def official_letters(scope: Scope) -> Rows:
    """Letters that have their number; one being prepared has not happened yet."""
    found = OfficialLetter.every.filter(scope.records).exclude(number="")
    return rows_of(
        found,
        "official",
        by="by_id",
        text="subject",
        moment="recorded_at",
        voided="voided_on",
        kind="kind",
        direction="direction",
        number="number",
        partner="partner__name",
        due="answer_due_on",
        sent="sent_on",
        closed="closed_on",
        result="result",
    )
