"""Destruction of data: the terms that run, the last question, the act and the journal that belongs to it."""

import csv
import io

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from opora.audit.sentences import named_in, sentence, who_did
from opora.common.dates import local, today
from opora.papers import actions, queries
from opora.papers.queries.destruction import in_words
from opora.papers.rules import extend_to_at_most
from opora.web.papers.forms.destroying import DestroyForm, ExtendForm
from opora.web.shell import sheets
from opora.web.shell.asking import actor_of, given
from opora.web.shell.form_page import form_page


def list_terms(request: HttpRequest) -> HttpResponse:
    """What must be destroyed by when, and the acts of what was destroyed."""
    actor = actor_of(request)
    if sheets.is_asked(request):
        rows = queries.running_terms(actor=actor)
        return sheets.answer(request, name="terms", title=_("Terms that run"), columns=_columns(), rows=rows)
    context = {
        "terms": queries.running_terms(actor=actor),
        "acts": queries.acts(actor=actor),
        "today": today(),
    }
    return render(request, "papers/terms.html", context)


def _columns() -> list[sheets.Column]:
    return [
        sheets.Column(_("Path"), lambda term: term.route_id, "count"),
        sheets.Column(_("Case number"), lambda term: term.route.case.number if term.route.case else ""),
        sheets.Column(_("Code"), lambda term: term.person.code if term.person else ""),
        sheets.Column(_("Withdrawn on"), lambda term: term.started_on, "day"),
        sheets.Column(_("By when"), lambda term: term.due_on, "day"),
    ]


def destroy(request: HttpRequest, route_id: int) -> HttpResponse:
    """What goes, what stays, and the question whether it shall go."""
    actor = actor_of(request)
    found = queries.destruction_of(actor=actor, route_id=route_id)
    if (act := queries.act_of(found.route)) is not None and not found.terms:
        return HttpResponseRedirect(reverse("papers:act", args=[act.pk]))
    form = DestroyForm(
        given(request),
        others=[(person.pk, person.code) for person in found.others],
        number=route_id,
        initial={"person_ids": sorted(found.without_consent)},
    )
    return form_page(
        request,
        form,
        lambda typed: actions.destroy_data(
            actor=actor,
            route_id=route_id,
            person_ids=typed.get("person_ids", []),
            reason=typed["reason"],
            on=typed["on"],
        ),
        template="papers/destroy.html",
        done=_("The data are destroyed. Here is the act: print it and sign it."),
        back=reverse("papers:terms"),
        to=lambda act: reverse("papers:act", args=[act.pk]),
        context={"found": found, "route": found.route, "today": today()},
    )


def extend(request: HttpRequest, term_id: int) -> HttpResponse:
    """Make a term longer, on a ground."""
    actor = actor_of(request)
    term = queries.term_in_sight(actor=actor, term_id=term_id)
    last = extend_to_at_most(term.started_on)
    form = ExtendForm(given(request), last=last)
    return form_page(
        request,
        form,
        lambda typed: actions.extend_term(actor=actor, term_id=term_id, on=today(), **typed),
        template="papers/extend.html",
        done=_("The term is extended. The reason is kept with it."),
        back=reverse("papers:terms"),
        about={"route_id": term.route_id},
        context=lambda: {
            "term": term,
            "route": term.route,
            "last": last,
            "extensions": actions.reasons_of(term),
        },
    )


def show_act(request: HttpRequest, act_id: int) -> HttpResponse:
    """The act, for print and signature."""
    actor = actor_of(request)
    act, reason = actions.read_act(actor=actor, act_id=act_id)
    context = {"act": act, "reason": reason, "route": act.route, "contents": in_words(act.contents)}
    context["traces"] = queries.traces_of(act)
    return render(request, "papers/act.html", context)


def export_journal(request: HttpRequest, act_id: int) -> HttpResponse:
    """The journal about the family as a table: by law it is kept with the act for three years."""
    actor = actor_of(request)
    act = actions.export_journal(actor=actor, act_id=act_id)
    written = io.StringIO()
    table = csv.writer(written, delimiter=";")
    table.writerow([_("Entry"), _("When"), _("Who"), _("What")])
    entries = list(queries.journal_of(act))
    named = named_in(entry.data for entry in entries)
    for entry in entries:
        at = local(entry.at).strftime("%d.%m.%Y %H:%M:%S")
        who, what = who_did(entry.actor_id, entry.actor_name), sentence(entry.verb, entry.data, named)
        table.writerow([entry.pk, at, who, what])
    answer = HttpResponse("\ufeff" + written.getvalue(), content_type="text/csv; charset=utf-8")
    name = act.number.replace("/", "-")
    answer.headers["Content-Disposition"] = f'attachment; filename="opora-journal-{name}.csv"'
    return answer
