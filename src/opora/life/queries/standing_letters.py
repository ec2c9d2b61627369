"""How the letters of a family stand: for whose answer we wait, and whether it is late."""

from datetime import date

from django.contrib.postgres.aggregates import JSONBAgg
from django.db.models import Count, F
from django.db.models.functions import JSONObject
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from opora.common.dates import show_day
from opora.correspondence.models import AWAITED, OfficialLetter
from opora.life.queries.life_lines import Told
from opora.life.queries.scope import Scope
from opora.life.queries.sources.rows import Rows
from opora.life.queries.standing_facts import Facts, facts_of


def letters_now(scope: Scope) -> Rows:
    """How many letters there are, and those whose answer has not come."""
    found = OfficialLetter.objects.filter(scope.records).exclude(number="")
    line = JSONObject(partner=F("partner__name"), due=F("answer_due_on"))
    return facts_of(found, "correspondence", n=Count("pk"), waiting=JSONBAgg(line, filter=AWAITED))


def letters_told(facts: Facts, on: date) -> Told | None:
    """For whose answer we wait, the one that is due first before all others."""
    waiting = sorted(facts["waiting"] or (), key=lambda one: (one["due"] or "9999", one["partner"]))
    if not waiting:
        count = int(facts["n"] or 0)
        return Told(ngettext("%(n)d letter", "%(n)d letters", count) % {"n": count}) if count else None
    first, others = waiting[0], len(waiting) - 1
    said = _("We wait for an answer: %(office)s") % {"office": first["partner"]}
    if others:
        said += ngettext(" and %(n)d more", " and %(n)d more", others) % {"n": others}
    if not first["due"]:
        return Told(said)
    due = date.fromisoformat(first["due"])
    return Told(said, aside=_("by %(day)s") % {"day": show_day(due)}, tone="late" if due < on else "")
