"""The places of the product, in the order in which a working day needs them.

A place is shown to the people who may do something there. Whether they may is asked of the same
table of abilities that guards the door, so a place never leads to a page that answers "not found".
"""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from opora.access.rules import Actor, Scope, scope

ON_A_PHONE = 4
"""So many places stand in the bar of a phone; the rest stand behind its last button."""


@dataclass(frozen=True)
class Place:
    """One entry of the navigation: where it leads, how it looks, the ability it needs (None: anyone).

    `covers` are other addresses that people look for in this place, `also` other abilities that lead into it. Who has
    the ability `unless` finds it within another place.
    """

    path: str
    label: str | Promise
    icon: str
    ability: str | None = None
    covers: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    unless: str | None = None


PLACES = (
    Place("/", pgettext_lazy("place", "Today"), "home"),
    # Where it is all one does; who works with families finds the warehouse in «Помощь».
    Place("/goods/", pgettext_lazy("place", "Warehouse"), "archive", "goods.manage", unless="help.read"),
    Place("/tasks/", pgettext_lazy("place", "Tasks"), "list-check", "task.do"),
    Place(
        "/cases/",
        pgettext_lazy("place", "Cases"),
        "folders",
        "case.read",
        covers=("/assessments/",),
    ),
    Place("/signals/", pgettext_lazy("place", "Signals"), "phone", "intake.work"),
    Place(
        "/routes/",
        pgettext_lazy("place", "Paths"),
        "route",
        "intake.work",
        covers=("/process/", "/ballots/", "/goals/"),
    ),
    Place(
        "/given/",
        pgettext_lazy("place", "Help"),
        "heart-handshake",
        "help.read",
        covers=(
            "/services/",
            "/groups/",
            "/notes/",
            "/circumstances/",
            "/network/",
            "/stays/",
            "/goods/",
            "/catalogue/",
            "/letters/",
            "/agreements/",
            "/meetings/",
            "/documents/",
            "/volunteers/",
            "/voice/",
        ),
        also=("stays.read",),
    ),
    Place(
        "/partners/", pgettext_lazy("place", "Partners"), "building-community", "partners.read", covers=("/onward/",)
    ),
    Place(
        "/outcomes/",
        pgettext_lazy("place", "Outcomes"),
        "chart-dots-3",
        "outcomes.read",
        covers=(
            "/logic/",
            "/indicators/",
            "/studies/",
            "/reports/",
            "/releases/",
            "/connect/",
            "/everything/",
            "/chain/",
            "/tables/",
            "/results/",
        ),
    ),
    Place("/duties/", pgettext_lazy("place", "Colleagues’ work"), "users", "assessment.approve"),
    Place("/registry/", pgettext_lazy("place", "Registry"), "file-import", "registry.import"),
    Place("/people/", pgettext_lazy("place", "People"), "users", "people.manage", covers=("/roles/", "/departments/")),
    Place("/journal/", pgettext_lazy("place", "Journal"), "history", "journal.read"),
    Place(
        "/settings/",
        pgettext_lazy("place", "Settings"),
        "settings",
        "practice.manage",
        covers=("/instruments/", "/process/", "/fields/", "/papers/templates/", "/papers/terms/", "/papers/acts/"),
    ),
)


RECORD_AT = 2
"""«Записать» stands in the middle of the bar of a phone, after so many places."""


def where_to_record(request: HttpRequest) -> str:
    """Where «Записать» leads from a page: to the family the page speaks of, else to the choice of a family.

    A page knows its family by its address; it says so by nothing else.
    """
    match = request.resolver_match
    known = match.kwargs if match else {}
    back = f"?{urlencode({'back': request.get_full_path()})}" if request.method == "GET" else ""
    of_a_family = (
        ("case_id", "life:case_choose"),
        ("route_id", "life:route_choose"),
        ("referral_id", "life:signal_record"),
    )
    for name, address in of_a_family:
        if name in known:
            return reverse(address, args=[known[name]]) + back
    return reverse("life:choose_family") + back


def places_for(actor: Actor) -> list[Place]:
    """The places this person may enter."""
    return [place for place in PLACES if _is_open(place, actor)]


def place_above(actor: Actor, path: str) -> Place | None:
    """The place in which a page lies, as the way back from it; nothing for the page of the place itself."""
    above = next((place for place in PLACES if is_current(place, path) and _is_open(place, actor)), None)
    return above if above and above.path != path else None


def _is_open(place: Place, actor: Actor) -> bool:
    if place.unless is not None and _may(actor, place.unless):
        return False
    return place.ability is None or any(_may(actor, one) for one in (place.ability, *place.also))


def _may(actor: Actor, ability: str) -> bool:
    return scope(actor, ability) > Scope.NONE


def is_current(place: Place, path: str) -> bool:
    """Whether the page at this path lies in the place; today is only itself."""
    return path == place.path if place.path == "/" else path.startswith((place.path, *place.covers))
