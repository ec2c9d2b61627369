"""How the rooms stand that tell of the life itself: what changed last, and who is around the family."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.contrib.postgres.aggregates import JSONBAgg
from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, QuerySet, Subquery
from django.db.models.functions import JSONObject
from django.utils.translation import ngettext, pgettext

from opora.cases.models import Case
from opora.circumstances.models import LifeChange
from opora.circumstances.policies import RESTRICTED
from opora.circumstances.words import line_said
from opora.common.dates import show_day
from opora.life.queries.life_lines import Told
from opora.life.queries.scope import Scope
from opora.life.queries.sources import Rows
from opora.life.queries.standing_facts import Facts, facts_of
from opora.network.models import NetworkRecord, NetworkTie, OutsideNeed
from opora.process.models import Route

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
    """One row of the path (or of the case that has none): maps and talks, what comes next, who outside helps."""
    on_path = Route.objects.filter(scope.of_routes("pk"))
    work: QuerySet[Any] = on_path if scope.route_ids else Case.objects.filter(scope.of_cases("pk"))
    found = NetworkRecord.objects.filter(scope.records)
    ties = NetworkTie.objects.filter(record=OuterRef("pk")).order_by("pk").values("kind")
    line = JSONObject(on="on", pk="pk", kind="kind", ties=ArraySubquery(ties))
    circle = OutsideNeed.objects.filter(scope.records, result="", partner__isnull=False)
    return facts_of(
        work,
        "network",
        lines=ArraySubquery(found.order_by("on", "pk").values(line=line)),
        next=Subquery(found.filter(next_on__isnull=False).order_by("-next_on").values("next_on")[:1]),
        circle=ArraySubquery(circle.order_by("partner__name").values("partner__name").distinct()),
    )[:1]


def around_told(facts: Facts, on: date) -> Told | None:
    """How many support and how many burden the family, as of the newest map; else the newest talk."""
    lines = facts["lines"] or ()
    circle = _circle_said(facts["circle"] or ())
    if not lines:
        return Told(circle[:1].upper() + circle[1:]) if circle else None
    coming = date.fromisoformat(facts["next"]) if facts["next"] else None
    aside = pgettext("network", "next by %(day)s") % {"day": show_day(coming)} if coming and coming >= on else ""
    maps = [one for one in lines if one["kind"] == NetworkRecord.Kind.MAP]
    if not maps:
        said = pgettext("network", "talk of %(day)s") % {"day": show_day(date.fromisoformat(lines[-1]["on"]))}
        return Told(said, aside=_beside(circle, aside))
    kinds = list(maps[-1]["ties"] or ())
    good, hard = kinds.count("supportive"), len([one for one in kinds if one in {"stressful", "broken"}])
    parts = [ngettext("%(n)s supportive tie", "%(n)s supportive ties", good) % {"n": good}]
    if hard:
        parts.append(ngettext("%(n)s hard one", "%(n)s hard ones", hard) % {"n": hard})
    drawn = show_day(date.fromisoformat(maps[-1]["on"]))
    aside = aside or pgettext("network", "map of %(day)s") % {"day": drawn}
    return Told(", ".join(parts), aside=_beside(circle, aside))


def _circle_said(names: Sequence[str]) -> str:
    """The organizations that help now; of many only how many they are."""
    if len(names) > SHOWN:
        return ngettext("%(n)s partner helps", "%(n)s partners help", len(names)) % {"n": len(names)}
    return pgettext("network", "partners: %(names)s") % {"names": ", ".join(names)} if names else ""


def _beside(*parts: str) -> str:
    return "; ".join(filter(None, parts))
