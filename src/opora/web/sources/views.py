"""The source documents: a line, how it is made real, and the pages where one finds it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext, pgettext_lazy

from opora.access.queries import role_labels
from opora.access.rules import Actor
from opora.common.language import said
from opora.common.text import fold
from opora.logic.queries import boxes_by_source
from opora.sources.queries import lines_at, source_lines
from opora.sources.rules import SEEDS, STATES, SourceLine, SourcePlace
from opora.sources.words import DOCUMENTS
from opora.sources.words import STATES as STATE_WORDS
from opora.web.shell import sheets
from opora.web.shell.asking import actor_of
from opora.web.shell.doors import all_doors


class SourceFilters(forms.Form):
    """Which document, how it is made real, and words of the line."""

    q = forms.CharField(label=gettext_lazy("Words or number"), required=False, max_length=100)
    seed = forms.ChoiceField(
        label=pgettext_lazy("source document", "Document"),
        required=False,
        choices=[("", pgettext_lazy("source document", "all")), *((seed, DOCUMENTS[seed]) for seed in SEEDS)],
    )
    state = forms.ChoiceField(
        label=pgettext_lazy("state of a source line", "Made real"),
        required=False,
        choices=[("", pgettext_lazy("state of a source line", "any")), *((one, STATE_WORDS[one]) for one in STATES)],
    )


def _columns() -> list[sheets.Column]:
    return [
        sheets.Column(_("Number"), lambda row: row["line"].id),
        sheets.Column(pgettext("source document", "Document"), lambda row: row["document"]),
        sheets.Column(pgettext("source document", "Line"), lambda row: row["line"].text),
        sheets.Column(pgettext("state of a source line", "Made real"), lambda row: row["state"]),
        sheets.Column(_("Where it is recorded"), lambda row: ", ".join(str(one.what) for one in row["places"])),
    ]


def show_all(request: HttpRequest) -> HttpResponse:
    """Every line of the source documents, with where it is made real."""
    form = SourceFilters(request.GET)
    asked = form.cleaned_data if form.is_valid() else {}
    words = fold(asked.get("q") or "")
    state = asked.get("state") or ""
    found = [
        line
        for line in source_lines(asked.get("seed") or "")
        if (not state or line.state == state) and words in fold(f"{line.id} {line.text}")
    ]
    actor, boxes = actor_of(request), _boxes()
    if sheets.is_asked(request):
        rows = [_shown(actor, line, boxes) for line in found]
        return sheets.answer(request, name="sources", title=_("Where it is recorded"), columns=_columns(), rows=rows)
    documents = [
        (DOCUMENTS[seed], [_shown(actor, line, boxes) for line in of_seed], sum(1 for line in of_seed if line.places))
        for seed in SEEDS
        if (of_seed := [line for line in found if line.seed == seed])
    ]
    page = {"form": form, "documents": documents, "count": len(found), "is_filtered": any(asked.values())}
    return render(request, "sources/all.html", page)


def show_page(request: HttpRequest, room: str, page: str) -> HttpResponse:
    """What one page is there for; absent for a page that no line speaks of."""
    name = f"{room}:{page}"
    lines = lines_at(name)
    if not lines:
        raise Http404
    what = next(said(place.what) for line in lines for place in line.places if place.page == name)
    actor, boxes = actor_of(request), _boxes()
    shown = {"what": what, "lines": [_shown(actor, line, boxes) for line in lines]}
    return render(request, "sources/page.html", shown)


@dataclass(frozen=True, slots=True)
class ShownPlace:
    """A place as its reader finds it: an address that opens, or else whose page it is or who may open it."""

    what: str
    url: str = ""
    note: str = ""


def _boxes() -> dict[str, str]:
    """The page of the box that says a line in a logic model, by the line; the first where several do."""
    return {
        name: reverse("logic:node", args=[shown[0].published.code, shown[0].node.code])
        for name, shown in boxes_by_source().items()
    }


def _shown(actor: Actor, line: SourceLine, boxes: Mapping[str, str]) -> dict[str, Any]:
    """A line with its places: those that this reader may open have an address; and its box in a logic model."""
    return {
        "line": line,
        "document": DOCUMENTS[line.seed],
        "state": STATE_WORDS[line.state],
        "places": [_place(actor, place) for place in line.places],
        "box": boxes.get(line.id, ""),
    }


def _place(actor: Actor, place: SourcePlace) -> ShownPlace:
    what, door = said(place.what), all_doors()[place.page]
    if not door.opens_to(actor):
        words = role_labels()
        roles = [str(words[role]).lower() for role in door.roles]
        return ShownPlace(what, note=_("opened by: %(roles)s") % {"roles": ", ".join(roles)})
    url = _address(place.page)
    return ShownPlace(what, url, "" if url else _("on the page of a family"))


def _address(page: str) -> str:
    """Where a page lies that needs no family to be opened; empty for the others."""
    try:
        return reverse(page)
    except NoReverseMatch:
        return ""
