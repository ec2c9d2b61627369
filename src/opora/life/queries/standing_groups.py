"""How the groups and events of a family stand: where it goes, when it is expected next, where it was last."""

from datetime import date

from django.contrib.postgres.aggregates import JSONBAgg
from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Subquery
from django.db.models.functions import JSONObject
from django.utils.translation import ngettext, pgettext

from opora.common.dates import show_day
from opora.groups.models import Mark, Participant, Session
from opora.life.queries.life_lines import Told
from opora.life.queries.scope import Scope
from opora.life.queries.sources import Rows
from opora.life.queries.standing_facts import Facts, facts_of

SHOWN = 2


def groups_now(scope: Scope) -> Rows:
    """Every list the family stands or stood on, with the days still to be held and the last one it came to."""
    came = Mark.objects.filter(participant=OuterRef("pk"), state=Mark.State.CAME)
    ahead = Session.objects.filter(group=OuterRef("group"), is_held=False)
    line = JSONObject(
        group="group_id",
        title="group__title",
        until="group__until_on",
        left="left_on",
        last=Subquery(came.order_by("-session__on").values("session__on")[:1]),
        ahead=ArraySubquery(ahead.order_by("on").values("on")),
    )
    return facts_of(Participant.objects.filter(scope.records), "groups", lines=JSONBAgg(line))


def groups_told(facts: Facts, on: date) -> Told | None:
    """The groups that go on and the next day, or how many there were and the last one."""
    lines = facts["lines"] or ()
    day = on.isoformat()
    current = [one for one in lines if not one["left"] and (not one["until"] or one["until"] >= day)]
    last = max((one["last"] for one in lines if one["last"]), default="")
    was = pgettext("groups", "was last on %(day)s") % {"day": show_day(date.fromisoformat(last))} if last else ""
    if current:
        titles = list(dict.fromkeys(one["title"] for one in current))
        said = ", ".join(titles[:SHOWN])
        others = len(titles) - SHOWN
        if others > 0:
            said += ngettext(" and %(n)d more", " and %(n)d more", others) % {"n": others}
        coming = min((other for one in current for other in one["ahead"] or () if other >= day), default="")
        aside = pgettext("groups", "next on %(day)s") % {"day": show_day(date.fromisoformat(coming))} if coming else was
        return Told(said, aside=aside)
    if not last:
        return None
    count = len({one["group"] for one in lines if one["last"]})
    return Told(ngettext("%(n)s group or event", "%(n)s groups and events", count) % {"n": count}, aside=was)
