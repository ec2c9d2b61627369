"""Tables to read: those there are, one being made, one that was kept, and the cases behind a cell."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from opora.access.rules import Actor, can
from opora.cases.queries import departments_of
from opora.common.dates import today
from opora.common.errors import NotFound
from opora.pivot import actions, policies, queries, words
from opora.pivot.queries import Result
from opora.pivot.rules import READY, SUBJECTS, Definition, Dimension, definition_from, problems_of
from opora.programs.queries import list_programs
from opora.web.pivot.asking import asked, key_of, query_of
from opora.web.pivot.exporting import FILES, file_of
from opora.web.pivot.forms import RunForm, TableForm
from opora.web.pivot.telling import page_of, picture_of, where_of
from opora.web.shell import cases_behind, sheets
from opora.web.shell.asking import actor_of
from opora.web.shell.paging import page_asked, page_by_number, query_without

PAGE = 50


def list_tables(request: HttpRequest) -> HttpResponse:
    """Tables ready from the beginning, those of the organization and one's own."""
    actor = actor_of(request)
    saved = queries.saved_tables(actor=actor)
    own = queries.fields_of_tables(actor=actor)
    context = {
        "ready": [(words.ready_title(code), query_of(one), words.what(one)) for code, one in READY.items()],
        "shared": [_told(one, own) for one in saved if one.is_shared],
        "own": [_told(one, own) for one in saved if not one.is_shared],
        "away": queries.put_away_tables(actor=actor),
    }
    return render(request, "pivot/list.html", context)


def make_table(request: HttpRequest) -> HttpResponse:
    """Choose what is counted; the table stands beside it and changes with every choice."""
    actor = actor_of(request)
    one = asked(request.GET, queries.fields_of_tables(actor=actor))
    table_id = request.GET.get("table", "")
    problems = [words.problem(problem) for problem in problems_of(one).values()]
    context: dict[str, Any] = {
        "problems": problems,
        "query": query_of(one, table=table_id) if not problems else "",
        "table_id": table_id if table_id.isascii() and table_id.isdecimal() else "",
    }
    if not problems:
        result = queries.read_table(actor=actor, definition=one, as_of=today())
        if (kind := request.GET.get("as", "")) in FILES:
            return file_of(request, result, kind)
        context |= _shown(actor, result) | {"turned": query_of(one.turned, table=table_id) if one.columns else ""}
    form = _form(request, actor, one)
    chosen = ("narrow", "program", "department", "sort", "drawn")
    context |= {"form": form, "is_more": any(form.initial[name] for name in chosen)}
    return render(request, "pivot/make.html", context)


def show_table(request: HttpRequest, table_id: int) -> HttpResponse:
    """A kept table, run as of today or as of another day."""
    actor = actor_of(request)
    form = RunForm(request.GET)
    on: date | None = form.cleaned_data.get("on") if form.is_valid() else None
    own = queries.fields_of_tables(actor=actor)
    table = queries.find_table(actor=actor, table_id=table_id, even_hidden=True)
    if queries.is_hidden(definition_from(table.data, own)):
        why = _(
            "This table tells families apart by an own field that is for other roles, so nothing of it is shown. "
            "Who needs it asks the head of the organization."
        )
        return render(request, "pivot/hidden.html", {"title": words.hidden_title(), "why": why})
    result = queries.run_table(actor=actor, table_id=table_id, as_of=min(on or today(), today()))
    if (kind := request.GET.get("as", "")) in FILES:
        return file_of(request, result, kind)
    one = result.definition
    context = {
        "table": table,
        "form": form,
        "is_filtered": on is not None,
        "what": words.what(one),
        "query": query_of(one),
        "change_query": query_of(one, table=table_id),
        "may_change": policies.may_change(actor, table),
        "versions": [(one, *_told(one, own)[1:]) for one in queries.versions_of(actor=actor, table=table)],
    }
    return render(request, "pivot/table.html", context | _shown(actor, result, on))


def show_cases(request: HttpRequest) -> HttpResponse:
    """The cases behind a cell, by their codes; that somebody looked stands in the journal."""
    actor = actor_of(request)
    one = asked(request.GET, queries.fields_of_tables(actor=actor))
    if problems_of(one):
        raise NotFound
    run = RunForm(request.GET)
    on: date | None = run.cleaned_data.get("on") if run.is_valid() else None
    as_of = min(on or today(), today())
    key, part = key_of(request.GET), request.GET.get("part", "yes")
    number = page_asked(request)
    limit, offset = (sheets.MOST + 1, 0) if sheets.is_asked(request) else (PAGE + 1, (number - 1) * PAGE)
    found = queries.cases_behind(
        actor=actor, definition=one, key=key, as_of=as_of, part=part, limit=limit, offset=offset
    )
    actions.note_cases_read(actor=actor, what=words.what_for_all(one))
    if sheets.is_asked(request):
        return sheets.answer(
            request, name="table-cases", title=words.what_for_all(one), columns=cases_behind.columns(), rows=found
        )
    result = queries.read_table(actor=actor, definition=one, as_of=as_of)
    laid = words.lay(result)
    parts = [("yes", _("stand in the figure"))]
    whole = result.cells.get(key)
    if whole is not None and whole.no:
        parts.append(("no", _("in the denominator alone")))
    if whole is not None and whole.unknown:
        parts.append(("unknown", _("not known")))
    context = {
        "what": words.what(one),
        "where": where_of(result, key, laid),
        "days": laid.days,
        "cases": found[:PAGE],
        "parts": [(name, label, name == part) for name, label in parts],
        "query": query_without(request, "part", "page"),
        "back": f"{reverse('pivot:make')}?{query_of(one)}",
        "may_open": can(actor, "case.read"),
        "pager": page_by_number(request, number=number, has_next=len(found) > PAGE),
        "without": queries.count_without_case(actor=actor, definition=one, key=key, as_of=as_of, part=part),
    }
    return render(request, "pivot/cases.html", context)


def _shown(actor: Actor, result: Result, on: date | None = None) -> dict[str, Any]:
    page = page_of(result, actor, on=on)
    return {"page": page, "result": result, "picture": picture_of(result, page.laid)}


def _form(request: HttpRequest, actor: Actor, one: Definition) -> TableForm:
    narrow = request.GET.get("narrow", "")
    known = one.known if one.subject in SUBJECTS else {}
    groups: dict[str, str] = {}
    if narrow in known:
        # What it may be narrowed to: the groups that the period has.
        plain = Definition(
            one.subject, narrow, day="" if one.day not in SUBJECTS[one.subject].days else one.day,
            period=one.period, first=one.first, last=one.last, own_fields=one.own_fields,
        )  # fmt: skip
        if not problems_of(plain):
            found = queries.read_table(actor=actor, definition=plain, as_of=today())
            groups = words.group_names(known[narrow], found.rows)
    else:
        narrow = ""
    return TableForm(
        one,
        programs=list_programs(actor=actor),
        departments=departments_of(actor=actor, ability=policies.READ),
        narrow=narrow,
        groups=groups,
    )


def _told(table: Any, own: Mapping[str, Dimension]) -> tuple[Any, str, str]:
    """A kept table or version, its name and what it counts; of one by a field not for its reader not even the name."""
    one = definition_from(table.data, own)
    if queries.is_hidden(one):
        return table, words.hidden_title(), ""
    return table, table.title, words.what(one)
