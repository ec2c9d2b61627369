"""The lists of the warehouse: places, goods, kits, norms, donors, purposes."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from opora.access.rules import Actor
from opora.common.dates import today
from opora.goods import actions, queries
from opora.volunteers import actions as volunteers
from opora.web.goods.forms.keeping import DonorForm, GoodForm, KitForm, NormForm, PlaceForm, PurposeForm
from opora.web.goods.views.lists import goods_for, number_in, programs_for
from opora.web.shell.asking import actor_of, given
from opora.web.shell.form_page import form_page

TITLES = {
    "place": gettext_lazy("Stock place"),
    "good": gettext_lazy("Kind of goods"),
    "kit": gettext_lazy("Kit"),
    "norm": gettext_lazy("Norm of giving"),
    "donor": gettext_lazy("Donor"),
    "purpose": gettext_lazy("Purpose of donations"),
}


def show_lists(request: HttpRequest) -> HttpResponse:
    """All lists, each with what it holds."""
    actor = actor_of(request)
    context = {
        "places": queries.list_places(actor=actor, with_inactive=True),
        "goods": queries.list_goods(actor=actor, with_inactive=True),
        "kits": [(kit, queries.said_parts(kit)) for kit in queries.list_kits(actor=actor)],
        "norms": queries.list_norms(actor=actor),
        "donors": queries.list_donors(actor=actor),
        "purposes": queries.list_purposes(actor=actor),
    }
    return render(request, "goods/lists.html", context)


def keep(request: HttpRequest, kind: str) -> HttpResponse:
    """An entry of a list, new or named by its number in the address."""
    if kind not in TITLES:
        raise Http404
    actor = actor_of(request)
    number = number_in(request.GET.get("id", ""))
    entry = _entry(actor, kind, number)
    form = _form(request, kind, entry)
    context = {
        "heading": TITLES[kind],
        "button": _("Save"),
        "lead": _("What changes here changes wherever it stands.") if entry is not None else "",
    }
    return form_page(
        request,
        form,
        lambda typed: _ACTS[kind](actor, number, typed, form),
        template="goods/lines.html" if kind == "kit" else "goods/form.html",
        done=_("Saved."),
        back=reverse("goods:lists"),
        context=context,
        places={"kind": "category"} if kind == "good" else None,
    )


def _entry(actor: Actor, kind: str, number: int | None) -> Any:
    if number is None:
        return None
    listed: dict[str, Callable[[], Any]] = {
        "place": lambda: queries.list_places(actor=actor, with_inactive=True),
        "good": lambda: queries.list_goods(actor=actor, with_inactive=True),
        "kit": lambda: queries.list_kits(actor=actor),
        "norm": lambda: queries.list_norms(actor=actor),
        "donor": lambda: queries.list_donors(actor=actor),
        "purpose": lambda: queries.list_purposes(actor=actor),
    }
    found = next((one for one in listed[kind]() if one.pk == number), None)
    if found is None:
        raise Http404
    return found


_SHOWN = {
    "place": ("name", "kind", "is_active"),
    "good": ("name", "category", "unit", "has_sizes", "low_at", "is_active"),
    "kit": ("name", "is_active"),
    "norm": ("good_id", "category", "most", "days", "is_active"),
    "donor": ("name", "kind", "contacts", "since_on", "is_active"),
    "purpose": ("name", "program_id", "child_under", "is_active"),
}


def _form(request: HttpRequest, kind: str, entry: Any) -> forms.Form:
    actor, sent = actor_of(request), given(request)
    initial = {name: getattr(entry, name) for name in _SHOWN[kind]} if entry is not None else None
    if kind == "kit":
        parts = queries.parts_of(entry) if entry is not None else []
        return KitForm(sent, goods=goods_for(actor), parts=parts, initial=initial)
    if kind == "norm":
        return NormForm(sent, goods=goods_for(actor), initial=initial)
    if kind == "purpose":
        return PurposeForm(sent, programs=programs_for(actor), initial=initial)
    plain: dict[str, type[forms.Form]] = {"place": PlaceForm, "good": GoodForm, "donor": DonorForm}
    return plain[kind](sent, initial=initial)


def _kit(actor: Actor, number: int | None, typed: dict[str, Any], form: Any) -> Any:
    return actions.keep_kit(
        actor=actor, kit_id=number, name=typed["name"], parts=form.parts(), is_active=typed["is_active"]
    )


def _donor(actor: Actor, number: int | None, kind: str, **typed: Any) -> Any:
    """Donors stand in one list with the volunteers."""
    return volunteers.keep_donor(actor=actor, donor_id=number, giver=kind, **typed, on=today())


_ACTS: dict[str, Callable[[Actor, int | None, dict[str, Any], Any], Any]] = {
    "place": lambda actor, number, typed, _form: actions.keep_place(actor=actor, place_id=number, **typed),
    "good": lambda actor, number, typed, _form: actions.keep_good(actor=actor, good_id=number, **typed),
    "kit": _kit,
    "norm": lambda actor, number, typed, _form: actions.keep_norm(actor=actor, norm_id=number, **typed),
    "donor": lambda actor, number, typed, _form: _donor(actor, number, **typed),
    "purpose": lambda actor, number, typed, _form: actions.keep_purpose(actor=actor, purpose_id=number, **typed),
}
