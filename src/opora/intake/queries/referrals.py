"""One signal, for whoever may see its path."""

from collections.abc import Collection

from opora.access.rules import Actor
from opora.intake import policies
from opora.intake.models import Referral
from opora.process.models import Route
from opora.process.queries import get_route, visible_to


def get_referral(*, actor: Actor, referral_id: int) -> tuple[Referral, Route]:
    """The signal with its path; NotFound when absent or not for this person. What was told stays sealed."""
    found = Referral.objects.filter(pk=referral_id, route__in=visible_to(actor).values("pk")).defer("told").first()
    if found is None:
        raise policies.unseen()
    return found, get_route(actor=actor, route_id=found.route_id)


def referral_of_route(*, route: Route) -> Referral | None:
    """The signal a path began with, for whoever has read the path already; a path may begin with a case."""
    return Referral.objects.filter(route=route).defer("told").first()


def signals_of_routes(route_ids: Collection[int]) -> dict[int, int]:
    """The numbers of the signals that some paths began with, by path, for whoever has read the paths already."""
    return dict(Referral.objects.filter(route__in=set(route_ids)).values_list("route_id", "pk")) if route_ids else {}


def route_of_signal(text: str) -> int | None:
    """The path that the signal of this number began, for whoever looks among paths already in sight."""
    number = text.removeprefix("№").strip()
    if not number.isdecimal() or len(number) > 9:
        return None
    return Referral.objects.filter(pk=int(number)).values_list("route_id", flat=True).first()
