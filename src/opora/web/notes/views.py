"""Confidential notes: one's own list, a note opened, shared by its author, handed on after the author left."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from opora.common.dates import today
from opora.notes import actions, policies, queries
from opora.notes.queries import NoteFilters, NoteLine
from opora.process.queries import place_of
from opora.web.notes.forms import HandOnForm, NoteFilterForm, NoteForm, ReadersForm, TextForm, VoidForm
from opora.web.shell import sheets
from opora.web.shell.asking import actor_of, given, speaks_of
from opora.web.shell.family_place import home_of, number_of
from opora.web.shell.form_page import form_page
from opora.web.shell.paging import page_asked, page_by_number

Read = Callable[[NoteFilters, int, int], list[NoteLine]]


def list_mine(request: HttpRequest) -> HttpResponse:
    """The notes this person may read, the newest first; nothing of what they say."""
    actor = actor_of(request)

    def read(filters: NoteFilters, skip: int, limit: int) -> list[NoteLine]:
        return queries.list_notes(actor=actor, filters=filters, skip=skip, limit=limit)

    if sheets.is_asked(request):
        return _workbook(request, _("Confidential notes"), read)
    return _list(request, "notes/list.html", read)


def _workbook(request: HttpRequest, title: str, read: Read) -> HttpResponse:
    """Days, kinds, authors and numbers of the notes of a list, never their words."""
    rows = read(NoteFilterForm(request.GET or None).filters(), 0, sheets.MOST + 1)
    return sheets.answer(request, name="notes", title=title, columns=_columns(), rows=rows)


def _list(request: HttpRequest, template: str, read: Read) -> HttpResponse:
    """A list that is searched and turned page by page."""
    form = NoteFilterForm(request.GET or None)
    number = page_asked(request)
    found = read(form.filters(), (number - 1) * queries.PAGE, queries.PAGE + 1)
    context = {
        "form": form,
        "rows": found[: queries.PAGE],
        "pager": page_by_number(request, number=number, has_next=len(found) > queries.PAGE),
        "is_filtered": form.is_bound and any(form.cleaned_data.values()),
    }
    return render(request, template, context)


def _columns() -> list[sheets.Column]:
    return [
        sheets.Column(_("Day"), lambda row: row.on, "day"),
        sheets.Column(_("Kind"), lambda row: row.kind),
        sheets.Column(_("Author"), lambda row: row.author),
        sheets.Column(_("Case"), lambda row: row.number),
        sheets.Column(_("Colleagues who read it"), lambda row: row.readers, "count"),
        sheets.Column(_("Voided"), lambda row: row.voided_on, "day"),
    ]


def write(request: HttpRequest, route_id: int | None = None, case_id: int | None = None) -> HttpResponse:
    """One's notes about a family, and a new one."""
    actor = actor_of(request)
    place = place_of(actor=actor, route_id=route_id, case_id=case_id)
    kinds = policies.kinds_for(actor)
    form = NoteForm(given(request), kinds=kinds, initial={"on": today(), "kind": kinds[0] if kinds else ""})
    here, number = request.path, page_asked(request)
    found = queries.list_notes(actor=actor, place=place, skip=(number - 1) * queries.PAGE)
    return form_page(
        request,
        form,
        lambda typed: actions.write_note(actor=actor, route_id=route_id, case_id=case_id, today=today(), **typed),
        template="notes/family.html",
        done=_("Written. Only you read it, until you name somebody."),
        back=here,
        context=lambda: {
            "place": place,
            "title": number_of(place),
            "home": home_of(place),
            "rows": found[: queries.PAGE],
            "pager": page_by_number(request, number=number, has_next=len(found) > queries.PAGE),
        },
    )


def show(request: HttpRequest, note_id: int) -> HttpResponse:
    """The words of a note; the opening stands in the journal."""
    actor = actor_of(request)
    opened = actions.open_note(actor=actor, note_id=note_id)
    note = opened.note
    speaks_of(request, case_id=note.case_id, route_id=note.route_id)
    context = {
        "note": note,
        "opened": opened,
        "is_own": note.by_id == actor.user_id,
        "readers": queries.readers_of(note),
    }
    return render(request, "notes/note.html", context)


def correct(request: HttpRequest, note_id: int) -> HttpResponse:
    """The author writes on."""
    actor = actor_of(request)
    opened = actions.open_note(actor=actor, note_id=note_id)
    form = TextForm(given(request), initial={"text": opened.text})
    return _ask(
        request,
        form,
        lambda typed: actions.correct_note(actor=actor, note_id=note_id, **typed),
        heading=_("Correct the note"),
        done=_("Corrected. The former words stay readable."),
        back=reverse("notes:note", args=[note_id]),
    )


def void(request: HttpRequest, note_id: int) -> HttpResponse:
    """The author takes a note back, with a reason."""
    actor = actor_of(request)
    note = queries.get_note(actor=actor, note_id=note_id)
    return _ask(
        request,
        VoidForm(given(request)),
        lambda typed: actions.void_note(actor=actor, note_id=note_id, on=today(), **typed),
        heading=_("Void the note"),
        done=_("Voided. It counts nowhere any more and stays readable."),
        back=reverse("notes:note", args=[note.pk]),
    )


def name_readers(request: HttpRequest, note_id: int) -> HttpResponse:
    """The author says who may read it."""
    actor = actor_of(request)
    note = queries.get_note(actor=actor, note_id=note_id)
    now = queries.reader_ids(note)
    form = ReadersForm(given(request), people=queries.may_be_named(but=note.by_id), initial={"user_ids": now})
    return _ask(
        request,
        form,
        lambda typed: actions.name_readers(actor=actor, note_id=note_id, on=today(), **typed),
        heading=_("Who may read the note"),
        done=_("Saved. Only those you named read it."),
        back=reverse("notes:note", args=[note.pk]),
    )


def list_left(request: HttpRequest) -> HttpResponse:
    """Notes whose author has left: to be handed on, unread."""
    actor = actor_of(request)

    def read(filters: NoteFilters, skip: int, limit: int) -> list[NoteLine]:
        return queries.orphaned(actor=actor, filters=filters, skip=skip, limit=limit)

    if sheets.is_asked(request):
        return _workbook(request, _("Notes of colleagues who left"), read)
    return _list(request, "notes/left.html", read)


def hand_on(request: HttpRequest, note_id: int) -> HttpResponse:
    """The head names a colleague and says why."""
    actor = actor_of(request)
    form = HandOnForm(given(request), people=queries.may_be_named(but=actor.user_id))
    return _ask(
        request,
        form,
        lambda typed: actions.hand_on(actor=actor, note_id=note_id, on=today(), **typed),
        heading=_("Hand the note on"),
        done=_("Handed on. It stands in the journal."),
        back=reverse("notes:left"),
    )


def _ask(request: HttpRequest, form: Any, act: Any, *, heading: str, done: str, back: str) -> HttpResponse:
    context = {"heading": heading}
    return form_page(request, form, act, template="notes/form.html", done=done, back=back, context=context, about={})
