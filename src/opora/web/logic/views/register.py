"""All outcomes of the models in force, and the register of assumptions."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from opora.common.language import said
from opora.common.text import fold
from opora.logic import queries, words
from opora.web.logic.forms.filters import OutcomeFilters
from opora.web.logic.telling import address, box_of, evidence_line, items_of, maybe, services_of
from opora.web.shell import sheets as sheets_of_lists
from opora.web.shell.asking import actor_of


def list_outcomes(request: HttpRequest) -> HttpResponse:
    """Every outcome with the boxes that show it in each model (X-04)."""
    form = OutcomeFilters(request.GET)
    asked = form.cleaned_data if form.is_valid() else {}
    sought, kind = fold(asked.get("q") or ""), asked.get("kind") or ""
    models = queries.models_in_force()
    items, services = items_of(actor_of(request)), services_of()
    rows = []
    for concept in queries.concepts().values():
        shown = queries.shown_in(concept=concept.code, models=models)
        texts = [said(concept.title), *(said(one.node.text) for one in shown), *(one.node.source for one in shown)]
        if shown and sought in fold(" ".join(texts)) and kind in ("", concept.evidence.kind):
            rows.append(
                {
                    "concept": concept,
                    "title": said(concept.title),
                    "about": words.ABOUT[concept.about],
                    "definition": maybe(concept.definition),
                    "evidence": evidence_line(concept.evidence, items, services),
                    "shown": [box_of(one) for one in shown],
                }
            )
    if sheets_of_lists.is_asked(request):
        title = _("Outcomes of the logic models")
        return sheets_of_lists.answer(request, name="outcomes-of-models", title=title, columns=_columns(), rows=rows)
    return render(request, "logic/outcomes.html", {"form": form, "rows": rows, "is_filtered": bool(sought or kind)})


def list_assumptions(request: HttpRequest) -> HttpResponse:
    """The register of assumptions: what must hold, what stands on it, how one sees that it does not (X-16)."""
    items, services = items_of(actor_of(request)), services_of()
    rows = []
    for published in queries.models_in_force():
        for one in published.model.assumptions:
            nodes = [node for code in one.nodes if (node := published.model.node(code)) is not None]
            rows.append(
                {
                    "one": one,
                    "text": said(one.text),
                    "definition": maybe(one.definition),
                    "evidence": evidence_line(one.evidence, items, services),
                    "model": said(published.model.title),
                    "url": reverse("logic:model", args=[published.code]),
                    "nodes": [(said(node.text), address(published.code, node)) for node in nodes],
                }
            )
    if sheets_of_lists.is_asked(request):
        columns = [
            sheets_of_lists.Column(_("Source"), lambda row: row["one"].source),
            sheets_of_lists.Column(pgettext("logic", "Assumption"), lambda row: row["text"]),
            sheets_of_lists.Column(pgettext("logic", "Model"), lambda row: row["model"]),
            sheets_of_lists.Column(_("How it shows"), lambda row: row["definition"]),
        ]
        return sheets_of_lists.answer(request, name="assumptions", title=_("Assumptions"), columns=columns, rows=rows)
    return render(request, "logic/assumptions.html", {"rows": rows})


def _columns() -> list[sheets_of_lists.Column]:
    return [
        sheets_of_lists.Column(pgettext("logic", "Outcome"), lambda row: row["title"]),
        sheets_of_lists.Column(pgettext("logic", "About"), lambda row: row["about"]),
        sheets_of_lists.Column(_("When it counts as reached"), lambda row: row["definition"]),
        sheets_of_lists.Column(pgettext("evidence", "Seen by"), lambda row: row["evidence"].way),
        sheets_of_lists.Column(_("Boxes"), lambda row: ", ".join(source for source, _t, _m, _u in row["shown"])),
    ]
