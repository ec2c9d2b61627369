"""Pages of the journal. Reading it is a right of its own; reading it changes nothing."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from opora.access.rules import Actor, Scope, scope
from opora.audit import actions
from opora.audit.queries import Filters, journal_state, list_entries, who_saw
from opora.audit.sentences import check_sentences, named_in, sentence, who_did
from opora.cases.queries import get_case, ids_of_same_family
from opora.common.dates import local
from opora.families.queries import people_now
from opora.web.journal.forms import JournalFilters
from opora.web.journal.signs import by_day, by_person
from opora.web.shell import search, sheets
from opora.web.shell.asking import actor_of, given
from opora.web.shell.paging import page_by_key

if TYPE_CHECKING:
    from opora.audit.models import JournalEntry

PAGE = 50


@require_http_methods(["GET", "POST"])
def entries(request: HttpRequest) -> HttpResponse:
    """The journal, newest lines first, with filters that keep their place in the address."""
    actor = actor_of(request)
    form = JournalFilters(given(request) or request.GET or None, actor=actor)
    if request.method == "POST" and (answer := search.narrowed(request, form)) is not None:
        return answer
    filters = form.asked() if form.is_bound else Filters()
    if sheets.is_asked(request):
        rows = list_entries(actor=actor, filters=filters, limit=sheets.MOST + 1)
        return sheets.answer(request, name="journal", title=_("Journal"), columns=_columns(rows), rows=rows)
    context = {
        "form": form,
        "is_filtered": filters != Filters(),
        "state": journal_state(actor=actor),
        "may_open_cases": scope(actor, "case.read") is Scope.ALL,
        **_page(request, actor, filters),
    }
    return render(request, "journal/entries.html", context, status=422 if request.method == "POST" else 200)


@require_GET
def family(request: HttpRequest, case_id: int) -> HttpResponse:
    """Who saw this family: everybody who read anything of it, also before it had a case, and all that was done."""
    actor = actor_of(request)
    case = get_case(actor=actor, case_id=case_id)
    context = {
        "case": case,
        "seen": by_person(who_saw(actor=actor, case_ids=ids_of_same_family(case=case), family_id=case.family_id)),
        **_page(request, actor, Filters(case_ids=(case.pk,)), of_family=True),
    }
    return render(request, "journal/family.html", context)


@require_http_methods(["GET", "POST"])
def check(request: HttpRequest) -> HttpResponse:
    """Hold every line against the chain of seals; a question first, for it may take a minute."""
    actor = actor_of(request)
    found = actions.check_journal(actor=actor) if request.method == "POST" else None
    context = {
        "state": journal_state(actor=actor),
        "found": found,
        "sentences": check_sentences(found) if found else [],
    }
    return render(request, "journal/check.html", context)


def _page(request: HttpRequest, actor: Actor, filters: Filters, *, of_family: bool = False) -> dict[str, Any]:
    rows = list_entries(actor=actor, filters=filters, before_id=_before(request), limit=PAGE + 1)
    shown, pager = page_by_key(request, rows, size=PAGE)
    people = {one.person_id for one in shown if one.person_id is not None} if of_family else set()
    return {"days": by_day(shown, people_now(people) if people else None), "pager": pager}


def _columns(rows: "Sequence[JournalEntry]") -> list[sheets.Column]:
    named = named_in(entry.data for entry in rows)
    return [
        sheets.Column(_("Line"), lambda entry: entry.id, "count"),
        sheets.Column(_("When"), lambda entry: local(entry.at).replace(tzinfo=None), "day"),
        sheets.Column(_("Who"), lambda entry: who_did(entry.actor_id, entry.actor_name)),
        sheets.Column(_("What"), lambda entry: sentence(entry.verb, entry.data, named)),
    ]


def _before(request: HttpRequest) -> int | None:
    text = request.GET.get("before", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 18 else None
