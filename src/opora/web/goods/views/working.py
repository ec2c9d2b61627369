"""The daily work of a warehouse on a phone: receive, sort, write off, move, hand out what waits."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from opora.common.dates import today
from opora.common.errors import Conflict, Refused
from opora.goods import actions, queries, words
from opora.web.goods.forms.stock import WaitingFilterForm
from opora.web.goods.forms.working import MoveForm, ReceiveForm, SortForm, WriteOffForm
from opora.web.goods.views.lists import donors_for, goods_for, places_for, purposes_for
from opora.web.shell import sheets
from opora.web.shell.asking import actor_of, given
from opora.web.shell.form_page import form_page
from opora.web.shell.intentions import once
from opora.web.shell.middleware import say
from opora.web.shell.paging import page_asked, page_by_number

PAGE = 50


def receive(request: HttpRequest) -> HttpResponse:
    """Goods come in."""
    actor = actor_of(request)
    form = ReceiveForm(
        given(request),
        places=places_for(actor),
        goods=goods_for(actor),
        donors=donors_for(actor),
        purposes=purposes_for(actor),
    )

    def act(typed: dict[str, Any]) -> None:
        actions.receive(
            actor=actor,
            place_id=typed["place_id"],
            coming=form.coming(),
            donor_id=typed["donor_id"],
            purpose_id=typed.get("purpose_id"),
            remark=typed["remark"],
            on=typed["on"],
        )

    return form_page(
        request,
        form,
        act,
        template="goods/lines.html",
        done=_("The goods are received."),
        back=reverse("goods:stock"),
        is_long=True,
        context={
            "heading": _("Receive goods"),
            "lead": _("Choose what came and how much. One line is enough."),
            "button": _("Receive"),
            "add_url": reverse("goods:keep", args=["good"]),
        },
    )


def sort(request: HttpRequest, lot_id: int) -> HttpResponse:
    """A heap is sorted into goods."""
    actor = actor_of(request)
    lot = queries.get_lot(actor=actor, lot_id=lot_id)
    form = SortForm(given(request), goods=goods_for(actor))

    def act(typed: dict[str, Any]) -> None:
        actions.sort_goods(actor=actor, lot_id=lot_id, quantity=typed["quantity"], into=form.coming(), on=typed["on"])

    return form_page(
        request,
        form,
        act,
        template="goods/lines.html",
        done=_("Sorted."),
        back=reverse("goods:good", args=[lot.good_id]),
        is_long=True,
        context={
            "heading": _("Sort: %(good)s") % {"good": words.named(lot.good.name, lot.size)},
            "lead": _("There is %(quantity)s. Say how much of it you sorted and what you found in it.")
            % {"quantity": words.with_unit(lot.quantity - lot.reserved, lot.good.unit)},
            "button": _("Save"),
        },
    )


def write_off(request: HttpRequest, good_id: int) -> HttpResponse:
    """Goods leave the stock for a reason."""
    actor = actor_of(request)
    good = queries.get_good(actor=actor, good_id=good_id)
    lots = queries.lots_of(actor=actor, good_id=good_id)
    form = WriteOffForm(given(request), lots=lots)

    def act(typed: dict[str, Any]) -> None:
        actions.write_off(
            actor=actor,
            quantities=form.quantities(),
            reason=typed["reason"],
            remark=typed["remark"],
            on=typed["on"],
        )

    context = {"good": good, "heading": _("Write off: %(good)s") % {"good": good.name}, "button": _("Write off")}
    return form_page(
        request,
        form,
        act,
        template="goods/lots.html",
        done=_("Written off."),
        back=reverse("goods:good", args=[good_id]),
        context=context,
    )


def move(request: HttpRequest, good_id: int) -> HttpResponse:
    """Goods go to another place."""
    actor = actor_of(request)
    good = queries.get_good(actor=actor, good_id=good_id)
    lots = queries.lots_of(actor=actor, good_id=good_id)
    form = MoveForm(given(request), lots=lots, places=places_for(actor))

    def act(typed: dict[str, Any]) -> None:
        actions.move_goods(actor=actor, quantities=form.quantities(), to_place_id=typed["place_id"], on=typed["on"])

    context = {"good": good, "heading": _("Move: %(good)s") % {"good": good.name}, "button": _("Move")}
    return form_page(
        request,
        form,
        act,
        template="goods/lots.html",
        done=_("The goods are moved."),
        back=reverse("goods:good", args=[good_id]),
        context=context,
    )


def list_waiting(request: HttpRequest) -> HttpResponse:
    """What is put aside for families: to be handed out by their codes."""
    form = WaitingFilterForm(request.GET or None)
    text = form.cleaned_data["q"] if form.is_bound and form.is_valid() else ""
    if sheets.is_asked(request):
        lines = queries.waiting(actor=actor_of(request), text=text, limit=sheets.MOST + 1)
        return sheets.answer(
            request, name="put-aside", title=_("Waits for families"), columns=_waiting_columns(), rows=lines
        )
    number = page_asked(request)
    rows = queries.waiting(actor=actor_of(request), text=text, limit=PAGE + 1, skip=(number - 1) * PAGE)
    pager = page_by_number(request, number=number, has_next=len(rows) > PAGE)
    context = {"form": form, "lines": rows[:PAGE], "pager": pager, "is_filtered": bool(text)}
    return render(request, "goods/waiting.html", context)


def _waiting_columns() -> list[sheets.Column]:
    """By codes: the warehouse knows no names."""
    return [
        sheets.Column(_("For whom"), lambda line: line.whose),
        sheets.Column(_("Where"), lambda line: line.reservation.place.name),
        sheets.Column(_("What is put aside"), lambda line: "; ".join(line.things)),
        sheets.Column(_("Put aside on"), lambda line: line.reservation.made_on, "day"),
        sheets.Column(_("Kept until"), lambda line: line.reservation.until_on, "day"),
        sheets.Column(_("Put aside by"), lambda line: line.reservation.by.name if line.reservation.by else ""),
    ]


@require_POST
def hand_out(request: HttpRequest, reservation_id: int) -> HttpResponse:
    """Somebody came with the code: it goes out, and the act is there to be signed."""
    actor = actor_of(request)
    queries.get_reservation(actor=actor, reservation_id=reservation_id)
    try:
        return once(
            request,
            lambda: actions.hand_out(actor=actor, reservation_id=reservation_id, on=today()),
            done=_("Handed out. Here is the act."),
            to=lambda issue: reverse("goods:act", args=[issue.pk]),
        )
    except (Conflict, Refused) as refusal:
        return _refused(request, refusal)


@require_POST
def put_back(request: HttpRequest, reservation_id: int) -> HttpResponse:
    """It lies on the shelf for everybody again."""
    actor = actor_of(request)
    queries.get_reservation(actor=actor, reservation_id=reservation_id)
    try:
        return once(
            request,
            lambda: actions.put_back(actor=actor, reservation_id=reservation_id, on=today()),
            done=_("It is back on the shelf."),
            to=reverse("goods:waiting"),
        )
    except (Conflict, Refused) as refusal:
        return _refused(request, refusal)


def _refused(request: HttpRequest, refusal: Exception) -> HttpResponse:
    say(request, str(refusal))
    # The address is that of the act refused: here nothing is looked for and no page is turned.
    lines = queries.waiting(actor=actor_of(request), limit=PAGE)
    return render(request, "goods/waiting.html", {"lines": lines}, status=409)
