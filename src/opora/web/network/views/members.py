"""Somebody around the family: added, changed, put on the map, taken off."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from opora.access.rules import Actor
from opora.common.dates import today
from opora.common.errors import Conflict
from opora.network import actions
from opora.network.queries import member_in_sight, tie_of
from opora.process.queries import place_of, place_of_record, recordable
from opora.web.network.forms import MemberForm
from opora.web.network.places import address, around, called, family_at
from opora.web.shell.asking import actor_of, given
from opora.web.shell.form_page import form_page
from opora.web.shell.intentions import once
from opora.web.shell.middleware import say


def add(request: HttpRequest, route_id: int | None = None, case_id: int | None = None) -> HttpResponse:
    """Who it is and what ties the family to him or her, at once."""
    actor = actor_of(request)
    place = recordable(actor=actor, route_id=route_id, case_id=case_id)
    family = family_at(actor, place)
    form = MemberForm(given(request), people=list(family.labels().items()), initial={"on": today()})

    def act(typed: dict[str, Any]) -> None:
        member = actions.keep_member(
            actor=actor, route_id=place.route_id, case_id=place.case_id, entry=_entry(typed), on=typed["on"]
        )
        _tie(actor, member.pk, typed)

    return form_page(
        request,
        form,
        act,
        template="network/form.html",
        done=_("Written down."),
        back=address("", place),
        context=lambda: around(request, place, family, heading=_("Somebody around the family")),
    )


def change(request: HttpRequest, around_id: int) -> HttpResponse:
    """What is written of somebody, and the tie as it is now; the maps of former days stay as they were."""
    actor = actor_of(request)
    member = member_in_sight(actor=actor, member_id=around_id)
    found = place_of_record(actor=actor, record=member)
    place = recordable(actor=actor, route_id=found.route_id, case_id=found.case_id)
    family = family_at(actor, place)
    tie = tie_of(actor=actor, place=place, member_id=around_id)
    now = {
        "kind": member.kind,
        "person_id": member.person_id,
        "name": member.name_text,
        "note": member.note_text,
        "tie": tie.kind if tie else "",
        "strength": tie.strength if tie else 2,
        "direction": tie.direction if tie else "both",
        "agreed": tie.agreed_text if tie else "",
        "on": today(),
    }
    form = MemberForm(given(request), people=list(family.labels().items()), initial=now)

    def act(typed: dict[str, Any]) -> None:
        kept = {"sex": member.sex, "born_in": member.born_in, "is_dead": member.is_dead, "died_in": member.died_in}
        actions.keep_member(actor=actor, member_id=around_id, entry=_entry(typed, **kept), on=typed["on"])
        before = (now["tie"], now["strength"], now["direction"], now["agreed"])
        if before != (typed["tie"], typed["strength"], typed["direction"], typed["agreed"]):
            _tie(actor, around_id, typed, is_off=bool(now["tie"]))

    return form_page(
        request,
        form,
        act,
        template="network/form.html",
        done=_("Saved. The former map stays as it was."),
        back=address("", place),
        about={"route_id": place.route_id, "case_id": place.case_id},
        context=lambda: around(
            request, place, family, heading=called(family, member), member=member, is_on_map=tie is not None
        ),
    )


@require_POST
def remove(request: HttpRequest, around_id: int) -> HttpResponse:
    """Somebody entered by mistake."""
    actor = actor_of(request)
    member = member_in_sight(actor=actor, member_id=around_id)
    back = address("", place_of(actor=actor, route_id=member.route_id, case_id=member.case_id))
    try:
        return once(
            request,
            lambda: actions.void_member(actor=actor, member_id=around_id, on=today()),
            done=_("Taken off."),
            to=back,
        )
    except Conflict as refusal:
        say(request, refusal, good=False)
        return redirect(back)


def _entry(typed: dict[str, Any], **kept: Any) -> actions.MemberEntry:
    return actions.MemberEntry(
        kind=typed["kind"], name=typed["name"], note=typed["note"], person_id=typed.get("person_id"), **kept
    )


def _tie(actor: Actor, member_id: int, typed: dict[str, Any], *, is_off: bool = False) -> None:
    if not typed["tie"] and not is_off:
        return
    actions.set_tie(
        actor=actor,
        member_id=member_id,
        kind=typed["tie"],
        strength=typed["strength"] or 2,
        direction=typed["direction"] or "both",
        agreed=typed["agreed"],
        on=typed["on"],
    )
