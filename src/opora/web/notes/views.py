"""Confidential notes: one's own list, a note opened, shared by its author, handed on after the author left."""

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from opora.common.dates import today
from opora.notes import actions, policies, queries
from opora.process.queries import place_of
from opora.web.notes.forms import HandOnForm, NoteForm, ReadersForm, TextForm
from opora.web.shell.asking import actor_of, given, speaks_of
from opora.web.shell.family_place import home_of, number_of
from opora.web.shell.form_page import form_page
from opora.web.shell.paging import Pager, with_parameter


def list_mine(request: HttpRequest) -> HttpResponse:
    """The notes this person may read, the newest first; nothing of what they say."""
    before = _before(request)
    found = queries.list_notes(actor=actor_of(request), before=before)
    rows = found[: queries.PAGE]
    older = f"{rows[-1].on.isoformat()}.{rows[-1].id}" if len(found) > len(rows) else None
    pager = Pager(
        newer=with_parameter(request, "before", None) if before else None,
        older=with_parameter(request, "before", older) if older else None,
    )
    return render(request, "notes/list.html", {"rows": rows, "pager": pager})


def write(request: HttpRequest, route_id: int | None = None, case_id: int | None = None) -> HttpResponse:
    """One's notes about a family, and a new one."""
    actor = actor_of(request)
    place = place_of(actor=actor, route_id=route_id, case_id=case_id)
    kinds = policies.kinds_for(actor)
    form = NoteForm(given(request), kinds=kinds, initial={"on": today(), "kind": kinds[0] if kinds else ""})
    here = request.path
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
            "rows": queries.list_notes(actor=actor, place=place, limit=200),
        },
    )


def show(request: HttpRequest, note_id: int) -> HttpResponse:
    """The words of a note; the opening stands in the journal."""
    actor = actor_of(request)
    note, text = actions.open_note(actor=actor, note_id=note_id)
    speaks_of(request, case_id=note.case_id, route_id=note.route_id)
    context = {"note": note, "text": text, "is_own": note.by_id == actor.user_id, "readers": queries.readers_of(note)}
    return render(request, "notes/note.html", context)


def correct(request: HttpRequest, note_id: int) -> HttpResponse:
    """The author writes on."""
    actor = actor_of(request)
    note, text = actions.open_note(actor=actor, note_id=note_id)
    form = TextForm(given(request), initial={"text": text})
    return _ask(
        request,
        form,
        lambda typed: actions.correct_note(actor=actor, note_id=note_id, **typed),
        heading=_("Correct the note"),
        done=_("Saved."),
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
    return render(request, "notes/left.html", {"rows": queries.orphaned(actor=actor_of(request))})


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


def _before(request: HttpRequest) -> tuple[date, int] | None:
    day, _dot, number = request.GET.get("before", "").partition(".")
    try:
        return (date.fromisoformat(day), int(number)) if number.isdecimal() and len(number) < 19 else None
    except ValueError:
        return None
