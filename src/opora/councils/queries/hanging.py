"""Running votes that ask somebody, or in which somebody is the chair."""

from django.db.models import QuerySet

from opora.access.hanging import Item, Suspects, holds
from opora.access.rules import ABILITIES, Actor, Scope, departments, scope
from opora.councils.models import Ballot, PanelSeat
from opora.process.models import Route
from opora.process.queries import visible_to
from opora.process.queries.hanging import left_behind, words_of

VOTERS = tuple(ABILITIES["council.vote"])


def seats_held(actor: Actor, user_id: int) -> list[Item]:
    """The running votes in which somebody has not voted yet."""
    seats = _waiting(actor).filter(user_id=user_id).select_related("ballot__route__case")
    return [_item(one.ballot, key=one.pk) for one in seats.order_by("ballot__closes_on", "pk")]


def seats_lost(actor: Actor, suspects: Suspects | None = None) -> list[Item]:
    """Votes asked of people who have left, may not vote there any more, or may not open the family any more.

    The panel would wait for them for ever.
    """
    able = holds(VOTERS, user="user_id", department="ballot__route__department_id")
    waiting = _waiting(actor)
    if suspects is not None:
        asked = PanelSeat.objects.filter(vote=None, ballot__closed_on=None)
        named = suspects.among(asked, user="user_id", case=("ballot__route__case_id",), route="ballot__route_id")
        waiting = waiting.filter(pk__in=named.values("pk"))
    seats = waiting.filter(~able | left_behind(user="user_id", route="ballot__route")).select_related(
        "ballot__route__case"
    )
    return [_item(one.ballot, key=one.pk) for one in seats.order_by("ballot__closes_on", "pk")]


def chairs_held(actor: Actor, user_id: int) -> list[Item]:
    """The running votes in which somebody is the chair."""
    found = Ballot.objects.filter(closed_on=None, chair_id=user_id, route__in=_led(actor).values("pk"))
    return [_item(one) for one in found.select_related("route__case").order_by("closes_on", "pk")]


def _waiting(actor: Actor) -> QuerySet[PanelSeat]:
    asked = PanelSeat.objects.filter(vote=None, conflict_on=None, ballot__closed_on=None)
    return asked.filter(ballot__route__in=_led(actor).values("pk"))


def _led(actor: Actor) -> QuerySet[Route]:
    """Panels are made up anew by those who lead: nobody chooses who votes in his place."""
    found = visible_to(actor)
    if actor.is_system or scope(actor, "council.vote") is Scope.ALL:
        return found
    return found.filter(department_id__in=departments(actor, "council.vote"))


def _item(ballot: Ballot, key: int | None = None) -> Item:
    route = ballot.route
    return Item(
        key=key or ballot.pk,
        words=words_of(route),
        roles=VOTERS,
        department_id=route.department_id,
        case_id=route.case_id,
        route_id=route.pk,
        family_id=route.family_id,
        due_on=ballot.closes_on,
    )
