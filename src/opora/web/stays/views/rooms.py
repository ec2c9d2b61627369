"""Places, their rooms and beds; beds out of use."""

from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from opora.cases.queries import departments_of
from opora.common.dates import today
from opora.partners.queries import partner_choices
from opora.stays import actions, queries
from opora.web.shell import sheets
from opora.web.shell.asking import actor_of, given
from opora.web.shell.form_page import form_page
from opora.web.shell.searching import searched
from opora.web.stays.forms.rooms import BedForm, BlockForm, PlaceForm, RoomForm


@require_GET
def show_rooms(request: HttpRequest, shelter_id: int) -> HttpResponse:
    """What a place consists of."""
    file = queries.shelter_file(actor=actor_of(request), shelter_id=shelter_id, on=today())
    out = {use.bed_id: use for use in file.blocks}
    beds = [(room, bed, out.get(bed.pk)) for room, known in file.rooms for bed in known]
    found = searched(request, beds, _says, label=_("Room, bed, why it is out of use"), size=len(beds) or 1)
    if sheets.is_asked(request):
        return sheets.answer(request, name="rooms", title=_("Rooms and beds"), columns=_columns(), rows=found.every)
    kept: dict[int, list[Any]] = {}
    for room, bed, _use in found.every:
        kept.setdefault(room.pk, []).append(bed)
    shown = {
        "file": file,
        "shelter": file.shelter,
        "on": today(),
        "found": found,
        "rooms": [
            (room, kept.get(room.pk, [])) for room, known in file.rooms if room.pk in kept or not found.is_filtered
        ],
    }
    return render(request, "stays/rooms.html", shown)


def _says(row: Any) -> tuple[object, ...]:
    room, bed, use = row
    return room.name, bed.get_kind_display(), bed.name, use.why if use is not None else ""


def _columns() -> list[sheets.Column]:
    return [
        sheets.Column(_("Room"), lambda row: row[0].name),
        sheets.Column(_("Bed"), lambda row: row[1].name),
        sheets.Column(_("Kind"), lambda row: row[1].get_kind_display()),
        sheets.Column(_("In use since"), lambda row: row[1].from_on, "day"),
        sheets.Column(_("Out of use from"), lambda row: row[2].from_on if row[2] else None, "day"),
        sheets.Column(_("Out of use until"), lambda row: row[2].held_until if row[2] else None, "day"),
        sheets.Column(_("Why"), lambda row: row[2].why if row[2] else ""),
    ]


def add_place(request: HttpRequest) -> HttpResponse:
    """Add a centre or a partner's shelter."""
    actor = actor_of(request)
    form = PlaceForm(
        given(request),
        kinds=queries.shelter_kinds(),
        departments=departments_of(actor=actor),
        partners=partner_choices(on=today()),
        initial={"kind": "own"},
    )
    return form_page(
        request,
        form,
        lambda typed: actions.add_shelter(actor=actor, on=today(), **typed),
        template="stays/place_form.html",
        done=_("The place is added. Now its rooms."),
        back=reverse("stays:list"),
        to=lambda made: reverse("stays:rooms", args=[made.pk]),
    )


def add_room(request: HttpRequest, shelter_id: int) -> HttpResponse:
    """Add a room with its beds."""
    actor = actor_of(request)
    shelter = queries.get_shelter(actor=actor, shelter_id=shelter_id, ability="stays.manage")
    return form_page(
        request,
        RoomForm(given(request)),
        lambda typed: actions.add_room(actor=actor, shelter_id=shelter_id, on=today(), **typed),
        template="stays/room_form.html",
        done=_("The room is added."),
        back=reverse("stays:rooms", args=[shelter_id]),
        context={"shelter": shelter},
    )


def add_bed(request: HttpRequest, room_id: int) -> HttpResponse:
    """Add a bed or a cot to a room."""
    actor = actor_of(request)
    room = queries.get_room(actor=actor, room_id=room_id)
    return _about_bed(
        request,
        BedForm(given(request), kinds=queries.bed_kinds(), initial={"kind": "bed"}),
        lambda typed: actions.add_bed(actor=actor, room_id=room_id, on=today(), **typed),
        shelter=room.shelter,
        question=_("Add a bed: %(room)s") % {"room": room.name},
        button=_("Add"),
        done=_("The bed is added."),
    )


def remove_bed(request: HttpRequest, bed_id: int) -> HttpResponse:
    """Take a bed away for good."""
    actor = actor_of(request)
    bed = queries.get_bed(actor=actor, bed_id=bed_id)
    return _about_bed(
        request,
        forms.Form(given(request)),
        lambda _typed: actions.remove_bed(actor=actor, bed_id=bed_id, on=today()),
        shelter=bed.room.shelter,
        question=_("Take the bed away: %(room)s, %(bed)s?") % {"room": bed.room.name, "bed": bed.name},
        button=_("Take away"),
        done=_("The bed is taken away. Its nights stay counted."),
    )


def block_bed(request: HttpRequest, bed_id: int) -> HttpResponse:
    """Put a bed out of use."""
    actor = actor_of(request)
    bed = queries.get_bed(actor=actor, bed_id=bed_id)
    return _about_bed(
        request,
        BlockForm(given(request), initial={"from_on": today()}),
        lambda typed: actions.block_bed(actor=actor, bed_id=bed_id, on=today(), **typed),
        shelter=bed.room.shelter,
        question=_("Out of use: %(room)s, %(bed)s") % {"room": bed.room.name, "bed": bed.name},
        button=_("Put out of use"),
        done=_("The bed is out of use."),
    )


def unblock_bed(request: HttpRequest, use_id: int) -> HttpResponse:
    """The bed can be used again."""
    actor = actor_of(request)
    bed = queries.get_block(actor=actor, use_id=use_id).bed
    if bed is None:
        raise Http404
    return _about_bed(
        request,
        forms.Form(given(request)),
        lambda _typed: actions.unblock_bed(actor=actor, use_id=use_id, on=today()),
        shelter=bed.room.shelter,
        question=_("Use the bed again: %(room)s, %(bed)s?") % {"room": bed.room.name, "bed": bed.name},
        button=_("Use again"),
        done=_("The bed is in use again."),
    )


def _about_bed(
    request: HttpRequest, form: forms.Form, act: Any, *, shelter: Any, question: str, button: str, done: object
) -> HttpResponse:
    return form_page(
        request,
        form,
        act,
        template="stays/bed_form.html",
        done=done,
        back=reverse("stays:rooms", args=[shelter.pk]),
        context={"shelter": shelter, "question": question, "button": button},
    )
