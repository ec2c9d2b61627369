"""The directory of partners: looking for help, adding and changing entries."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from opora.common.dates import today
from opora.partners import actions, policies, queries
from opora.partners.rules import is_overdue, is_stale
from opora.web.partners.forms import PartnerForm, SearchForm
from opora.web.shell import sheets
from opora.web.shell.asking import actor_of, given
from opora.web.shell.form_page import form_page


def list_partners(request: HttpRequest) -> HttpResponse:
    """The directory, by need and area."""
    actor = actor_of(request)
    form = SearchForm(request.GET, kinds=queries.partner_kinds())
    asked = form.cleaned_data if form.is_valid() else {}
    may_change = policies.may_change(actor)
    is_sheet = sheets.is_asked(request)
    found = queries.search_partners(
        actor=actor,
        limit=sheets.MOST + 1 if is_sheet else 200,
        text=asked.get("q", ""),
        kind=asked.get("kind", ""),
        with_inactive=may_change and request.GET.get("all") == "1",
    )
    if is_sheet:
        columns = _columns(dict(queries.partner_kinds()))
        return sheets.answer(request, name="partners", title=_("Partners"), columns=columns, rows=found.partners)
    on = today()
    lines = [(partner, is_stale(partner.checked_on, on)) for partner in found.partners]
    shown = {
        "form": form,
        "lines": lines,
        "mended": found.mended,
        "may_change": may_change,
        "is_filtered": any(asked.values()),
    }
    return render(request, "partners/list.html", shown)


def _columns(kinds: Mapping[str, Any]) -> list[sheets.Column]:
    return [
        sheets.Column(_("Name"), lambda partner: partner.name),
        sheets.Column(_("Kind"), lambda partner: kinds.get(partner.kind, partner.kind)),
        sheets.Column(_("Services"), lambda partner: partner.services),
        sheets.Column(_("For whom"), lambda partner: partner.audience),
        sheets.Column(_("Area"), lambda partner: partner.area),
        sheets.Column(_("Contacts"), lambda partner: partner.contacts),
        sheets.Column(_("Conditions"), lambda partner: partner.conditions),
        sheets.Column(_("Last checked"), lambda partner: partner.checked_on, "day"),
        sheets.Column(_("In use"), lambda partner: _("yes") if partner.is_active else _("no")),
    ]


def show_partner(request: HttpRequest, partner_id: int) -> HttpResponse:
    """One entry."""
    actor = actor_of(request)
    partner = queries.get_partner(actor=actor, partner_id=partner_id)
    shown = {
        "partner": partner,
        "is_stale": is_stale(partner.checked_on, today()),
        "may_change": policies.may_change(actor),
        "waiting": [
            (one, is_overdue(one.outcome, one.follow_up_on, today()))
            for one in queries.waiting_at(actor=actor, partner_id=partner_id)
        ],
    }
    return render(request, "partners/partner.html", shown)


def add_partner(request: HttpRequest) -> HttpResponse:
    """Add an entry."""
    return _keep(request, None, {"is_active": True, "checked_on": today()}, reverse("partners:list"))


def _after(request: HttpRequest, partner_id: int) -> str:
    """Back to the referral that lacked this partner, with it chosen; else to the entry itself."""
    route = request.GET.get("refer", "")
    if not (route.isdecimal() and len(route) < 12):
        return reverse("partners:partner", args=[partner_id])
    home = reverse("process:route", args=[route])
    return f"{reverse('partners:refer', args=[route])}?partner={partner_id}&back={home}"


def change_partner(request: HttpRequest, partner_id: int) -> HttpResponse:
    """Change an entry."""
    actor = actor_of(request)
    partner = queries.get_partner(actor=actor, partner_id=partner_id)
    back = reverse("partners:partner", args=[partner_id])
    return _keep(request, partner_id, queries.entry_of(partner), back)


def _keep(request: HttpRequest, partner_id: int | None, initial: dict[str, Any], back: str) -> HttpResponse:
    actor = actor_of(request)
    policies.check_can_change(actor)
    form = PartnerForm(given(request), kinds=queries.partner_kinds(), initial=initial)
    return form_page(
        request,
        form,
        lambda typed: actions.keep_partner(
            actor=actor, partner_id=partner_id, entry=typed, revision=typed["revision"], on=today()
        ),
        template="partners/partner_form.html",
        done=_("The entry is saved."),
        back=back,
        to=lambda partner: _after(request, partner.pk),
        context={"is_new": partner_id is None},
        renew=lambda: initial.get("revision", 0),
    )
