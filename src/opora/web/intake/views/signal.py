"""The card of a signal; and what was recorded in intake as a panel of the path."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from opora.access.rules import Actor, can
from opora.common.dates import day_of, today
from opora.intake import actions, policies, queries
from opora.intake.queries.risk_review import risk_review
from opora.intake.words import SITE
from opora.organization.queries import consent_text
from opora.process import queries as process
from opora.web.intake.views.recording import back_of
from opora.web.shell.asking import actor_of
from opora.web.shell.intentions import once

_TOLD = ("caller", "phone", "surname", "given", "address")


def show_signal(request: HttpRequest, referral_id: int) -> HttpResponse:
    """A signal with its story; opening it is a line in the journal."""
    actor = actor_of(request)
    referral, route, told = actions.open_referral(actor=actor, referral_id=referral_id)
    may_work = process.may_work(actor=actor, route=route)
    context = {
        "referral": referral,
        "told": told,
        "is_from_site": referral.channel == SITE,
        "consent_text": consent_text(int(told["consent"])) if told.get("consent") else "",
        "may_work": may_work,
        "signals": queries.alike_signals(actor=actor, told=told, but=referral_id),
        "has_contact": any(told.get(name) for name in _TOLD),
        "channel": queries.channel_words().get(referral.channel, referral.channel),
        "age": (today() - day_of(referral.received_at)).days,
        "is_late": not referral.outcome and referral.answer_by < today(),
        "route": route,
        "options": process.options(actor=actor, route=route),
        "may_hand": may_work and process.may_hand(route),
        "may_name_family": may_work and route.family_id is None and can(actor, "case.open"),
    }
    return render(request, "intake/signal.html", context)


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


def show_panel(request: HttpRequest, route_id: int) -> HttpResponse:
    """What was recorded in intake: a panel of the path, and a page of its own."""
    actor = actor_of(request)
    route = process.get_route(actor=actor, route_id=route_id)
    context = {
        "back": back_of(route),
        "is_within_signal": request.GET.get("within") == "signal",
        **_recorded(actor, route),
    }
    is_panel = request.headers.get("HX-Request") == "true"
    return render(request, "intake/_panel.html" if is_panel else "intake/panel.html", context)


def _recorded(actor: Actor, route: Any) -> dict[str, Any]:
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
