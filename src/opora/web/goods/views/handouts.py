"""Hand-outs: the list of them, planning one, who stands in it and who came, the sheet to be signed."""

from typing import TYPE_CHECKING, Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from opora.common.dates import today
from opora.common.text import fold
from opora.goods import actions, policies, queries, words
from opora.web.goods.forms.handing import (
    GOOD,
    KIT,
    CameForm,
    HandOutFilterForm,
    HandOutForm,
    StandingFilterForm,
    as_typed,
)
from opora.web.goods.forms.working import NothingForm
from opora.web.goods.views.called import Called, called
from opora.web.goods.views.lists import goods_for, places_for
from opora.web.shell import search, sheets
from opora.web.shell.asking import actor_of, given
from opora.web.shell.form_page import form_page
from opora.web.shell.paging import page_asked, page_by_number

if TYPE_CHECKING:
    from opora.goods.models import HandOut, HandOutLine

PAGE = 50
FAMILIES = 100


def list_hand_outs(request: HttpRequest) -> HttpResponse:
    """The hand-outs of the house, with how many families got theirs."""
    actor = actor_of(request)
    form = HandOutFilterForm(request.GET or None)
    text = form.cleaned_data["q"] if form.is_bound and form.is_valid() else ""
    if sheets.is_asked(request):
        rows = queries.hand_outs(actor=actor, text=text, limit=sheets.MOST + 1)
        return sheets.answer(request, name="hand-outs", title=_("Hand-outs"), columns=_list_columns(), rows=rows)
    number = page_asked(request)
    rows = queries.hand_outs(actor=actor, text=text, skip=(number - 1) * PAGE, limit=PAGE + 1)
    context = {
        "form": form,
        "rows": rows[:PAGE],
        "pager": page_by_number(request, number=number, has_next=len(rows) > PAGE),
        "is_filtered": bool(text),
    }
    return render(request, "goods/handouts.html", context)


def _list_columns() -> list[sheets.Column]:
    return [
        sheets.Column(_("Day of the hand-out"), lambda row: row.hand_out.on, "day"),
        sheets.Column(_("What is handed out"), lambda row: row.hand_out.name),
        sheets.Column(_("From where"), lambda row: row.hand_out.place.name),
        sheets.Column(_("Families"), lambda row: row.families, "count"),
        sheets.Column(_("Got theirs"), lambda row: row.got, "count"),
        sheets.Column(pgettext("hand-out", "Closed"), lambda row: row.hand_out.closed_on, "day"),
    ]


def plan(request: HttpRequest, hand_out_id: int | None = None) -> HttpResponse:
    """What is handed out; changed until something is put aside for a family."""
    actor = actor_of(request)
    policies.check_can_plan(actor)
    hand_out = queries.get_hand_out(actor=actor, hand_out_id=hand_out_id) if hand_out_id is not None else None
    if hand_out is not None and not policies.may_lead(actor, hand_out):
        raise policies.unseen()
    if hand_out is not None and request.method != "POST":
        standing, others = queries.standing_in(actor=actor, hand_out=hand_out)
        if not _is_changeable(hand_out, len(standing) + others):
            return redirect("goods:handout", hand_out.pk)
    kits = [(f"{KIT}{kit.pk}", _("kit: %(name)s") % {"name": kit.name}) for kit in queries.list_kits(actor=actor)]
    form = HandOutForm(
        given(request),
        places=places_for(actor),
        things=[*kits, *((f"{GOOD}{pk}", name) for pk, name in goods_for(actor))],
        initial=_as_planned(hand_out) if hand_out is not None else {},
    )

    def act(typed: dict[str, Any]) -> "HandOut":
        return actions.plan_hand_out(
            actor=actor,
            hand_out_id=hand_out_id,
            name=typed["name"],
            place_id=typed["place_id"],
            lines=form.planned(),
            day=typed["day"],
            until=typed["until"],
            on=today(),
        )

    return form_page(
        request,
        form,
        act,
        template="goods/handout_form.html",
        done=_("Planned. Now choose the families."),
        back=reverse("goods:handout", args=[hand_out_id]) if hand_out_id is not None else reverse("goods:handouts"),
        to=lambda made: _onward(request, made),
        is_long=True,
    )


def _is_changeable(hand_out: "HandOut", families: int) -> bool:
    """Whether it goes on and nothing was put aside in it yet for any family."""
    return hand_out.closed_on is None and not families


def _onward(request: HttpRequest, made: "HandOut") -> str:
    """To the families, for whoever gives to some; the warehouse leaves that to those who work with them."""
    page = "goods:handout_families" if policies.may_give(actor_of(request)) else "goods:handout"
    return reverse(page, args=[made.pk])


def _as_planned(hand_out: "HandOut") -> dict[str, Any]:
    return {
        "name": hand_out.name,
        "place_id": hand_out.place_id,
        "day": hand_out.on,
        "until": hand_out.until_on,
        **as_typed(queries.lines_of_hand_out(hand_out)),
    }


def said_line(line: "HandOutLine") -> str:
    """A line of a hand-out in words: what, how much, for whom."""
    if line.kit is not None:
        what = f"{line.kit.name} — {words.amount(line.quantity)}"
    else:
        good = line.good
        what = words.so_much(good.name, line.size, line.quantity, good.unit) if good is not None else ""
    return f"{what}, {line.get_each_display()}{_said_ages(line.age_from, line.age_to)}"


