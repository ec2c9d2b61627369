"""What the family needs, whether somebody outside must help, and who does."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from opora.common.dates import today
from opora.network import actions
from opora.network.queries import need_in_sight, partners_offered
from opora.process.queries import place_of_record, recordable
from opora.web.network.forms import NeedForm
from opora.web.network.places import address, around, family_at
from opora.web.shell.asking import actor_of, given
from opora.web.shell.form_page import form_page
from opora.web.shell.intentions import once


def add(request: HttpRequest, route_id: int | None = None, case_id: int | None = None) -> HttpResponse:
    """One more need."""
    actor = actor_of(request)
    place = recordable(actor=actor, route_id=route_id, case_id=case_id)
    return form_page(
        request,
        NeedForm(given(request), partners=partners_offered(actor=actor)),
        lambda typed: actions.keep_need(
            actor=actor, route_id=place.route_id, case_id=place.case_id, entry=_entry(typed), on=today()
        ),
        template="network/form.html",
        done=_("Written down."),
        back=address("", place),
        context=lambda: around(request, place, family_at(actor, place), heading=_("What must be found for the family")),
    )


def change(request: HttpRequest, need_id: int) -> HttpResponse:
    """How it stands now."""
    actor = actor_of(request)
    need = need_in_sight(actor=actor, need_id=need_id)
    found = place_of_record(actor=actor, record=need)
    place = recordable(actor=actor, route_id=found.route_id, case_id=found.case_id)
    offered = partners_offered(actor=actor)
    if need.partner is not None and need.partner_id not in dict(offered):
        offered = (*offered, (need.partner.pk, need.partner.name))
    now = {
        "text": need.said,
        "outside": need.outside,
        "partner_id": need.partner_id,
        "contact": need.contact_text,
        "result": need.result,
    }
    return form_page(
        request,
        NeedForm(given(request), partners=offered, initial=now),
        lambda typed: actions.keep_need(actor=actor, need_id=need_id, entry=_entry(typed), on=today()),
        template="network/form.html",
        done=_("Saved."),
        back=address("", place),
        about={"route_id": place.route_id, "case_id": place.case_id},
        context=lambda: around(
            request, place, family_at(actor, place), heading=_("What must be found for the family"), need=need
        ),
    )


@require_POST
def remove(request: HttpRequest, need_id: int) -> HttpResponse:
    """A need written down by mistake."""
    actor = actor_of(request)
    need = need_in_sight(actor=actor, need_id=need_id)
    place = place_of_record(actor=actor, record=need)
    return once(
        request,
        lambda: actions.void_need(actor=actor, need_id=need_id, on=today()),
        done=_("Taken off."),
        to=address("", place),
    )


def _entry(typed: dict[str, Any]) -> actions.NeedEntry:
    return actions.NeedEntry(
        text=typed["text"],
        outside=typed["outside"],
        partner_id=typed.get("partner_id"),
        contact=typed["contact"],
        result=typed["result"],
    )
