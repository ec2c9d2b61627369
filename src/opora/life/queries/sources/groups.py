"""Meetings of groups and events to which a family was expected, or at which something was agreed about it."""

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Subquery

from opora.groups.models import Commitment, Group, HomeworkResult, Mark, Session
from opora.life.queries.scope import Scope
from opora.life.queries.sources.rows import Rows, rows_of


def meetings(scope: Scope) -> Rows:
    """One row a meeting, whoever of the family came and on however many lines of the list it stands."""
    marks = Mark.objects.filter(
        scope.of_routes("participant__route_id") | scope.of_cases("participant__case_id"), participant__voided_on=None
    )
    agreed = Commitment.objects.filter(scope.records)
    here = marks.filter(session=OuterRef("pk")).order_by("participant__person_id")
    done = HomeworkResult.objects.filter(scope.records, session=OuterRef("pk"))
    leaders = Group.leaders.through.objects.filter(group=OuterRef("group_id")).order_by("user_id")
    about = marks.order_by().values("session_id").union(agreed.order_by().values("session_id"))
    return rows_of(
        Session.objects.filter(pk__in=about),
        "group",
        at="at",
        text="homework",
        title="group__title",
        kind="group__kind",
        states=ArraySubquery(here.values("state")),
        people=ArraySubquery(here.filter(state=Mark.State.CAME).values("participant__person_id").distinct()),
        homework=Subquery(done.order_by("pk").values("state")[:1]),
        agreed=ArraySubquery(agreed.filter(session=OuterRef("pk")).order_by("pk").values("text")),
        visitors=ArraySubquery(leaders.values("user_id")),
    )
