"""Families referred to partners: the panel of a path, referring, asking what became of it."""

from typing import TYPE_CHECKING, Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from opora.common.dates import today
from opora.partners import actions, policies, queries
from opora.partners.rules import is_overdue
from opora.process.policies import is_blocked
from opora.process.queries import get_route
from opora.web.partners.forms import ConfirmForm, ReferForm
from opora.web.shell import sheets
from opora.web.shell.asking import actor_of, given
from opora.web.shell.form_page import form_page
from opora.web.shell.searching import searched_below

if TYPE_CHECKING:
    from opora.partners.models import OnwardReferral


def show_panel(request: HttpRequest, route_id: int) -> HttpResponse:
    """To whom the family of a path was referred, and what came of it."""
    actor = actor_of(request)
    route = get_route(actor=actor, route_id=route_id)
    on = today()
    lines = [
        (onward, is_overdue(onward.outcome, onward.follow_up_on, on))
        for onward in queries.onward_of(actor=actor, route_id=route_id)
    ]
    context = {"route": route, "lines": lines, "may_refer": policies.may_refer(actor, route) and not is_blocked(route)}
    return render(request, "partners/panel.html", context)


def list_unconfirmed(request: HttpRequest) -> HttpResponse:
    """Referrals of which nobody knows in time what became."""
    actor = actor_of(request)

    def read(text: str, part: slice) -> "list[OnwardReferral]":
        return queries.unconfirmed(actor=actor, on=today(), text=text, part=part)

    found = searched_below(request, read, label=_("Partner, case number"))
    if sheets.is_asked(request):
        title = _("Unconfirmed referrals")
        return sheets.answer(request, name="referrals", title=title, columns=_columns(), rows=found.every)
    return render(request, "partners/unconfirmed.html", {"found": found, "lines": found.rows})


def _columns() -> list[sheets.Column]:
    return [
        sheets.Column(_("Partner"), lambda line: line.partner.name),
        sheets.Column(_("Path"), lambda line: line.route_id, "count"),
        sheets.Column(_("Case number"), lambda line: line.route.case.number if line.route.case else ""),
        sheets.Column(_("Referred on"), lambda line: line.handed_on, "day"),
        sheets.Column(_("To be confirmed by"), lambda line: line.follow_up_on, "day"),
    ]


def refer(request: HttpRequest, route_id: int) -> HttpResponse:
    """Refer the family to a partner."""
    actor = actor_of(request)
    route = get_route(actor=actor, route_id=route_id)
    policies.check_can_refer(actor, route)
    chosen = request.GET.get("partner", "")
    form = ReferForm(
        given(request),
        partners=queries.partner_choices(on=today()),
        initial={"on": today(), "partner_id": int(chosen) if chosen.isdecimal() else None},
    )
    back = reverse("partners:panel", args=[route_id])

    def act(typed: dict[str, Any]) -> None:
        actions.refer(actor=actor, route_id=route_id, **typed)

    return form_page(
        request,
        form,
        act,
        template="partners/refer.html",
        done=_("The referral is recorded. It stays unconfirmed until somebody asks what became of it."),
        back=back,
        context={"route": route, "is_blocked": is_blocked(route), "may_add": policies.may_change(actor)},
    )


def confirm(request: HttpRequest, onward_id: int) -> HttpResponse:
    """Record what became of a referral."""
    actor = actor_of(request)
    onward, told = actions.read_onward(actor=actor, onward_id=onward_id)
    policies.check_can_refer(actor, onward.route)
    form = ConfirmForm(
        given(request),
        outcomes=queries.known_outcomes(),
        initial={"on": today()},
    )
    back = reverse("partners:panel", args=[onward.route_id])
    return form_page(
        request,
        form,
        lambda typed: actions.confirm(actor=actor, onward_id=onward_id, **typed),
        template="partners/confirm.html",
        done=_("It is recorded what became of the referral."),
        back=back,
        about={"route_id": onward.route_id, "case_id": onward.route.case_id},
        context={"onward": onward, "told": told, "route": onward.route},
    )
