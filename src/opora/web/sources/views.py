"""The source documents: a line, how it is made real, and the pages where one finds it."""

from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from opora.common.language import said
from opora.common.text import fold
from opora.sources.queries import lines_at, source_lines
from opora.sources.rules import SEEDS, STATES, SourceLine
from opora.sources.words import DOCUMENTS
from opora.sources.words import STATES as STATE_WORDS


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
    documents = [
        (DOCUMENTS[seed], [_shown(line) for line in of_seed], sum(1 for line in of_seed if line.places))
        for seed in SEEDS
        if (of_seed := [line for line in found if line.seed == seed])
    ]
    page = {"form": form, "documents": documents, "count": len(found), "is_filtered": bool(request.GET)}
    return render(request, "sources/all.html", page)


def show_page(request: HttpRequest, room: str, page: str) -> HttpResponse:
    """What one page is there for; absent for a page that no line speaks of."""
    name = f"{room}:{page}"
    lines = lines_at(name)
    if not lines:
        raise Http404
    what = next(said(place.what) for line in lines for place in line.places if place.page == name)
    shown = {"what": what, "lines": [_shown(line) for line in lines]}
    return render(request, "sources/page.html", shown)


def _shown(line: SourceLine) -> dict[str, Any]:
    """A line with its places: those that can be opened at once have an address, the others lie at a family."""
    places = [(said(place.what), _address(place.page)) for place in line.places]
    return {
        "line": line,
        "document": DOCUMENTS[line.seed],
        "state": STATE_WORDS[line.state],
        "places": places,
        "note": _("on the page of a family") if any(not url for _what, url in places) else "",
    }


def _address(page: str) -> str:
    """Where a page lies that needs no family to be opened; empty for the others."""
    try:
        return reverse(page)
    except NoReverseMatch:
        return ""
