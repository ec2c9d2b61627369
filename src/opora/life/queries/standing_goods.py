"""How material help stands: what is needed next, whether something waits in the warehouse, what was given last."""

from datetime import date
from typing import Any

from django.db.models import Exists, QuerySet, Subquery
from django.utils.translation import pgettext

from opora.cases.models import Case
from opora.common.dates import show_day
from opora.goods.models import FamilyNeed, Issue, Reservation
from opora.life.queries.life_lines import Told
from opora.life.queries.scope import Scope
from opora.life.queries.sources import Rows
from opora.life.queries.standing_facts import Facts, facts_of
from opora.process.models import Route


def goods_now(scope: Scope) -> Rows:
    """One row of the path (or of the case that has none): the next need, what waits, the last act."""
    on_path = Route.objects.filter(scope.of_routes("pk"))
    work: QuerySet[Any] = on_path if scope.route_ids else Case.objects.filter(scope.of_cases("pk"))
    needs = FamilyNeed.objects.filter(scope.records, ended_on=None, due_on__isnull=False)
    given = Issue.objects.filter(scope.records, reverses=None)
    return facts_of(
        work,
        "goods",
        due=Subquery(needs.order_by("due_on").values("due_on")[:1]),
        last=Subquery(given.order_by("-given_on").values("given_on")[:1]),
        waits=Exists(Reservation.objects.filter(scope.records, end="")),
    )[:1]


def goods_told(facts: Facts, on: date) -> Told | None:
    """What comes next stands first; nothing where nothing is needed and nothing was given."""
    due = date.fromisoformat(facts["due"]) if facts["due"] else None
    aside = pgettext("standing", "given last on %(day)s") % {"day": _day(facts["last"])} if facts["last"] else ""
    if facts["waits"]:
        return Told(pgettext("standing", "Waits in the warehouse"), aside=aside)
    if due is not None:
        title = pgettext("standing", "Needed by %(day)s") % {"day": show_day(due)}
        return Told(title, aside=aside, tone="late" if due < on else "")
    if facts["last"]:
        return Told(pgettext("standing", "Given last on %(day)s") % {"day": _day(facts["last"])})
    return None


def _day(text: str) -> str:
    return show_day(date.fromisoformat(text))