def _said_ages(first: int | None, last: int | None) -> str:
    if first is not None and last is not None:
        return " " + _("from %(first)s to %(last)s years") % {"first": first, "last": last}
    if first is not None:
        return " " + _("from %(first)s years") % {"first": first}
    return " " + _("up to %(last)s years") % {"last": last} if last is not None else ""


def show(request: HttpRequest, hand_out_id: int) -> HttpResponse:
    """Who stands in a hand-out; whoever has come is ticked and gets an act."""
    actor = actor_of(request)
    hand_out = queries.get_hand_out(actor=actor, hand_out_id=hand_out_id)
    standing, others = queries.standing_in(actor=actor, hand_out=hand_out)
    if sheets.is_asked(request):
        title = _("Who stands in a hand-out")
        return sheets.answer(request, name="hand-out", title=title, columns=_standing_columns(), rows=standing)
    if search.TYPED in request.POST:
        return search.to_address(request)
    filter_form = StandingFilterForm(search.asked(request) or None)
    if hand_out.closed_on is not None:
        del filter_form.fields["waits"]
    asked = filter_form.cleaned_data if filter_form.is_bound and filter_form.is_valid() else {}
    number = page_asked(request)

    def context() -> dict[str, Any]:
        rows = called(request, standing)
        found = [row for row in rows if _answers(row, asked)]
        waiting = sum(1 for row in standing if row.waits)
        may_mark = hand_out.closed_on is None and bool(waiting)
        return {
            "hand_out": hand_out,
            "lines": [said_line(line) for line in queries.lines_of_hand_out(hand_out)],
            "filter_form": filter_form,
            "is_filtered": any(asked.values()),
            "rows": found[(number - 1) * FAMILIES : number * FAMILIES],
            "pager": page_by_number(request, number=number, has_next=len(found) > number * FAMILIES),
            "ticked": set(request.POST.getlist("came")),
            "families": sum(1 for row in standing if not row.was_released),
            "waiting": waiting,
            "unfetched": sum(1 for row in standing if row.was_released and not row.was_taken_back),
            "others": others,
            "may_mark": may_mark,
            "may_add": policies.may_give(actor) and hand_out.closed_on is None,
            "may_change": policies.may_lead(actor, hand_out) and _is_changeable(hand_out, len(standing) + others),
            "may_close": policies.may_lead(actor, hand_out) and hand_out.closed_on is None,
        }

    form = CameForm(given(request), waiting=[row.reservation.pk for row in standing if row.waits])

    def act(typed: dict[str, Any]) -> int:
        made = actions.hand_out_to_many(
            actor=actor, hand_out_id=hand_out_id, reservation_ids=typed["came"], on=typed["on"]
        )
        return len(made)

    return form_page(
        request,
        form,
        act,
        template="goods/handout.html",
        done=said_given,
        back=reverse("goods:handout", args=[hand_out_id]),
        context=context,
    )


def said_given(count: int) -> str:
    """How many families got their things and an act."""
    said = ngettext(
        "%(n)s family got its things; the act is ready.", "%(n)s families got their things; the acts are ready.", count
    )
    return said % {"n": count}


def _answers(row: Called, asked: dict[str, Any]) -> bool:
    if asked.get("waits") and not row.standing.waits:
        return False
    text = fold(asked.get("q", ""))
    return not text or any(text in fold(said) for said in (row.title, row.standing.whose, row.standing.act_number))


def _standing_columns() -> list[sheets.Column]:
    return [
        sheets.Column(_("Family"), lambda row: row.whose),
        sheets.Column(_("What is given"), lambda row: "; ".join(row.things)),
        sheets.Column(_("State"), lambda row: row.said),
        sheets.Column(_("Act"), lambda row: row.act_number),
        sheets.Column(_("Day"), lambda row: row.reservation.ended_on, "day"),
    ]


def sheet(request: HttpRequest, hand_out_id: int) -> HttpResponse:
    """The sheet on which those who receive sign; names for whoever may read them, codes for all."""
    actor = actor_of(request)
    hand_out = queries.get_hand_out(actor=actor, hand_out_id=hand_out_id)
    standing, others = queries.standing_in(actor=actor, hand_out=hand_out)
    rows = called(request, [row for row in standing if not row.was_released])
    return render(request, "goods/handout_sheet.html", {"hand_out": hand_out, "rows": rows, "others": others})


def close(request: HttpRequest, hand_out_id: int) -> HttpResponse:
    """It is over: what nobody came for lies on the shelf for everybody again."""
    actor = actor_of(request)
    hand_out = queries.get_hand_out(actor=actor, hand_out_id=hand_out_id)
    if not policies.may_lead(actor, hand_out):
        raise policies.unseen()
    page = reverse("goods:handout", args=[hand_out_id])
    if hand_out.closed_on is not None and request.method != "POST":
        return redirect(page)
    return form_page(
        request,
        NothingForm(given(request)),
        lambda _typed: actions.close_hand_out(actor=actor, hand_out_id=hand_out_id, on=today()),
        template="goods/form.html",
        done=_("The hand-out is closed."),
        back=page,
        context={
            "heading": _("Close the hand-out"),
            "lead": _("What is kept for those who did not come lies on the shelf again. The acts stand."),
            "button": _("Close"),
        },
    )
