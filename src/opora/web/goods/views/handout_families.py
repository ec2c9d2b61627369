"""Which families get what a hand-out gives: what each would get, what speaks against it, what is lacking."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from opora.access.queries import list_departments
from opora.common.dates import show_day, today
from opora.goods import actions, queries, words
from opora.process.queries import Place
from opora.web.goods.forms.handing import NOW, CandidateForm, ChosenForm
from opora.web.goods.views.called import titles
from opora.web.goods.views.giving import norm_said
from opora.web.goods.views.handouts import said_given, said_line
from opora.web.goods.views.lists import programs_for
from opora.web.shell import search
from opora.web.shell.asking import actor_of, given
from opora.web.shell.form_page import form_page
from opora.web.shell.paging import with_parameter

ALL, NONE = "all", "none"


@dataclass(frozen=True, slots=True)
class Row:
    """A family that could be added: how it is called, what it gets, what is to be said of it, whether it is ticked."""

    key: str
    title: str
    note: str
    gets: list[str]
    said: list[str]
    is_ticked: bool


def choose(request: HttpRequest, hand_out_id: int) -> HttpResponse:
    """The families that these filters leave; whoever gets theirs as usual is ticked beforehand."""
    actor, on = actor_of(request), today()
    hand_out = queries.get_hand_out(actor=actor, hand_out_id=hand_out_id)
    page = reverse("goods:handout", args=[hand_out_id])
    if hand_out.closed_on is not None and request.method != "POST":
        return redirect(page)
    departments = [(one.pk, one.name) for one in list_departments(actor=actor)]
    if search.TYPED in request.POST:
        return search.to_address(request)
    filter_form = CandidateForm(search.asked(request) or None, departments=departments, programs=programs_for(actor))
    places = queries.candidates(actor=actor, hand_out=hand_out, filters=filter_form.filters())
    form = ChosenForm(given(request), keys=[_key(one) for one in places], initial={"on": min(hand_out.on, on)})

    def act(typed: dict[str, Any]) -> str:
        chosen: dict[str, Any] = {"actor": actor, "hand_out_id": hand_out_id, **form.ids()}
        if typed["how"] == NOW:
            return said_given(len(actions.give_to_many(**chosen, on=typed["on"] or on)))
        return _said_aside(len(actions.put_aside_for_many(**chosen, on=on)))

    def context() -> dict[str, Any]:
        ticked = set(request.POST.getlist("family")) if form.is_bound else None
        lines = queries.lines_of_hand_out(hand_out)
        shares, lacking = queries.preview(
            lines=queries.each_of(lines),
            places=places,
            place_id=hand_out.place_id,
            first=(lambda one: _key(one.place) in ticked) if ticked is not None else None,
            on=max(hand_out.on, on),
        )
        return {
            "hand_out": hand_out,
            "lines": [said_line(line) for line in lines],
            "filter_form": filter_form,
            "is_filtered": filter_form.is_bound and any(filter_form.cleaned_data.values()),
            "rows": _rows(request, shares, ticked, request.GET.get("tick", "")),
            "lacking": [words.so_much(one.good.name, one.size, one.quantity, one.good.unit) for one in lacking],
            "tick_all": with_parameter(request, "tick", ALL),
            "tick_none": with_parameter(request, "tick", NONE),
            "is_cut": len(places) >= queries.MOST_FAMILIES,
            "may_be_given": hand_out.on <= on,
        }

    return form_page(
        request,
        form,
        act,
        template="goods/handout_families.html",
        done=str,
        back=page,
        context=context,
    )


def _said_aside(count: int) -> str:
    said = ngettext("Put aside for %(n)s family.", "Put aside for %(n)s families.", count)
    return said % {"n": count}


def _key(place: Place) -> str:
    return f"r{place.route_id}" if place.route_id is not None else f"c{place.case_id}"


def _rows(request: HttpRequest, shares: list[queries.Share], ticked: Collection[str] | None, tick: str) -> list[Row]:
    goods = queries.goods_of_shares(shares)
    rows = []
    for share, (title, note) in zip(shares, titles(request, [one.place for one in shares]), strict=True):
        key, gets = _key(share.place), _gets(share, goods)
        if ticked is not None:
            is_ticked = key in ticked
        else:
            is_ticked = tick != NONE and share.is_enough and (share.is_usual() or (tick == ALL and bool(gets)))
        rows.append(Row(key, title, note, gets, _said(share), is_ticked))
    return rows


def _gets(share: queries.Share, goods: Any) -> list[str]:
    return [
        words.so_much(goods[one.good_id].name, one.size, one.quantity, goods[one.good_id].unit)
        for one in share.due.wanted
    ]


def _said(share: queries.Share) -> list[str]:
    """What whoever ticks this family should know."""
    said = []
    if not share.due.wanted:
        said.append(_("No child of this age is known, so there is nothing for it here."))
    if share.due.of_unknown_age:
        unknown = share.due.of_unknown_age
        said.append(
            ngettext(
                "The age of %(n)s child is not known: nothing is counted for it.",
                "The age of %(n)s children is not known: nothing is counted for them.",
                unknown,
            )
            % {"n": unknown}
        )
    if share.had_on is not None:
        said.append(_("Got some of it on %(day)s this month.") % {"day": show_day(share.had_on)})
    said += [norm_said(one) for one in share.beyond]
    if share.is_blocked:
        said.append(_("The consent is withdrawn: help may be given, but nothing is written about people."))
    if not share.is_enough:
        said.append(_("There is not enough on the shelf for it."))
    return said
