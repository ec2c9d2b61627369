"""What a family receives and needs, on one page."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _

from opora.access.rules import can
from opora.common.dates import today
from opora.goods import actions, queries, words
from opora.process.queries import may_record
from opora.web.goods.forms.giving import NeedForm
from opora.web.goods.forms.working import NothingForm
from opora.web.goods.views.family_place import about, family_at, family_of
from opora.web.goods.views.lists import goods_for
from opora.web.shell.asking import actor_of, given
from opora.web.shell.form_page import form_page


def show_family(request: HttpRequest, case_id: int | None = None, route_id: int | None = None) -> HttpResponse:
    """Needs with what was given for them, what waits, the acts."""
    actor, on = actor_of(request), today()
    family = family_at(request, case_id=case_id, route_id=route_id)
    place = family.place
    names = dict(family.people)
    needs = [
        (line, needed(line.need), names.get(line.need.person_id or 0, "")) for line in queries.needs_at(place, on=on)
    ]
    acts = [(issue, said_of(issue)) for issue in queries.issues_at(place)]
    may = can(actor, "help.record") and may_record(actor=actor, place=place) and not place.has_ended
    context = {
        "family": family,
        "needs": needs,
        "acts": acts,
        "waiting": [(one, queries.things_of(one)) for one in queries.waiting_at(place)],
        "may_record": may,
        "give_url": family.address("give"),
        "money_url": family.address("money"),
        "need_url": family.address("need"),
        "on": on,
    }
    return render(request, "goods/family.html", context)


def needed(need: Any) -> str:
    """What is needed, in words."""
    if need.good is not None:
        return f"{words.named(need.good.name, need.size)}, {words.with_unit(need.quantity, need.good.unit)}"
    return f"{need.get_category_display()}, {words.amount(need.quantity)}"


def said_of(issue: Any) -> str:
    """What an act gave, in one line."""
    if issue.kind == "goods":
        return ", ".join(queries.names_of_lines(issue))
    said = str(issue.get_kind_display())
    money = issue.money
    paid = f": {money.get_paid_for_display()}" if money.paid_for else ""
    return f"{said}{paid}, {words.amount(money.amount)} ₽"


def record_need(request: HttpRequest, case_id: int | None = None, route_id: int | None = None) -> HttpResponse:
    """What the family needs, how much, how often, for whom."""
    actor = actor_of(request)
    family = family_at(request, case_id=case_id, route_id=route_id)
    form = NeedForm(given(request), goods=goods_for(actor), people=family.people)

    def act(typed: dict[str, Any]) -> None:
        actions.record_need(
            actor=actor,
            **family.keys,
            category=typed["category"],
            good_id=typed["good_id"],
            size=typed["size"],
            quantity=typed["quantity"],
            rhythm=typed["rhythm"],
            person_id=typed.get("person_id"),
            words=typed["words"],
            due_on=typed["due_on"],
            on=today(),
        )

    context = {"family": family, "heading": _("What the family needs"), "button": _("Save")}
    return form_page(
        request,
        form,
        act,
        template="goods/form.html",
        done=_("The need is recorded."),
        back=family.goods,
        about=about(family),
        context=context,
    )


def show_need(request: HttpRequest, need_id: int) -> HttpResponse:
    """A need leads to where it is met: the page on which goods are given to this family."""
    need = queries.get_need(actor=actor_of(request), need_id=need_id)
    return HttpResponseRedirect(family_of(request, need).address("give"))


def end_need(request: HttpRequest, need_id: int) -> HttpResponse:
    """It is no longer needed."""
    actor = actor_of(request)
    need = queries.get_need(actor=actor, need_id=need_id)
    family = family_of(request, need)
    context = {
        "family": family,
        "heading": _("No longer needed"),
        "lead": needed(need),
        "button": _("No longer needed"),
    }
    return form_page(
        request,
        NothingForm(given(request)),
        lambda _typed: actions.end_need(actor=actor, need_id=need_id, on=today()),
        template="goods/form.html",
        done=_("It is noted that this is no longer needed."),
        back=family.goods,
        about=about(family),
        context=context,
    )
