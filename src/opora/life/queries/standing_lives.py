"""How the rooms stand that tell of the life itself: what changed last, and who is around the family."""

from datetime import date

from django.contrib.postgres.aggregates import JSONBAgg
from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Max, OuterRef
from django.db.models.functions import JSONObject
from django.utils.translation import ngettext, pgettext

from opora.circumstances.models import LifeChange
from opora.circumstances.policies import RESTRICTED
from opora.circumstances.words import line_said
from opora.common.dates import show_day
from opora.life.queries.life_lines import Told
from opora.life.queries.scope import Scope
from opora.life.queries.sources import Rows
from opora.life.queries.standing_facts import Facts, facts_of
from opora.network.models import NetworkRecord, NetworkTie

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


def around_now(scope: Scope) -> Rows:
    """The newest social map, by the kinds of its ties, and what comes next of talks."""
    found = NetworkRecord.objects.filter(scope.records)
    ties = NetworkTie.objects.filter(record=OuterRef("pk")).order_by("pk").values("kind")
    line = JSONObject(on="on", pk="pk", kind="kind", ties=ArraySubquery(ties))
    return facts_of(found, "network", lines=JSONBAgg(line), next=Max("next_on"))


def around_told(facts: Facts, on: date) -> Told | None:
    """How many support and how many burden the family, as of the newest map; else the newest talk."""
    lines = sorted(facts["lines"] or (), key=lambda one: (one["on"], one["pk"]))
    if not lines:
        return None
    coming = date.fromisoformat(facts["next"]) if facts["next"] else None
    aside = pgettext("network", "next by %(day)s") % {"day": show_day(coming)} if coming and coming >= on else ""
    maps = [one for one in lines if one["kind"] == NetworkRecord.Kind.MAP]
    if not maps:
        said = pgettext("network", "talk of %(day)s") % {"day": show_day(date.fromisoformat(lines[-1]["on"]))}
        return Told(said, aside=aside)
    kinds = list(maps[-1]["ties"] or ())
    good, hard = kinds.count("supportive"), len([one for one in kinds if one in {"stressful", "broken"}])
    parts = [ngettext("%(n)s supportive tie", "%(n)s supportive ties", good) % {"n": good}]
    if hard:
        parts.append(ngettext("%(n)s hard one", "%(n)s hard ones", hard) % {"n": hard})
    drawn = show_day(date.fromisoformat(maps[-1]["on"]))
    return Told(", ".join(parts), aside=aside or pgettext("network", "map of %(day)s") % {"day": drawn})
