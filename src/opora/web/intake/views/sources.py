"""What was learned of a family, by source."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from opora.intake import actions, queries
from opora.intake.queries.choices import NOTE_SOURCES
from opora.process import queries as process
from opora.web.intake.forms.work import SourceForm
from opora.web.intake.views.recording import back_of, record, workable
from opora.web.shell.asking import actor_of, given


def list_sources(request: HttpRequest, route_id: int) -> HttpResponse:
    """Everything learned of the family, or only what one kind of source told."""
    actor = actor_of(request)
    route = process.get_route(actor=actor, route_id=route_id)
    kinds = dict(NOTE_SOURCES)
    kind = request.GET.get("kind", "")
    kind = kind if kind in kinds else ""
    notes = queries.sources_of(route)
    told = {note.kind for note in notes}
    context = {
        "route": route,
        "back": back_of(route),
        "notes": [note for note in notes if not kind or note.kind == kind],
        "kinds": [(code, words) for code, words in NOTE_SOURCES if code in told],
        "kind": kind,
        "may_work": process.may_work(actor=actor, route=route),
    }
    return render(request, "intake/sources.html", context)


def new_source(request: HttpRequest, route_id: int) -> HttpResponse:
    """Write down what was told, and on which ground."""
    actor = actor_of(request)
    route = workable(request, route_id)
    form = SourceForm(given(request))
    return record(
        request,
        form,
        lambda typed: actions.record_source(actor=actor, route_id=route.pk, **typed),
        route=route,
        template="intake/source_new.html",
        done=_("The information is recorded, the paper is filed."),
        to=lambda _made: reverse("intake:sources", args=[route.pk]),
    )


def show_source(request: HttpRequest, note_id: int) -> HttpResponse:
    """One note with its words; reading it is a line in the journal."""
    actor = actor_of(request)
    note, route, told = actions.read_source(actor=actor, note_id=note_id)
    context = {"note": note, "route": route, "back": back_of(route), "told": told}
    return render(request, "intake/source.html", context)
