"""The people around one family: the newest map, the list, the talks."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from opora.access.rules import can
from opora.common.dates import today
from opora.families.queries import NamedFamily
from opora.network import actions
from opora.network.queries import Network, TieView, circle_of, needs_of
from opora.network.queries.choices import tie_words
from opora.web.network.drawing import map_drawn
from opora.web.network.places import address, around, called, family_at
from opora.web.shell import sheets
from opora.web.shell.asking import actor_of
from opora.web.shell.family_place import title_of


def show(request: HttpRequest, route_id: int | None = None, case_id: int | None = None) -> HttpResponse:
    """Everybody around the family as a list that a phone can hold, and the map drawn from it."""
    actor = actor_of(request)
    found = actions.read_network(actor=actor, route_id=route_id, case_id=case_id, on=today())
    family = family_at(actor, found.place)
    if sheets.is_asked(request):
        return sheets.answer(
            request,
            name="network",
            title=_("People around the family"),
            columns=_columns(),
            rows=[(one, tie) for one in found.maps for tie in one.ties],
        )
    newest, place = found.newest, found.place
    needs = needs_of(actor=actor, place=place)
    core = title_of(place, family)
    context = around(
        request,
        place,
        family,
        found=found,
        newest=newest,
        picture=map_drawn(newest, family, core) if newest and newest.ties else "",
        narrow_picture=map_drawn(newest, family, core, wide=330) if newest and newest.ties else "",
        rows=_rows(found, family),
        talks=[(one, called(family, member)) for one in found.talks if (member := found.by_id.get(one.member_id or 0))],
        since_first=found.change(found.maps[-1], found.maps[0]) if len(found.maps) > 1 else None,
        needs=needs,
        circle=circle_of(needs),
        may_see_partners=can(actor, "partners.read"),
        need_url=address("need", place),
        add_url=address("add", place),
        talk_url=address("talk", place),
        compare_url=address("compare", place),
    )
    return render(request, "network/circle.html", context)


def _rows(found: Network, family: NamedFamily) -> list[dict[str, Any]]:
    """Those who support first, then those who burden, then those of whom nothing is known."""
    order = {"supportive": 0, "mixed": 1, "stressful": 2, "broken": 3}
    ties: dict[int, TieView] = {one.member.pk: one for one in found.newest.ties} if found.newest else {}
    rows = [
        {
            "member": member,
            "name": called(family, member),
            "tie": ties[member.pk].tie if member.pk in ties else None,
            "said": tie_words(ties[member.pk].tie.kind) if member.pk in ties else "",
            "url": reverse("network:member", args=[member.pk]),
        }
        for member in found.members
    ]
    return sorted(rows, key=lambda row: order.get(row["tie"].kind, 4) if row["tie"] else 5)


def _columns() -> list[sheets.Column]:
    """Without names and words: they stay in the house."""
    return [
        sheets.Column(_("Map of"), lambda row: row[0].record.on, "day"),
        sheets.Column(_("Confirmed on"), lambda row: row[0].record.confirmed_on, "day"),
        sheets.Column(_("Who"), lambda row: row[1].member.get_kind_display()),
        sheets.Column(_("Number of the person"), lambda row: row[1].member.pk, "count"),
        sheets.Column(_("Tie"), lambda row: tie_words(row[1].tie.kind)),
        sheets.Column(_("Strength"), lambda row: row[1].tie.strength, "count"),
        sheets.Column(_("Direction"), lambda row: row[1].tie.get_direction_display()),
    ]
