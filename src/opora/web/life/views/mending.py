"""A record put right or taken back where it is read."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from opora.common.dates import today
from opora.common.errors import Conflict, Refused
from opora.intake import actions as intake
from opora.life import actions, queries
from opora.life.words import kind_title
from opora.results.queries import offer_assumptions, offer_results
from opora.services.queries import offer_at as offer_services
from opora.web.life.forms.kinds import sheet_for
from opora.web.life.forms.mending import ReasonForm
from opora.web.life.forms.sheet import day_fields
from opora.web.life.views.sheet_pages import address, member_choices, show, way_back
from opora.web.shell.asking import actor_of, given
from opora.web.shell.family_place import home_of, title_of
from opora.web.shell.form_page import form_page
from opora.web.shell.middleware import say

# What is put right on a page of its own, by the room that keeps it.
OWN_PAGES = {"issue": "goods:correct", "stay": "stays:correct"}


def is_correctable(source: str) -> bool:
    """Whether a record of this kind is put right here or on its own page, and not only taken back."""
    return source in OWN_PAGES or actions.may_be_mended(source)


def mend(request: HttpRequest, source: str, record_id: int) -> HttpResponse:
    """The sheet again, with what stands in it now; what stood there stays readable."""
    actor = actor_of(request)
    record = queries.record_to_mend(actor=actor, source=source, pk=record_id)
    if source in OWN_PAGES:
        return HttpResponseRedirect(reverse(OWN_PAGES[source], args=[record_id]))
    sheet = sheet_for(record.kind)
    if sheet is None or not actions.may_be_mended(source):
        raise Http404
    offer = queries.offer_at(actor=actor, place=record.place)
    family = actions.people_at(actor=actor, place=record.place, on=today())
    form = sheet(
        given(request),
        colleagues=offer.colleagues,
        members=member_choices(family),
        photos=False,
        what=record.kind.partition("-")[2],
        children=[one.person_id for one in family.children],
        results=offer_results(actor=actor, place=record.place) if record.kind == "result" else (),
        assumptions=offer_assumptions(place=record.place) if record.kind == "assumption" else (),
        services=offer_services(actor=actor, place=record.place) if record.kind == "service" else None,
        initial={**record.now, **day_fields(record.now["on"])},
    )
    back = way_back(request, home_of(record.place))

    def act(typed: dict[str, Any]) -> None:
        kept = {
            "people_ids": [],
            "at": None,
            "notes": "",
            "kind": record.kind.partition("-")[2],
            "sheet": record.kind,
            **typed,
        }
        actions.mend(actor=actor, source=source, pk=record_id, typed=kept, on=typed["on"], today=today())

    context = {
        "kind": record.kind,
        "heading": _("Correct: %(what)s") % {"what": kind_title(record.kind)},
        "title": title_of(record.place, family),
        "place": record.place,
        "back": back,
        "kinds_url": "",
    }
    return form_page(
        request,
        form,
        act,
        done=_("Corrected. The former words stay readable."),
        back=back,
        context=context,
        about={"route_id": record.place.route_id, "case_id": record.place.case_id},
        places={"on": "date", "text": "notes", "effect": "notes", "kind": "what", "note": "notes"},
        show=lambda shown, status: show(request, "form", shown, status),
    )


def void(request: HttpRequest, source: str, record_id: int) -> HttpResponse:
    """Taken back, with a reason: it counts nowhere and stays readable, struck through."""
    actor = actor_of(request)
    record = queries.record_to_mend(actor=actor, source=source, pk=record_id)
    form = ReasonForm(given(request))
    back = way_back(request, home_of(record.place))
    context = {
        "heading": _("Void this record"),
        "lead": _("It will count nowhere: in no step, term or figure. It stays readable, struck through."),
        "title": title_of(record.place),
        "back": back,
        "button": _("Void"),
        "is_alarm": True,
    }
    return form_page(
        request,
        form,
        lambda typed: actions.void(actor=actor, source=source, pk=record_id, reason=typed["reason"], on=today()),
        done=_("Voided. It counts nowhere any more and stays readable."),
        back=back,
        context=context,
        about={"route_id": record.place.route_id, "case_id": record.place.case_id},
        show=lambda shown, status: show(request, "reason", shown, status),
    )


@require_POST
def undo(request: HttpRequest, source: str, record_id: int) -> HttpResponse:
    """One touch right after saving: it was not meant."""
    actor = actor_of(request)
    record = queries.record_to_mend(actor=actor, source=source, pk=record_id)
    back = way_back(request, home_of(record.place))
    try:
        actions.void(actor=actor, source=source, pk=record_id, is_undo=True, on=today())
    except (Conflict, Refused) as refusal:
        say(request, refusal, good=False)
    else:
        say(request, _("Taken back."))
    return HttpResponseRedirect(back)


@require_POST
def answered(request: HttpRequest, contact_id: int) -> HttpResponse:
    """The answer to a letter came today."""
    actor = actor_of(request)
    record = queries.record_to_mend(actor=actor, source="mail", pk=contact_id)
    try:
        intake.note_answer(actor=actor, contact_id=contact_id, on=today())
    except (Conflict, Refused) as refusal:
        say(request, refusal, good=False)
    else:
        say(request, _("Noted: the answer came today."))
    return HttpResponseRedirect(way_back(request, address("life", record.place)))
