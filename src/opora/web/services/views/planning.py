"""What a family is to receive: planned, changed, stopped."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from opora.common.dates import today
from opora.common.errors import Conflict, Refused
from opora.families.actions import name_people
from opora.families.sealing import opened
from opora.life.queries import offer_at as colleagues_at
from opora.plans.queries.choices import open_task_choices
from opora.process.queries import Place, place_of
from opora.services import actions
from opora.services.queries import offer_at, planned_in_sight
from opora.web.services.forms import PlanForm, ReasonForm
from opora.web.shell.asking import actor_of, given
from opora.web.shell.family_place import address_in, home_of, title_of
from opora.web.shell.form_page import form_page
from opora.web.shell.middleware import say


def plan(request: HttpRequest, route_id: int | None = None, case_id: int | None = None) -> HttpResponse:
    """One more service for this family."""
    actor = actor_of(request)
    place = place_of(actor=actor, route_id=route_id, case_id=case_id)
    return _page(
        request,
        place,
        _form(request, place, {"times": 1}),
        lambda typed: actions.plan_service(actor=actor, route_id=route_id, case_id=case_id, on=today(), **typed),
        heading=_("Plan a service"),
        done=_("Planned. What is given fills it by itself."),
    )


def change(request: HttpRequest, planned_id: int) -> HttpResponse:
    """How often, until when, by whom is agreed anew."""
    actor = actor_of(request)
    planned = planned_in_sight(actor=actor, planned_id=planned_id)
    place = place_of(actor=actor, route_id=planned.route_id, case_id=planned.case_id)
    now = {name: getattr(planned, name) for name in ("times", "until_on", "worker_id", "partner_id", "task_id")}
    form = _form(request, place, {**now, "note": opened(planned, "note")})
    del form.fields["service_id"]

    def act(typed: dict[str, Any]) -> None:
        actions.change_plan_of_service(actor=actor, planned_id=planned_id, on=today(), **typed)

    return _page(request, place, form, act, heading=_("Change what is planned"), done=_("Changed."))


@require_POST
def stop(request: HttpRequest, planned_id: int) -> HttpResponse:
    """Nobody waits for the rest any more."""
    actor = actor_of(request)
    planned = planned_in_sight(actor=actor, planned_id=planned_id)
    place = place_of(actor=actor, route_id=planned.route_id, case_id=planned.case_id)
    try:
        actions.stop_planned(actor=actor, planned_id=planned_id, on=today())
    except (Conflict, Refused) as refusal:
        say(request, refusal, good=False)
    else:
        say(request, _("Stopped. What was given stays given."))
    return HttpResponseRedirect(address_in("services", "", place))


def void(request: HttpRequest, planned_id: int) -> HttpResponse:
    """Planned by mistake."""
    actor = actor_of(request)
    planned = planned_in_sight(actor=actor, planned_id=planned_id)
    place = place_of(actor=actor, route_id=planned.route_id, case_id=planned.case_id)
    return _page(
        request,
        place,
        ReasonForm(given(request)),
        lambda typed: actions.void_planned(actor=actor, planned_id=planned_id, reason=typed["reason"], on=today()),
        heading=_("Take a planned service back"),
        done=_("Taken back. It counts nowhere any more."),
    )


def _form(request: HttpRequest, place: Place, initial: dict[str, Any]) -> PlanForm:
    actor = actor_of(request)
    return PlanForm(
        given(request),
        offer=offer_at(actor=actor, place=place),
        colleagues=colleagues_at(actor=actor, place=place).colleagues,
        tasks=open_task_choices(place),
        initial=initial,
    )


def _page(request: HttpRequest, place: Place, form: Any, act: Any, *, heading: str, done: str) -> HttpResponse:
    family = name_people(actor=actor_of(request), family_id=place.family_id, case_id=place.case_id, on=today())
    back = address_in("services", "", place)
    return form_page(
        request,
        form,
        act,
        template="services/form.html",
        done=done,
        back=back,
        context={"heading": heading, "title": title_of(place, family), "home": home_of(place), "list_url": back},
        about={"route_id": place.route_id, "case_id": place.case_id},
    )
