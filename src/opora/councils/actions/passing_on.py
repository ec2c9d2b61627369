"""Many seats in panels into other hands at once; a vote that was cast stays as it is."""

from collections.abc import Sequence

from django.db import transaction

from opora.access.hanging import Giving, Item
from opora.audit import actions as audit
from opora.common.errors import Conflict
from opora.councils.models import Ballot, PanelSeat
from opora.process.actions.passing_on import CHANGED, take_part
from opora.process.models import RouteMember


@transaction.atomic
def pass_on_seats(giving: Giving, items: Sequence[Item]) -> None:
    """Somebody else is asked to vote instead; where he or she sits already, the seat just goes."""
    ids = [one.key for one in items]
    held = PanelSeat.objects.select_for_update(of=("self",)).select_related("ballot__route")
    seats = list(held.filter(pk__in=ids, vote=None, ballot__closed_on=None).order_by("pk"))
    if len(seats) < len(items):
        raise Conflict(CHANGED)
    ballots = {one.ballot_id for one in seats}
    sit = set(
        PanelSeat.objects.filter(ballot_id__in=ballots, user_id=giving.to_user_id).values_list("ballot_id", flat=True)
    )
    take_part(giving, [one.ballot.route for one in seats])
    PanelSeat.objects.filter(pk__in=[one.pk for one in seats if one.ballot_id in sit]).delete()
    moved = [one for one in seats if one.ballot_id not in sit]
    invited = dict(
        RouteMember.objects.filter(
            route_id__in={one.ballot.route_id for one in moved}, user_id=giving.to_user_id, to_on=None
        ).values_list("route_id", "pk")
    )
    for one in moved:
        one.user_id, one.invitation_id = giving.to_user_id, invited.get(one.ballot.route_id)
    PanelSeat.objects.bulk_update(moved, ["user_id", "invitation_id"])
    _record(giving, "councils.seat_passed_on", [one.ballot for one in seats])


@transaction.atomic
def pass_on_chairs(giving: Giving, items: Sequence[Item]) -> None:
    """Somebody else is the chair of these running votes, and sits in the panel."""
    held = Ballot.objects.select_for_update(of=("self",)).select_related("route")
    ballots = list(held.filter(pk__in=[one.key for one in items], closed_on=None).order_by("pk"))
    if len(ballots) < len(items):
        raise Conflict(CHANGED)
    take_part(giving, [one.route for one in ballots])
    Ballot.objects.filter(pk__in=[one.pk for one in ballots]).update(chair_id=giving.to_user_id)
    sit = set(
        PanelSeat.objects.filter(ballot__in=ballots, user_id=giving.to_user_id).values_list("ballot_id", flat=True)
    )
    PanelSeat.objects.bulk_create(
        PanelSeat(ballot=one, user_id=giving.to_user_id) for one in ballots if one.pk not in sit
    )
    _record(giving, "councils.chair_passed_on", ballots)


def _record(giving: Giving, verb: str, ballots: Sequence[Ballot]) -> None:
    entries = [
        {"case_id": one.route.case_id, "route": one.route_id, "ballot": one.pk, "user": giving.to_user_id}
        for one in ballots
    ]
    audit.record_many(actor=giving.actor, verb=verb, entries=entries)
