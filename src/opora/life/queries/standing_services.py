"""How the services of a family stand: how many were given, and which was the last."""

from datetime import date

from django.db.models import Count, Max, Q
from django.utils.translation import ngettext, pgettext

from opora.common.dates import show_day
from opora.life.queries.life_lines import Told
from opora.life.queries.scope import Scope
from opora.life.queries.sources import Rows
from opora.life.queries.standing_facts import Facts, facts_of
from opora.services.models import Provision

HELD, MISSED = Q(state=Provision.State.HELD), Q(state=Provision.State.NO_SHOW)


def services_now(scope: Scope) -> Rows:
    """What was given, and how often nobody came."""
    found = Provision.objects.filter(scope.records)
    return facts_of(
        found, "services", held=Count("pk", filter=HELD), missed=Count("pk", filter=MISSED), last=Max("on", filter=HELD)
    )


def services_told(facts: Facts, _on: date) -> Told | None:
    """The number of services, the last day, and those to which nobody came."""
    held, missed = facts["held"], facts["missed"]
    if not (held or missed):
        return None
    title = ngettext("%(n)s service given", "%(n)s services given", held) % {"n": held}
    aside = (
        [pgettext("services", "the last on %(day)s") % {"day": show_day(date.fromisoformat(facts["last"]))}]
        if held
        else []
    )
    if missed:
        aside.append(ngettext("nobody came %(n)s time", "nobody came %(n)s times", missed) % {"n": missed})
    return Told(title, aside="; ".join(aside))
