"""How the rooms stand that tell of the life itself: what changed last, and who is around the family."""

from datetime import date

from django.contrib.postgres.aggregates import JSONBAgg
from django.db.models.functions import JSONObject

from opora.circumstances.models import LifeChange
from opora.circumstances.policies import RESTRICTED
from opora.circumstances.words import line_said
from opora.common.dates import show_day
from opora.life.queries.life_lines import Told
from opora.life.queries.scope import Scope
from opora.life.queries.sources import Rows
from opora.life.queries.standing_facts import Facts, facts_of

SHOWN = 2


def changes_now(scope: Scope) -> Rows:
    """What holds now, without what is known of illnesses."""
    found = LifeChange.objects.filter(scope.records, is_newest=True).exclude(kind__in=sorted(RESTRICTED))
    line = JSONObject(on="on", pk="pk", kind="kind", item="item", rated="rated_by", value="value", number="number")
    return facts_of(found, "circumstances", lines=JSONBAgg(line))


def changes_told(facts: Facts, _on: date) -> Told | None:
    """The newest changes in one line."""
    lines = sorted(facts["lines"] or (), key=lambda one: (one["on"], one["pk"]), reverse=True)[:SHOWN]
    if not lines:
        return None
    told = [
        line_said(one["kind"], one["item"], one["rated"], one["value"], str(one["number"]) if one["number"] else "")
        for one in lines
    ]
    return Told("; ".join(told), aside=show_day(date.fromisoformat(lines[0]["on"])))
