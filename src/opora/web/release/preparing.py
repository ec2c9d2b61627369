"""Choose a table, see what is hidden and why, ask the second person."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from opora.common.dates import today
from opora.common.errors import Invalid
from opora.release import actions, policies, queries, words
from opora.release.queries import Asked, Prepared
from opora.web.release.forms import AskForm, NoteForm, with_usual_days
from opora.web.release.telling import grid, reasons, what_is_hidden
from opora.web.shell.asking import actor_of, given
from opora.web.shell.form_page import form_page

_FIELDS = {"row": "by", "column": "by", "table": None, "program": "program", "to_on": "to_on"}


def choose(request: HttpRequest) -> HttpResponse:
    """The tables that may be prepared, each with what it counts."""
    policies.check_can_prepare(actor_of(request))
    tables = [{"code": code, "title": title, "about": about} for code, (title, about) in words.TABLES.items()]
    return render(request, "release/choose.html", {"tables": tables})


def prepare(request: HttpRequest, table: str) -> HttpResponse:
    """The table as it would leave the house; sent, it waits for a second person."""
    actor = actor_of(request)
    policies.check_can_prepare(actor)
    if table not in words.TABLES:
        raise Http404
    form = AskForm(with_usual_days(request.GET) if _is_asked(request) else None, table=table, actor=actor)
    asked = form.asked()
    replaces_id = getattr(form, "cleaned_data", {}).get("replaces")

    def context() -> dict[str, Any]:
        prepared = None if form.errors else _prepared(request, form, asked)
        return {
            "filters": form,
            "title": words.TABLES[table][0],
            "about": words.TABLES[table][1],
            "problem": prepared.problem if prepared else "",
            "prepared": prepared,
            **(_shown(prepared) if prepared else {}),
        }

    return form_page(
        request,
        NoteForm(given(request)),
        lambda typed: actions.ask_for_release(
            actor=actor, asked=asked, note=typed["note"], replaces_id=replaces_id, on=today()
        ),
        template="release/prepare.html",
        done=_("Kept. A second person finds it among what waits, and decides."),
        back=reverse("release:list"),
        to=lambda made: reverse("release:one", args=[made.pk]),
        context=context,
    )


def _is_asked(request: HttpRequest) -> bool:
    return any(name in request.GET for name in ("by", "from_on", "to_on", "program"))


def _prepared(request: HttpRequest, form: AskForm, asked: Asked) -> Prepared | None:
    try:
        return queries.prepare(actor=actor_of(request), asked=asked)
    except Invalid as refusal:
        for field, sentence in refusal.fields.items():
            name = _FIELDS.get(field)
            form.add_error(name if name in form.fields else None, str(sentence))
        return None


def _shown(prepared: Prepared) -> dict[str, Any]:
    return {
        "table": grid(prepared),
        "reasons": reasons(prepared),
        "hidden_said": what_is_hidden(prepared),
        "heading": prepared.title,
        "lines": prepared.content()["about"],
    }
