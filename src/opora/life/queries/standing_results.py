"""How the results of a family stand: how many of those aimed at are reached, what came last, what waits for a word."""

from datetime import date
from typing import Any

from django.contrib.postgres.aggregates import JSONBAgg
from django.db.models.functions import JSONObject
from django.utils.translation import ngettext, pgettext

from opora.common.dates import show_day
from opora.life.queries.life_lines import Told
from opora.life.queries.scope import Scope
from opora.life.queries.sources import Rows
from opora.life.queries.standing_facts import Facts, facts_of
from opora.results.models import ResultMark
from opora.results.rules import RESTRICTED
from opora.results.words import concept_title


def results_now(scope: Scope) -> Rows:
    """What is kept of the family's results, without what is known of illnesses."""
    found = ResultMark.objects.filter(scope.of_cases()).exclude(concept__in=sorted(RESTRICTED))
    line = JSONObject(kind="kind", concept="concept", person="person_id", since="since", until="until")
    return facts_of(found, "results", lines=JSONBAgg(line))


def results_told(facts: Facts, on: date) -> Told | None:
    """The figures in one line, and what was reached last."""
    lines: list[dict[str, Any]] = [one for one in facts["lines"] or () if one["since"] <= on.isoformat()]
    if not lines:
        return None
    stands = [one for one in lines if one["kind"] == "reached" and one["until"] is None]
    aims = {one["concept"] for one in lines if one["kind"] == "aimed"}
    waiting = sum(one["kind"].startswith("maybe") for one in lines)
    parts = []
    if stands:
        parts.append(ngettext("%(n)s reached", "%(n)s reached", len(stands)) % {"n": len(stands)})
    if left := len(aims - {one["concept"] for one in stands}):
        parts.append(ngettext("%(n)s still aimed at", "%(n)s still aimed at", left) % {"n": left})
    if waiting:
        parts.append(ngettext("%(n)s waits for a word", "%(n)s wait for a word", waiting) % {"n": waiting})
    if not parts:
        return None
    if not stands:
        return Told(", ".join(parts))
    last = max(stands, key=lambda one: (one["since"], one["concept"]))
    newest = {"what": concept_title(last["concept"]), "day": show_day(date.fromisoformat(last["since"]))}
    return Told(", ".join(parts), aside=pgettext("results", "%(day)s: %(what)s") % newest)
