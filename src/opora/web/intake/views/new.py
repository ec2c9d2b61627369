"""A new signal: the intake card, with the question whether we know this family."""

from typing import TYPE_CHECKING, Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from opora.access.rules import Actor
from opora.common.dates import local, now, today
from opora.intake import actions, policies, queries
from opora.web.intake.forms.signals import KnownForm, SignalForm
from opora.web.shell.asking import actor_of, given
from opora.web.shell.form_page import form_page
from opora.web.shell.taking_along import NEXT, ONTO

if TYPE_CHECKING:
    from opora.intake.models import Referral


def new_signal(request: HttpRequest) -> HttpResponse:
    """Take a signal in; where it looks known, one press says that it is this family."""
    actor = actor_of(request)
    _check(actor)
    form = SignalForm(
        given(request),
        channels=queries.channels(),
        targets=queries.targets(actor=actor),
        initial={"on": today(), "at": local(now()).time(), **_usual(actor)},
    )
    return form_page(
        request,
        form,
        lambda typed: _receive(actor, form, typed),
        template="intake/new.html",
        done=lambda signal: _("Signal No. %(number)s is in the queue.") % {"number": signal.pk},
        back=reverse("intake:list"),
        to=lambda signal: _onward(request, signal),
        context=lambda: _known(actor, request) if form.is_bound else {},
        places={"program_id": "target"},
    )


def _usual(actor: Actor) -> dict[str, str]:
    """What the form begins with: by telephone, or as the last signal of this person came and went."""
    channel, target = queries.usual_way(actor=actor) or ("phone", None)
    return {"channel": channel, "target": f"{target[0]}-{target[1]}" if target else ""}


@require_POST
def look_for_known(request: HttpRequest) -> HttpResponse:
    """While a signal is being taken: do we know this family? Names travel in the body, never in the address."""
    actor = actor_of(request)
    _check(actor)
    return render(request, "intake/_known.html", _known(actor, request))


def _onward(request: HttpRequest, signal: "Referral") -> str:
    """To the signal, or while the caller is still there on to what is asked next about the family."""
    if NEXT in request.POST:
        return f"{reverse('process:route', args=[signal.route_id])}?{ONTO}={NEXT}"
    return reverse("intake:signal", args=[signal.pk])


def _receive(actor: Actor, form: SignalForm, typed: dict[str, Any]) -> "Referral":
    program_id, department_id = form.target_ids()
    return actions.receive(
        actor=actor,
        program_id=program_id,
        department_id=department_id,
        channel=typed["channel"],
        source=typed["source"],
        urgency=typed["urgency"],
        told=form.told(),
        is_anonymous=typed["is_anonymous"],
        children_count=typed["children_count"],
        child_risk=typed["child_risk"],
        family_id=typed["family_id"],
        received_at=form.received_at(),
        on=typed["on"],
    )


def _known(actor: Actor, request: HttpRequest) -> dict[str, Any]:
    """Families and signals that tell of the same people."""
    form = KnownForm(request.POST)
    form.is_valid()
    asked = {name: form.cleaned_data.get(name, "") for name in ("surname", "given", "phone")}
    return {
        "known": actions.recognize_families(actor=actor, **asked),
        "signals": queries.alike_signals(actor=actor, told=asked),
    }


def _check(actor: Actor) -> None:
    if not policies.may_register(actor):
        raise Http404
