"""What the organization published, printed and said."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from opora.common.dates import today
from opora.voice import actions, policies, queries
from opora.web.shell import sheets
from opora.web.shell.asking import actor_of, given
from opora.web.shell.form_page import form_page
from opora.web.shell.paging import page_asked, page_by_number
from opora.web.voice.forms import FilterForm, PieceForm, SureForm

PAGE = 50


def list_pieces(request: HttpRequest) -> HttpResponse:
    """Publications, materials and events, the newest first."""
    actor = actor_of(request)
    form = FilterForm(request.GET)
    asked = form.cleaned_data if form.is_valid() else {}
    found = queries.pieces(
        actor=actor,
        q=asked.get("q", ""),
        kind=asked.get("kind", ""),
        from_on=asked.get("from_on"),
        to_on=asked.get("to_on"),
    )
    if sheets.is_asked(request):
        rows = found[: sheets.MOST + 1]
        title = _("Publications, materials, events")
        return sheets.answer(request, name="voice", title=title, columns=_columns(), rows=rows)
    number = page_asked(request)
    begin = (number - 1) * PAGE
    shown = list(found[begin : begin + PAGE + 1])
    from_on, to_on = _period(asked)
    context = {
        "counted": queries.counted(actor=actor, from_on=from_on, to_on=to_on),
        "begin": from_on,
        "end": to_on,
        "to_take_down": queries.without_consent(actor=actor, pieces=shown, on=today()),
        "kind": asked.get("kind", ""),
        "form": form,
        "pieces": shown[:PAGE],
        "pager": page_by_number(request, number=number, has_next=len(shown) > PAGE),
        "is_filtered": any(asked.values()),
        "may_keep": policies.may_keep(actor),
        "tab": "pieces",
    }
    return render(request, "voice/list.html", context)


def _period(asked: Mapping[str, Any]) -> tuple[date, date]:
    """The days that are counted: those asked for, or this year up to today."""
    end = asked.get("to_on") or today()
    return asked.get("from_on") or end.replace(month=1, day=1), end


def _columns() -> list[sheets.Column]:
    return [
        sheets.Column(_("Day"), lambda piece: piece.on, "day"),
        sheets.Column(_("Kind"), lambda piece: piece.get_kind_display()),
        sheets.Column(_("Title"), lambda piece: piece.title),
        sheets.Column(_("Where"), lambda piece: piece.place),
        sheets.Column(_("Our part in an event"), lambda piece: piece.get_part_display() if piece.part else ""),
        sheets.Column(_("Copies or views"), lambda piece: piece.copies, "count"),
        sheets.Column(_("Link"), lambda piece: piece.link),
    ]


def keep(request: HttpRequest, piece_id: int | None = None) -> HttpResponse:
    """Enter something, or change an entry."""
    actor = actor_of(request)
    policies.check_may_keep(actor)
    kind = request.GET.get("kind", "")
    kind = kind if kind in dict(queries.kinds()) else ""
    initial: dict[str, Any] = {"kind": kind, "shows_people": "nobody" if kind == "event" else ""}
    if piece_id is not None:
        piece = queries.piece_in_sight(actor=actor, piece_id=piece_id)
        names = ("kind", "title", "on", "place", "link", "part", "copies", "shows_people", "consent_number", "revision")
        initial = {name: getattr(piece, name) for name in names}
        initial["shows_people"] = "somebody" if piece.shows_people else "nobody"
    return form_page(
        request,
        PieceForm(given(request), kind=kind if piece_id is None else "", initial=initial),
        lambda typed: actions.keep_piece(actor=actor, piece_id=piece_id, **typed),
        template="voice/form.html",
        done=_("The entry is kept."),
        back=reverse("voice:list"),
        context={"heading": _("Publication, material or event"), "lead": "", "button": _("Save"), "piece_id": piece_id},
        renew=lambda: queries.piece_in_sight(actor=actor, piece_id=piece_id or 0).revision,
    )


def void(request: HttpRequest, piece_id: int) -> HttpResponse:
    """Something was entered by mistake."""
    actor = actor_of(request)
    piece = queries.piece_in_sight(actor=actor, piece_id=piece_id)
    return form_page(
        request,
        SureForm(given(request)),
        lambda _typed: actions.void_piece(actor=actor, piece_id=piece_id, on=today()),
        template="voice/form.html",
        done=_("The entry is voided and counts nowhere."),
        back=reverse("voice:list"),
        context={
            "heading": _("Entered by mistake?"),
            "lead": piece.title,
            "button": _("Void the entry"),
            "is_alarm": True,
        },
    )
