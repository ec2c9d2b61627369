"""The 23 documents of the practices: what each is for, where it is made, its templates, and a preview of a family."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from opora.access.rules import Actor, can
from opora.common.dates import today
from opora.correspondence import actions
from opora.correspondence.documents import DOCUMENTS, NOWHERE, Document
from opora.correspondence.queries.composing import is_produced
from opora.papers.queries import TemplateLine, all_templates
from opora.process.queries import Place, place_of
from opora.web.correspondence.views.family import crumbs
from opora.web.correspondence.views.files import as_word
from opora.web.shell.asking import actor_of
from opora.web.shell.doors import all_doors


def list_documents(request: HttpRequest, case_id: int | None = None) -> HttpResponse:
    """Every document; of a family with the pages where it is made and what can be printed now."""
    actor = actor_of(request)
    place = place_of(actor=actor, case_id=case_id) if case_id is not None else None
    by_document: dict[str, list[TemplateLine]] = {}
    for line in all_templates():
        by_document.setdefault(line.document, []).append(line)
    context = {
        **(crumbs(place) if place is not None else {}),
        "rows": [_row(actor, one, by_document.get(one.code, []), place) for one in DOCUMENTS],
        "may_replace": can(actor, "practice.manage"),
    }
    return render(request, "correspondence/documents.html", context)


def _row(actor: Actor, one: Document, templates: list[TemplateLine], place: Place | None) -> dict[str, Any]:
    kinds = [line.kind for line in templates if place is not None and is_produced(line.kind, place)]
    return {
        "document": one,
        "url": _url(one, place) if all_doors()[one.page].opens_to(actor) else "",
        "has_own": any(line.own for line in templates),
        "previews": [reverse("correspondence:document", args=[place.case_id, kind]) for kind in kinds]
        if place is not None
        else [],
    }


def _url(one: Document, place: Place | None) -> str:
    """The page where a document is made, where its family is known or it needs none."""
    if one.of == NOWHERE:
        return reverse(one.page)
    key = getattr(place, one.of, None) if place is not None else None
    return reverse(one.page, args=[key]) if key is not None else ""


def hand_out(request: HttpRequest, case_id: int, kind: str) -> HttpResponse:
    """A document of the family as a Word file, filled with what is recorded."""
    data = actions.produce_document(actor=actor_of(request), case_id=case_id, kind=kind, on=today())
    return as_word(data, kind)
