"""What life brings between two meetings: events nobody foresaw, the family's own steps, a child away from home."""

from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from opora.common.dates import today
from opora.common.errors import NotFound
from opora.plans import actions, queries
from opora.web.plans.forms.agreement import EventForm, WaiverForm
from opora.web.plans.views.recording import record, writable
from opora.web.shell.asking import actor_of, given

DAYS_TO_REVIEW = timedelta(days=7)
# So many characters of a task stand in a list to choose from.
SHORT = 80


def record_event(request: HttpRequest, route_id: int) -> HttpResponse:
    """An event nobody foresaw; it asks for a look at the plan (S4-36)."""
    actor = actor_of(request)
    found = writable(request, route_id)
    form = EventForm(
        given(request),
        kinds=queries.event_kind_choices(),
        initial={"review_due_on": today() + DAYS_TO_REVIEW},
    )
    return record(
        request,
        form,
        lambda typed: actions.record_event(actor=actor, route_id=route_id, **typed),
        route=found.route,
        template="plans/event_new.html",
        done=_("It is written down. Look at the plan together with the family."),
        part="events",
    )


def waive_harm_reduction(request: HttpRequest, route_id: int, child_id: int) -> HttpResponse:
    """Why a child away from home has no tasks of harm reduction (S4-19)."""
    actor = actor_of(request)
    found = writable(request, route_id)
    missing = queries.harm_reduction_missing(actor=actor, route_id=route_id, on=today())
    child = next((line for line in missing if line.child_id == child_id), None)
    if child is None:
        raise NotFound
    form = WaiverForm(given(request))
    return record(
        request,
        form,
        lambda typed: actions.waive_harm_reduction(
            actor=actor, route_id=route_id, child_id=child_id, **typed, on=today()
        ),
        route=found.route,
        template="plans/waive.html",
        done=_("The reason is written down."),
        context={"child": child},
    )
