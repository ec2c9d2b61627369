"""Consents: recording, reading, withdrawing."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from opora.common.dates import today
from opora.papers import actions, queries
from opora.papers.queries.choices import PURPOSES
from opora.papers.rules import destroy_by
from opora.process import queries as process
from opora.process.actions import may_mend
from opora.web.papers.forms.consents import ConsentForm, WithdrawForm
from opora.web.papers.views.recording import called, people_of, record, whose, workable
from opora.web.shell.asking import actor_of, given


def new_consent(request: HttpRequest, route_id: int) -> HttpResponse:
    """Record a consent signed on paper."""
    actor = actor_of(request)
    route = workable(request, route_id)
    people = people_of(request, route)
    asked = {"person_id": whose(request, people)}
    if (purpose := request.GET.get("purpose", "")) in dict(PURPOSES):
        asked["purpose"] = purpose
    form = ConsentForm(given(request), people=people, initial=asked)
    return record(
        request,
        form,
        lambda typed: actions.record_consent(actor=actor, route_id=route.pk, **typed),
        route=route,
        template="papers/consent_new.html",
        done=_("The consent is recorded."),
        context={"people": people},
    )


def show_consent(request: HttpRequest, consent_id: int) -> HttpResponse:
    """A consent with what it covers; reading it is a line in the journal."""
    actor = actor_of(request)
    consent, scope = actions.read_consent(actor=actor, consent_id=consent_id)
    place = process.place_of_record(actor=actor, record=consent)
    context = {
        "consent": consent,
        "who": called(request, consent.route, consent.person),
        "scope": scope,
        "route": consent.route,
        "may_work": process.may_work(actor=actor, route=consent.route),
        "may_mend": may_mend(actor=actor, record=consent, place=place, on=today()),
    }
    return render(request, "papers/consent.html", context)


def withdraw(request: HttpRequest, consent_id: int) -> HttpResponse:
    """Record a withdrawal, after saying plainly what it stops."""
    actor = actor_of(request)
    consent = queries.consent_in_sight(actor=actor, consent_id=consent_id)
    route = workable(request, consent.route_id)
    form = WithdrawForm(given(request))
    return record(
        request,
        form,
        lambda typed: actions.withdraw_consent(actor=actor, consent_id=consent_id, **typed),
        route=route,
        template="papers/withdraw.html",
        done=_("The withdrawal is recorded."),
        context={
            "consent": consent,
            "blocks": consent.purpose in queries.PROCESSING,
            "due_on": destroy_by(today()),
        },
    )
