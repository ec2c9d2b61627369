"""A map of one day to look at and to print, two of them side by side, and the parent's word that it is so."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from opora.common.dates import today
from opora.families.queries import NamedFamily
from opora.network import actions
from opora.network.queries import MapView, Network, record_in_sight
from opora.network.queries.choices import tie_words
from opora.process.queries import place_of_record, recordable
from opora.web.network.drawing import map_drawn
from opora.web.network.forms import ConfirmForm
from opora.web.network.places import address, around, called, family_at
from opora.web.shell.asking import actor_of, given
from opora.web.shell.family_place import title_of
from opora.web.shell.form_page import form_page


def show(request: HttpRequest, map_id: int) -> HttpResponse:
    """One version, as it is printed and laid into the file (D-09)."""
    actor = actor_of(request)
    record = record_in_sight(actor=actor, record_id=map_id)
    place = place_of_record(actor=actor, record=record)
    found = actions.read_network(actor=actor, route_id=place.route_id, case_id=place.case_id, on=today())
    family = family_at(actor, place)
    view = _by_id(found, map_id)
    picture = map_drawn(view, family, title_of(place, family)) if view.ties else ""
    context = around(
        request, place, family, view=view, picture=picture, rows=_rows(view, family), may_record=found.may_record
    )
    return render(request, "network/map.html", context)


def compare(request: HttpRequest, route_id: int | None = None, case_id: int | None = None) -> HttpResponse:
    """Two versions side by side: the first and the newest unless others are chosen."""
    actor = actor_of(request)
    found = actions.read_network(actor=actor, route_id=route_id, case_id=case_id, on=today())
    place, family = found.place, family_at(actor, found.place)
    if not found.maps:
        return render(request, "network/compare.html", around(request, place, family, pair=None))
    then, now = (_chosen(request, found, name, at) for name, at in (("then", -1), ("now", 0)))
    core = title_of(place, family)
    names = {one.pk: called(family, one) for one in found.members}
    change = found.change(then, now)
    groups = [
        (_("Restored"), change.restored),
        (_("New support"), tuple(one for one in change.gained if one not in change.restored)),
        (_("Stronger"), change.stronger),
        (_("Support no more"), change.broken),
    ]
    context = around(
        request,
        place,
        family,
        pair=[(view, map_drawn(view, family, core, wide=480) if view.ties else "") for view in (then, now)],
        change=change,
        groups=[(title, [names.get(one, "") for one in ids]) for title, ids in groups if ids],
        maps=found.maps,
        then=then,
        now=now,
        own_url=address("compare", place),
    )
    return render(request, "network/compare.html", context)


def confirm(request: HttpRequest, map_id: int) -> HttpResponse:
    """The parent looked at it and says that it is so."""
    actor = actor_of(request)
    record = record_in_sight(actor=actor, record_id=map_id)
    found = place_of_record(actor=actor, record=record)
    place = recordable(actor=actor, route_id=found.route_id, case_id=found.case_id)
    family = family_at(actor, place)
    return form_page(
        request,
        ConfirmForm(given(request), initial={"on": today()}),
        lambda typed: actions.confirm_map(actor=actor, record_id=map_id, on=typed["on"]),
        template="network/form.html",
        done=_("The map is confirmed."),
        back=address("", place),
        about={"route_id": place.route_id, "case_id": place.case_id},
        context=lambda: around(request, place, family, heading=_("Confirm the map with the parent")),
    )


def _by_id(found: Network, map_id: int) -> MapView:
    view = next((one for one in found.maps if one.record.pk == map_id), None)
    if view is None:
        raise Http404
    return view


def _chosen(request: HttpRequest, found: Network, name: str, at: int) -> MapView:
    asked = request.GET.get(name, "")
    return next((one for one in found.maps if str(one.record.pk) == asked), found.maps[at])


def _rows(view: MapView, family: NamedFamily) -> list[tuple[str, str, Any]]:
    return [(called(family, one.member), tie_words(one.tie.kind), one.tie) for one in view.ties]
