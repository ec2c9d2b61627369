"""The board: who sleeps in a centre on a night, who comes, who leaves, who is away; and the list of centres."""

from datetime import date, timedelta

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from opora.access.rules import Actor, can
from opora.common.dates import today
from opora.families.actions import call_families
from opora.stays import queries
from opora.stays.queries import Board
from opora.web.shell import sheets
from opora.web.shell.asking import actor_of
from opora.web.stays.views.waiting import names_of

_FARTHEST = timedelta(days=3_660)


@require_GET
def list_places(request: HttpRequest) -> HttpResponse:
    """Every place with the figures of tonight; where there is but one, its board."""
    actor, on = actor_of(request), today()
    places = queries.list_shelters(actor=actor)
    may_manage = can(actor, "stays.manage")
    if len(places) == 1 and not sheets.is_asked(request):
        return HttpResponseRedirect(reverse("stays:board", args=[places[0].pk]))
    found = queries.figures(actor=actor, first=on, last=on, today=on)
    by_name = {one.name: one for one in found.places}
    if sheets.is_asked(request):
        return sheets.answer(
            request, name="stays", title=_("Crisis centre"), columns=_figure_columns(), rows=found.places
        )
    lines = [(place, by_name.get(place.name)) for place in places]
    shown = {"lines": lines, "may_manage": may_manage, "without_place": found.without_place, "on": on}
    return render(request, "stays/list.html", shown)


def _figure_columns() -> list[sheets.Column]:
    return [
        sheets.Column(_("Place"), lambda one: one.name),
        sheets.Column(_("Beds"), lambda one: one.beds, "count"),
        sheets.Column(_("Taken"), lambda one: one.taken, "count"),
        sheets.Column(_("Free"), lambda one: one.free, "count"),
        sheets.Column(_("Out of use"), lambda one: one.blocked, "count"),
        sheets.Column(_("Families"), lambda one: one.families, "count"),
        sheets.Column(_("Women"), lambda one: one.women, "count"),
        sheets.Column(_("Children"), lambda one: one.children, "count"),
    ]


@require_GET
def show_board(request: HttpRequest, shelter_id: int) -> HttpResponse:
    """A place on a day, with the two weeks after it; also on paper and as a workbook."""
    actor, on = actor_of(request), today()
    day = _asked_day(request, on)
    board = queries.board_of(actor=actor, shelter_id=shelter_id, day=day, today=on)
    if sheets.is_asked(request):
        return sheets.answer(
            request, name="board", title=_("Who sleeps where"), columns=_bed_columns(), rows=_bed_rows(board)
        )
    names = _names(actor, board)
    shown = {
        "board": board,
        "names": names,
        "before": day - timedelta(days=1),
        "after": day + timedelta(days=1),
        "is_today": day == on,
        "may_manage": can(actor, "stays.manage"),
    }
    if day == on:
        waits = queries.waiting_for(actor=actor, shelter=board.shelter, on=on)
        shown |= {"waits": waits, "called": names_of(actor, waits.waiting)}
    return render(request, "stays/board.html", shown)


def _asked_day(request: HttpRequest, on: date) -> date:
    try:
        asked = date.fromisoformat(request.GET.get("day", ""))
    except ValueError:
        asked = on
    return min(max(asked, on - _FARTHEST), on + _FARTHEST)


def _names(actor: Actor, board: Board) -> dict[int, str]:
    """What the families are called, by admission, for whoever may know them; each look is in the journal."""
    lines = [*board.families, *board.arriving, *board.leaving]
    called = call_families(actor=actor, family_ids={line.family_id for line in lines if line.family_id is not None})
    return {line.admission_id: called[line.family_id] for line in lines if line.family_id in called}


def _bed_rows(board: Board) -> list[tuple[str, object]]:
    return [(room.name, bed) for room in board.rooms for bed in room.beds]


def _bed_columns() -> list[sheets.Column]:
    states = queries.bed_states()
    return [
        sheets.Column(_("Room"), lambda row: row[0]),
        sheets.Column(_("Bed"), lambda row: row[1].bed.name),
        sheets.Column(_("Kind"), lambda row: row[1].bed.get_kind_display()),
        sheets.Column(_("State"), lambda row: states[row[1].state]),
        sheets.Column(_("Who"), lambda row: row[1].code),
        sheets.Column(_("Until"), lambda row: row[1].until, "day"),
        sheets.Column(_("Away tonight"), lambda row: _("yes") if row[1].is_away else ""),
        sheets.Column(_("Why"), lambda row: row[1].why),
    ]
