"""Tables of criteria in a draft of a process: what they ask, and the rows that decide."""

from collections.abc import Iterable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_POST

from opora.common.bilingual import Text
from opora.common.errors import NotFound
from opora.common.language import said
from opora.common.next_version import PartGone
from opora.common.seen import mark_of
from opora.pathways import actions
from opora.pathways.queries import Draft
from opora.pathways.rules import Fact, Row, Table, Value
from opora.pathways.rules import editing as rules
from opora.web.process.editing.page import around, draft_of, faults_of, words_of
from opora.web.process.editing.rows import RowForm
from opora.web.process.editing.tables import FactForm
from opora.web.shell.asking import actor_of, given
from opora.web.shell.form_page import form_page
from opora.web.shell.intentions import once
from opora.web.shell.next_version import way_asked
from opora.web.shell.once_more import asked_once_more


def show_table(request: HttpRequest, code: str, table: str) -> HttpResponse:
    """A table of criteria: its rows as they are read from the top."""
    draft = draft_of(request, code)
    made = draft.as_far.criteria.get(table)
    if made is None:
        raise NotFound
    rows = [
        (
            number,
            _when(made, row),
            said(made.results[row.then]) if row.then in made.results else row.then,
            said(row.why),
        )
        for number, row in enumerate(made.rows)
    ]
    context = {
        **around(draft),
        "heading": said(made.title),
        "table": table,
        "rows": rows,
        "facts": [(name, said(fact.title), _answers(fact, fact.values)) for name, fact in made.facts.items()],
        "results": [said(words) for words in made.results.values()],
        **faults_of(draft, "table", table),
    }
    return render(request, "process/draft_table.html", context)


def _when(table: Table, row: Row) -> list[tuple[str, str]]:
    """When a row applies, in words."""
    gone = Fact(Text(_("a question that was removed")), (True, False))
    facts = [(table.facts.get(name, gone), values) for name, values in row.when.items()]
    return [(said(fact.title), _answers(fact, values)) for fact, values in facts]


def _answers(fact: Fact, values: Iterable[Value]) -> str:
    plain: dict[Value, str] = {True: _("yes"), False: _("no")}
    return " / ".join(said(fact.labels[one]) if one in fact.labels else plain.get(one, str(one)) for one in values)


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
        raise PartGone
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


def add_fact(request: HttpRequest, code: str, table: str) -> HttpResponse:
    """Something more that the table asks."""
    return _fact(request, draft_of(request, code), table, "")


def change_fact(request: HttpRequest, code: str, table: str, fact: str) -> HttpResponse:
    """A question in other words, with other answers."""
    draft = draft_of(request, code)
    if fact not in rules.facts_of(draft.body, table):
        raise PartGone
    return _fact(request, draft, table, fact)


def _fact(request: HttpRequest, draft: Draft, table: str, name: str) -> HttpResponse:
    code, actor = draft.code, actor_of(request)
    if table not in draft.as_far.criteria:
        raise PartGone
    facts = rules.facts_of(draft.body, table)
    found, order = facts.get(name), list(facts)
    form = FactForm(given(request), definition=draft.as_far)
    context = {**around(draft), "heading": words_of(found) or _("New question of the criteria"), "table": table}
    if found is not None:
        form.initial = {"revision": mark_of(found), **form.begins(found)}
        context |= {
            "now": words_of(found),
            "shift": reverse("process:draft_shift_fact", args=[code, table, name]),
            "remove": reverse("process:draft_remove_fact", args=[code, table, name]),
            "remove_words": _("Remove the question"),
            "is_first": order[0] == name,
            "is_last": order[-1] == name,
        }
    return form_page(
        request,
        form,
        lambda typed: actions.put_fact(
            actor=actor, code=code, table=table, name=name, fact=form.said(found), seen=typed["revision"]
        ),
        template="process/draft_part.html",
        done=_("Saved in the draft."),
        back=reverse("process:draft_table", args=[code, table]),
        context=context,
        renew=lambda: mark_of(rules.facts_of(draft_of(request, code).body, table).get(name)),
    )


def remove_fact(request: HttpRequest, code: str, table: str, fact: str) -> HttpResponse:
    """Asked once more; rows that name it are to be mended afterwards."""
    found = rules.facts_of(draft_of(request, code).body, table).get(fact)
    if found is None:
        raise NotFound
    state, back = mark_of(found), reverse("process:draft_table", args=[code, table])
    return asked_once_more(
        request,
        lambda: actions.drop_fact(actor=actor_of(request), code=code, table=table, name=fact, seen=state),
        title=_("Remove the question"),
        text=_("“%(text)s” is not asked any more. Rows that name it must be mended before the process is published.")
        % {"text": words_of(found) or fact},
        button=pgettext("process", "Remove"),
        done=_("It is removed from the draft."),
        to=back,
        cancel=back,
        state=state,
    )


@require_POST
def shift_fact(request: HttpRequest, code: str, table: str, fact: str) -> HttpResponse:
    """Asked earlier or later."""
    by, actor = way_asked(request), actor_of(request)
    return once(
        request,
        lambda: actions.shift_fact(actor=actor, code=code, table=table, name=fact, by=by),
        done="",
        to=reverse("process:draft_fact", args=[code, table, fact]),
    )
