"""How the stay of a family stands: where it lives or is expected and until when, or since when it waits."""

from datetime import date

from django.db.models import Count, Max, Min, Q
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from opora.common.dates import show_day
from opora.life.queries.life_lines import Told
from opora.life.queries.scope import Scope
from opora.life.queries.sources import Rows
from opora.life.queries.standing_facts import Facts, facts_of
from opora.stays.models import Admission, Waiting


def stay_now(scope: Scope) -> Rows:
    """The place where the family lives, or where beds are kept for it."""
    found = Admission.objects.filter(scope.of_cases(), called_off_on=None).filter(Q(stay=None) | Q(stay__left_on=None))
    return facts_of(
        found,
        "stays",
        shelter=Max("shelter__name"),
        since=Max("stay__from_on"),
        until=Max("stay__planned_until"),
        expected=Max("expected_on"),
        asked=Count("asks", filter=Q(asks__state="asked", asks__voided_on=None)),
    )


def stay_told(facts: Facts, on: date) -> Told | None:
    """Where the family lives and until when; late once the agreed day has passed."""
    if facts["shelter"] is None:
        return None
    if facts["since"] is None:
        day = show_day(date.fromisoformat(facts["expected"]))
        return Told(pgettext("standing", "%(shelter)s: expected %(day)s") % {"shelter": facts["shelter"], "day": day})
    until = date.fromisoformat(facts["until"]) if facts["until"] else None
    since = show_day(date.fromisoformat(facts["since"]))
    title = pgettext("standing", "%(shelter)s, since %(day)s") % {"shelter": facts["shelter"], "day": since}
    if facts["asked"]:
        return Told(title, aside=_("a longer stay is asked for"))
    if until is None:
        return Told(title, aside=_("no end is agreed"))
    aside = _("agreed until %(day)s") % {"day": show_day(until)}
    return Told(title, aside=aside, tone="late" if until < on else "")


def waiting_now(scope: Scope) -> Rows:
    """A place for which the family waits."""
    found = Waiting.objects.filter(scope.records, answer="")
    return facts_of(found, "waiting", since=Min("since_on"), urgency=Min("urgency"), shelter=Min("shelter__name"))


def waiting_told(facts: Facts, on: date) -> Told | None:
    """Since when it waits, how urgently and for which centre; late where somebody had nowhere to sleep a night ago."""
    if facts["since"] is None:
        return None
    since = date.fromisoformat(facts["since"])
    title = pgettext("standing", "waits for a place since %(day)s") % {"day": show_day(since)}
    urgency = Waiting.Urgency(facts["urgency"])
    is_late = urgency == Waiting.Urgency.TONIGHT and since < on
    return Told(
        title, aside=", ".join(filter(None, [str(urgency.label), facts["shelter"]])), tone="late" if is_late else ""
    )
