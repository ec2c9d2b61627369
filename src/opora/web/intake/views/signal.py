"""Where a signal is read, and what was recorded in intake about a path."""

from typing import TYPE_CHECKING, Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from opora.access.rules import Actor
from opora.common.dates import today
from opora.intake import actions, policies, queries
from opora.intake.queries.joined import find_join, why_joined_stay
from opora.intake.queries.risk_review import risk_review
from opora.process import queries as process
from opora.web.intake.views.recording import back_of
from opora.web.shell.asking import actor_of, speaks_of
from opora.web.shell.intentions import once

if TYPE_CHECKING:
    from opora.process.models import Route


def show_signal(request: HttpRequest, referral_id: int) -> HttpResponse:
    """A signal is read on the page of the family it tells of; there a look at it is a line in the journal."""
    _referral, route = queries.get_referral(actor=actor_of(request), referral_id=referral_id)
    address = reverse("process:route", args=[route.pk])
    return HttpResponseRedirect(f"{address}?signal#signal" if route.case_id is not None else address)


@require_POST
def join_signals(request: HttpRequest, referral_id: int, second_id: int) -> HttpResponse:
    """Both signals tell of one family: the one that does not know it yet leads there too."""
    actor = actor_of(request)
    return once(
        request,
        lambda: actions.join_signals(actor=actor, referral_id=referral_id, second_id=second_id),
        done=_("Both signals lead to one family now."),
        to=reverse("intake:signal", args=[referral_id]),
    )


def part_signals(request: HttpRequest, referral_id: int, join_id: int) -> HttpResponse:
    """Ask, then let the signal that followed know no family again; where that cannot be, say why."""
    actor = actor_of(request)
    found = find_join(actor=actor, referral_id=referral_id, join_id=join_id)
    speaks_of(request, route_id=found.join.given.route_id)
    back = reverse("intake:signal", args=[referral_id])
    if request.method == "POST":
        return once(
            request,
            lambda: actions.part_signals(actor=actor, referral_id=referral_id, join_id=join_id),
            done=_("The two signals stand apart again, as they were before."),
            to=back,
        )
    numbers = {"given": found.join.given_id, "other": found.join.other_id}
    asked = {
        "title": _("Take signals No. %(given)s and No. %(other)s apart?") % numbers,
        "text": _(
            "Signal No. %(given)s will know no family again, as before; "
            "signal No. %(other)s and the family stay as they are."
        )
        % numbers,
        "button": _("Take apart"),
        "action": request.path,
        "cancel_url": back,
    }
    if why := why_joined_stay(found.join):
        asked = {**asked, "text": " ".join(str(sentence) for sentence in why), "button": ""}
    return render(request, "shell/confirm.html", asked)


def show_panel(request: HttpRequest, route_id: int) -> HttpResponse:
    """What was recorded in intake, by days and codes."""
    actor = actor_of(request)
    route = process.get_route(actor=actor, route_id=route_id)
    return render(request, "intake/panel.html", {"back": back_of(route), **_recorded(actor, route)})


def _recorded(actor: Actor, route: "Route") -> dict[str, Any]:
    """Contacts, help, visits, risks and reports of a path, by days and codes."""
    review = risk_review(route)
    return {
        "risk_review": review,
        "risk_is_late": review.is_late(today()),
        "route": route,
        "contacts": queries.contacts_of(route),
        "aid": queries.aid_of(route),
        "visits": queries.visits_of(route),
        "sources": queries.sources_of(route),
        "risk_forms": queries.risk_forms_of(route),
        "reports": queries.reports_of(route),
        "criteria": queries.criteria_of(route),
        "may_work": process.may_work(actor=actor, route=route),
        "may_approve": policies.may_approve(actor, department_id=route.department_id),
        "today": today(),
    }
