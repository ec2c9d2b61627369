"""Talks with the people around a family: mediation, what was agreed, what comes next."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from opora.common.dates import today
from opora.families.queries import NamedFamily
from opora.network import actions
from opora.network.queries import Network, network_of, record_in_sight
from opora.process.queries import place_of_record, recordable
from opora.web.network.forms import TalkForm
from opora.web.network.places import address, around, called, family_at
from opora.web.shell.asking import actor_of, given
from opora.web.shell.form_page import form_page


def record(request: HttpRequest, route_id: int | None = None, case_id: int | None = None) -> HttpResponse:
    """With whom one talked, what was agreed, what comes next."""
    actor = actor_of(request)
    place = recordable(actor=actor, route_id=route_id, case_id=case_id)
    family = family_at(actor, place)
    found = network_of(actor=actor, place=place, on=today())
    asked = request.GET.get("with", "")
    form = TalkForm(
        given(request),
        members=_members(found, family),
        initial={"on": today(), "member_id": int(asked) if asked.isdecimal() and len(asked) < 12 else None},
    )

    def act(typed: dict[str, Any]) -> None:
        actions.record_mediation(actor=actor, route_id=place.route_id, case_id=place.case_id, **typed)

    return form_page(
        request,
        form,
        act,
        template="network/form.html",
        done=_("The talk is recorded."),
        back=address("", place),
        context=lambda: around(
            request,
            place,
            family,
            heading=_("Talk with somebody around the family"),
            add_url=address("add", place),
            lacks_members=not found.members,
        ),
    )


def correct(request: HttpRequest, talk_id: int) -> HttpResponse:
    """What was written of a talk is put right; the former words stay readable in the life of the family."""
    actor = actor_of(request)
    talk = record_in_sight(actor=actor, record_id=talk_id)
    if talk.member_id is None:
        raise Http404
    place = place_of_record(actor=actor, record=talk)
    family = family_at(actor, place)
    now = {
        "on": talk.on,
        "member_id": talk.member_id,
        "text": talk.told,
        "next_step": talk.next_told,
        "next_on": talk.next_on,
    }
    found = network_of(actor=actor, place=place, on=today())
    return form_page(
        request,
        TalkForm(given(request), members=_members(found, family), initial=now),
        lambda typed: actions.correct_mediation(actor=actor, record_id=talk_id, today=today(), **typed),
        template="network/form.html",
        done=_("Corrected. The former words stay readable."),
        back=address("", place),
        about={"route_id": place.route_id, "case_id": place.case_id},
        context=lambda: around(request, place, family, heading=_("Correct the talk")),
    )


def _members(found: Network, family: NamedFamily) -> list[tuple[Any, str]]:
    return [("", _("Choose")), *((one.pk, called(family, one)) for one in found.members)]
