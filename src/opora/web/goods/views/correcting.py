"""An act written wrong is written anew: on the same form, with what stood in it; the former act is taken back."""

from typing import TYPE_CHECKING, Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from opora.common.dates import today
from opora.common.errors import NotFound
from opora.goods import actions, queries
from opora.goods.actions import read_act
from opora.web.goods.forms.giving import AttachForm, GiveForm, MoneyForm, field_name
from opora.web.goods.views.family_place import FamilyPlace, about, family_of
from opora.web.shell.asking import actor_of, given
from opora.web.shell.form_page import form_page

if TYPE_CHECKING:
    from opora.goods.models import Issue


def correct(request: HttpRequest, issue_id: int) -> HttpResponse:
    """Goods on their form, money on its own."""
    issue, told = read_act(actor=actor_of(request), issue_id=issue_id)
    if not queries.is_in_sight(actor=actor_of(request), issue=issue) or issue.reverses_id is not None:
        raise NotFound
    family = family_of(request, issue)
    if issue.kind == "goods":
        return _goods(request, issue, family, told.get("remark", ""))
    return _money(request, issue, family, dict(told))


def _goods(request: HttpRequest, issue: "Issue", family: FamilyPlace, remark: str) -> HttpResponse:
    actor, on, place = actor_of(request), today(), issue.place
    if place is None:
        raise NotFound
    offers = queries.offers_with(issue, queries.offers(actor=actor, place_id=place.pk, on=on))
    kits = queries.kits_offered(there=offers)
    form = GiveForm(
        given(request),
        offers=offers,
        kits=kits,
        people=family.people,
        corrects=True,
        initial={"on": issue.given_on, "receiver_id": issue.receiver_id, "remark": remark, **_as_given(issue)},
    )

    def act(typed: dict[str, Any]) -> "Issue":
        return actions.correct_goods(
            actor=actor,
            issue_id=issue.pk,
            place_id=place.pk,
            asked=form.asked(),
            receiver_id=typed.get("receiver_id"),
            remark=typed["remark"],
            reason=typed["reason"],
            on=typed["on"],
            today=on,
        )

    def context() -> dict[str, Any]:
        return {
            "family": family,
            "corrects": issue,
            "places": [(place.pk, place.name)],
            "place_id": place.pk,
            "shelves": form.shelves(),
            "kit_rows": form.kit_rows(),
            "needs": [],
        }

    return _page(request, form, act, issue, family, template="goods/give.html", context=context)


def _as_given(issue: "Issue") -> dict[str, Any]:
    """What stands in the act, by the fields of the form; a kit once."""
    found: dict[str, Any] = {}
    for line in queries.lines_of(issue):
        if line.kit_id is not None:
            found[f"kit_{line.kit_id}"] = line.kits
        else:
            found[field_name(line.good_id, line.size)] = line.quantity.normalize()
    return found


def _money(request: HttpRequest, issue: "Issue", family: FamilyPlace, told: dict[str, str]) -> HttpResponse:
    actor, money = actor_of(request), issue.money
    kept = ("amount", "basis", "decided_on", "number", "valid_until", "paid_for", "from_on", "months", "estimate")
    form = MoneyForm(
        given(request),
        people=family.people,
        corrects=True,
        initial={
            **{name: getattr(money, name) for name in kept},
            "purpose": told["purpose"],
            "decision": told["decision"],
            "kind": issue.kind,
            "on": issue.given_on,
            "receiver_id": issue.receiver_id,
        },
    )

    def act(typed: dict[str, Any]) -> "Issue":
        return actions.correct_money(
            actor=actor,
            issue_id=issue.pk,
            kind=typed["kind"],
            terms=typed,
            receiver_id=typed.get("receiver_id"),
            reason=typed["reason"],
            on=typed["on"],
            today=today(),
        )

    context = {"family": family, "corrects": issue}
    return _page(request, form, act, issue, family, template="goods/money.html", context=context)


def _page(
    request: HttpRequest, form: Any, act: Any, issue: "Issue", family: FamilyPlace, *, template: str, context: Any
) -> HttpResponse:
    return form_page(
        request,
        form,
        act,
        template=template,
        done=lambda made: (
            _("Act %(former)s is taken back, act %(number)s stands instead.")
            % {"former": issue.act_number, "number": made.act_number}
        ),
        back=reverse("goods:act", args=[issue.pk]),
        to=lambda made: reverse("goods:act", args=[made.pk]),
        about=about(family),
        context=context,
    )


def attach(request: HttpRequest, issue_id: int) -> HttpResponse:
    """Photographs and receipts are filed with the act."""
    actor = actor_of(request)
    issue = queries.get_issue(actor=actor, issue_id=issue_id)
    family = family_of(request, issue)
    return form_page(
        request,
        AttachForm(given(request), request.FILES if request.method == "POST" else None),
        lambda typed: actions.attach(actor=actor, issue_id=issue_id, files=typed["papers"], on=today()),
        template="goods/form.html",
        done=_("It lies with the act, encrypted."),
        back=reverse("goods:act", args=[issue_id]),
        about=about(family),
        context={
            "family": family,
            "heading": _("Photographs and papers of act %(number)s") % {"number": issue.act_number},
            "button": _("Add"),
        },
    )
