"""Councils on a plan, as their minutes show them."""

from dataclasses import dataclass

from opora.access.models import User
from opora.access.rules import Actor
from opora.common.errors import NotFound
from opora.councils import policies
from opora.councils.models import Conference
from opora.families.sealing import opened
from opora.process.queries import get_route, visible_to


@dataclass(frozen=True, slots=True)
class ConferenceView:
    """The minutes of a council."""

    conference: Conference
    participants: list[str]
    guests: str
    remarks: str


def conferences_of(*, actor: Actor, route_id: int) -> list[Conference]:
    """The councils on the plans of a path, the newest first."""
    route = get_route(actor=actor, route_id=route_id)
    return list(Conference.objects.filter(route=route).order_by("-on", "-pk"))


def conference_view(*, actor: Actor, conference_id: int) -> ConferenceView:
    """The minutes of one council; NotFound when its path is not for this person."""
    found = Conference.objects.select_related("route__case", "route__program", "by")
    conference = found.filter(pk=conference_id, route__in=visible_to(actor)).first()
    if conference is None:
        unseen: NotFound = policies.unseen()
        raise unseen
    names = User.objects.filter(pk__in=conference.participant_ids).order_by("name")
    return ConferenceView(
        conference,
        list(names.values_list("name", flat=True)),
        opened(conference, "guests"),
        opened(conference, "remarks"),
    )
