"""Parts of a draft of a process: added, changed, moved, removed; and the rows of its criteria."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_POST

from opora.common.errors import NotFound
from opora.common.language import said
from opora.common.seen import mark_of
from opora.pathways import actions, queries
from opora.pathways.queries import Draft
from opora.pathways.rules import editing as rules
from opora.web.process.editing.forms import FORMS
from opora.web.process.editing.page import around, draft_of, faults_of, home, words_of
from opora.web.process.editing.rows import RowForm
from opora.web.process.editing.words import NEW
from opora.web.shell.asking import actor_of, given
from opora.web.shell.form_page import form_page
from opora.web.shell.intentions import once
from opora.web.shell.next_version import way_asked
from opora.web.shell.once_more import asked_once_more


def add_part(request: HttpRequest, code: str, part: str) -> HttpResponse:
    """A new stage, exit, step, paper or role."""
    draft, actor = draft_of(request, code), actor_of(request)
    if part not in FORMS:
        raise NotFound
    form = FORMS[part](given(request), definition=draft.as_far)
    return form_page(
        request,
        form,
        lambda _typed: actions.put_part(actor=actor, code=code, part=part, name="", said=form.said(None), seen=None),
        template="process/draft_part.html",
        done=_("It stands in the draft."),
        back=home(code),
        context={**around(draft), "heading": NEW[part]},
    )


def change_part(request: HttpRequest, code: str, part: str, which: str) -> HttpResponse:
    """A part of the draft in other words; its place among its kind."""
    draft, actor = draft_of(request, code), actor_of(request)
    found = rules.parts_of(draft.body, part).get(which) if part in FORMS else None
    if found is None:
        raise NotFound
    form = FORMS[part](given(request), definition=draft.as_far)
    form.initial = {"revision": mark_of(found), **form.begins(found)}
    order = list(rules.parts_of(draft.body, part))
    context = {
        **around(draft),
        "heading": words_of(found) or which,
        "now": words_of(found),
        **faults_of(draft, part, which),
        "shift": reverse("process:draft_shift", args=[code, part, which]),
        "remove": reverse("process:draft_remove", args=[code, part, which]),
        "remove_words": pgettext("process", "Remove from the draft"),
        "is_first": order[0] == which,
        "is_last": order[-1] == which,
    }
    return form_page(
        request,
        form,
        lambda typed: actions.put_part(
            actor=actor, code=code, part=part, name=which, said=form.said(found), seen=typed["revision"]
        ),
        template="process/draft_part.html",
        done=_("Saved in the draft."),
        back=home(code),
        context=context,
        renew=lambda: mark_of(rules.parts_of(queries.open_draft(actor=actor, code=code).body, part).get(which)),
    )


def remove_part(request: HttpRequest, code: str, part: str, which: str) -> HttpResponse:
    """Asked once more; what still names the part is told afterwards."""
    draft = draft_of(request, code)
    found = rules.parts_of(draft.body, part).get(which) if part in FORMS else None
    if found is None:
        raise NotFound
    return asked_once_more(
        request,
        lambda: actions.drop_part(actor=actor_of(request), code=code, part=part, name=which),
        title=pgettext("process", "Remove from the draft"),
        text=_("“%(text)s” leaves the draft. Families on their way keep the version they began with.")
        % {"text": words_of(found) or which},
        button=pgettext("process", "Remove"),
        done=_("It is removed from the draft."),
        to=home(code),
        cancel=reverse("process:draft_part", args=[code, part, which]),
        state=mark_of(found),
    )


@require_POST
def shift_part(request: HttpRequest, code: str, part: str, which: str) -> HttpResponse:
    """Earlier or later among its kind."""
    by, actor = way_asked(request), actor_of(request)
    if part not in FORMS:
        raise NotFound
    return once(
        request,
        lambda: actions.shift_part(actor=actor, code=code, part=part, name=which, by=by),
        done="",
        to=reverse("process:draft_part", args=[code, part, which]),
    )


def show_table(request: HttpRequest, code: str, table: str) -> HttpResponse:
    """A table of criteria: its rows as they are read from the top."""
    draft = draft_of(request, code)
    made = draft.as_far.criteria.get(table)
    if made is None:
        raise NotFound
    rows = []
    for number, row in enumerate(made.rows):
        when = [
            (said(made.facts[name].title), " / ".join(_value(made.facts[name].labels, one) for one in values))
            for name, values in row.when.items()
            if name in made.facts
        ]
        then = said(made.results[row.then]) if row.then in made.results else row.then
        rows.append((number, when, then, said(row.why)))
    context = {
        **around(draft),
        "heading": said(made.title),
        "table": table,
        "rows": rows,
        **faults_of(draft, "table", table),
    }
    return render(request, "process/draft_table.html", context)


def _value(labels: Any, one: Any) -> str:
    return said(labels[one]) if one in labels else str(one)


def add_row(request: HttpRequest, code: str, table: str) -> HttpResponse:
    """A new row, read last."""
    return _row(request, draft_of(request, code), table, None)


def change_row(request: HttpRequest, code: str, table: str, number: int) -> HttpResponse:
    """A row that decides otherwise."""
    return _row(request, draft_of(request, code), table, number)


def _row(request: HttpRequest, draft: Draft, table: str, number: int | None) -> HttpResponse:
    code, actor = draft.code, actor_of(request)
    rows = rules.rows_of(draft.body, table)
    if table not in draft.as_far.criteria or (number is not None and number >= len(rows)):
        raise NotFound
    form = RowForm(given(request), definition=draft.as_far, table=table)
    found = rows[number] if number is not None else None
    back = reverse("process:draft_table", args=[code, table])
    context = {**around(draft), "heading": _("Row of the criteria"), "table": table}
    if number is not None:
        form.initial = {"revision": mark_of(found), **form.begins(found)}
        context |= {
            "shift": reverse("process:draft_shift_row", args=[code, table, number]),
            "remove": reverse("process:draft_remove_row", args=[code, table, number]),
            "remove_words": _("Remove the row"),
            "is_first": number == 0,
            "is_last": number == len(rows) - 1,
        }
    return form_page(
        request,
        form,
        lambda typed: actions.put_row(
            actor=actor, code=code, table=table, number=number, row=form.said(found), seen=typed["revision"]
        ),
        template="process/draft_part.html",
        done=_("Saved in the draft."),
        back=back,
        context=context,
        renew=lambda: _mark(code, request, table, number),
    )


def _mark(code: str, request: HttpRequest, table: str, number: int | None) -> int:
    rows = rules.rows_of(draft_of(request, code).body, table)
    return mark_of(rows[number]) if number is not None and number < len(rows) else 0


def remove_row(request: HttpRequest, code: str, table: str, number: int) -> HttpResponse:
    """Asked once more."""
    rows = rules.rows_of(draft_of(request, code).body, table)
    if number >= len(rows):
        raise NotFound
    state = mark_of(rows[number])
    back = reverse("process:draft_table", args=[code, table])
    return asked_once_more(
        request,
        lambda: actions.drop_row(actor=actor_of(request), code=code, table=table, number=number, seen=state),
        title=_("Remove the row"),
        text=_("What this row decided is decided by the rows below it from then on."),
        button=pgettext("process", "Remove"),
        done=_("It is removed from the draft."),
        to=back,
        cancel=back,
        state=state,
    )


@require_POST
def shift_row(request: HttpRequest, code: str, table: str, number: int) -> HttpResponse:
    """Read earlier or later: the first row that fits decides."""
    by, actor = way_asked(request), actor_of(request)
    return once(
        request,
        lambda: actions.shift_row(actor=actor, code=code, table=table, number=number, by=by),
        done="",
        to=reverse("process:draft_table", args=[code, table]),
    )
