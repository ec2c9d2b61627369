"""Giving to a family on a phone: goods from the shelf, money, certificates, payments."""

from typing import TYPE_CHECKING, Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from opora.common.dates import show_day, today
from opora.common.errors import Invalid
from opora.goods import actions, queries, words
from opora.web.goods.forms.giving import ASIDE, GiveForm, MoneyForm
from opora.web.goods.views.family import needed
from opora.web.goods.views.family_place import FamilyPlace, about, family_at
from opora.web.goods.views.lists import number_in, places_for
from opora.web.shell.asking import actor_of, given
from opora.web.shell.form_page import form_page

if TYPE_CHECKING:
    from opora.goods.models import Issue


def give(request: HttpRequest, case_id: int | None = None, route_id: int | None = None) -> HttpResponse:
    """What there is by category, what the family needs beside it; given now with an act, or put aside."""
    actor, on = actor_of(request), today()
    family = family_at(request, case_id=case_id, route_id=route_id)
    places = places_for(actor)
    place_id = number_in(request.GET.get("place", "")) or (places[0][0] if places else 0)
    offers = queries.offers(actor=actor, place_id=place_id, on=on)
    kits = queries.kits_offered(there=offers)
    form = GiveForm(given(request), offers=offers, kits=kits, people=family.people)
    needs = queries.needs_at(family.place, on=on)

    def act(typed: dict[str, Any]) -> Any:
        if not typed["despite"] and (said := _beyond(form, family)):
            raise Invalid({"despite": said})
        if typed["how"] == ASIDE:
            return actions.put_aside(
                actor=actor,
                **family.keys,
                place_id=place_id,
                asked=form.asked(),
                until=typed["until"],
                on=typed["on"],
            )
        return actions.give_goods(
            actor=actor,
            **family.keys,
            place_id=place_id,
            asked=form.asked(),
            receiver_id=typed.get("receiver_id"),
            remark=typed["remark"],
            on=typed["on"],
        )

    def context() -> dict[str, Any]:
        return {
            "family": family,
            "places": places,
            "place_id": place_id,
            "shelves": form.shelves([line.need.category for line in needs if line.is_due]),
            "kit_rows": form.kit_rows(),
            "needs": [(line, needed(line.need), _instead(line.need, offers)) for line in needs],
            "asks_despite": "despite" in form.errors or bool(form.data.get("despite")),
        }

    return form_page(
        request,
        form,
        act,
        template="goods/give.html",
        done=lambda made: _("Given. Here is the act.") if _is_act(made) else _("It is put aside."),
        back=family.goods,
        to=lambda made: reverse("goods:act", args=[made.pk]) if _is_act(made) else family.goods,
        about=about(family),
        context=context,
    )


def _is_act(made: Any) -> bool:
    return hasattr(made, "act_number")


def _instead(need: Any, offers: list[queries.Offer]) -> str:
    """Of a size that is not there, which sizes are."""
    if need.good_id is None or not need.size:
        return ""
    if any((one.good_id, one.size) == (need.good_id, need.size) for one in offers):
        return ""
    near = queries.sizes_instead(need.good_id, need.size, offers)
    if not near:
        return _("this size is not there")
    return _("this size is not there; there is %(sizes)s") % {"sizes": ", ".join(near)}


def _beyond(form: GiveForm, family: FamilyPlace) -> str:
    """What norms say of it, in sentences; nothing when it is usual."""
    found = queries.beyond_norms(place=family.place, giving=form.giving(), on=form.cleaned_data["on"])
    return " ".join(norm_said(one) for one in found)


def norm_said(one: Any) -> str:
    """What a norm says that would be passed."""
    if one.norm.most is None:
        return _("%(what)s: given on %(day)s already, usual is once in %(days)s days.") % {
            "what": one.norm.name,
            "day": show_day(one.last_on),
            "days": one.norm.days,
        }
    return _("%(what)s: with this it is %(would)s in %(days)s days, usual is up to %(most)s.") % {
        "what": one.norm.name,
        "would": words.amount(one.would_be),
        "days": one.norm.days,
        "most": words.amount(one.norm.most),
    }


def give_money(request: HttpRequest, case_id: int | None = None, route_id: int | None = None) -> HttpResponse:
    """A certificate, money or a payment, never without a purpose."""
    actor = actor_of(request)
    family = family_at(request, case_id=case_id, route_id=route_id)
    form = MoneyForm(given(request), request.FILES if request.method == "POST" else None, people=family.people)

    def act(typed: dict[str, Any]) -> "Issue":
        where: dict[str, Any] = dict(family.keys)
        return actions.give_money(
            actor=actor,
            **where,
            kind=typed["kind"],
            terms=typed,
            receiver_id=typed.get("receiver_id"),
            files=typed["papers"],
            on=typed["on"],
        )

    return form_page(
        request,
        form,
        act,
        template="goods/money.html",
        done=_("Recorded. Here is the act."),
        back=family.goods,
        to=lambda issue: reverse("goods:act", args=[issue.pk]),
        about=about(family),
        context={"family": family},
    )
