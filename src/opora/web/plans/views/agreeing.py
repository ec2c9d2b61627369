"""A plan is agreed on with the family, corrected with a reason, looked at again."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _

from opora.common.dates import today
from opora.plans import actions, queries
from opora.plans.rules.review_due import next_review
from opora.web.plans.forms.agreement import AgreeAgainForm, AgreeForm, CorrectForm, MeetingForm, ReviewForm
from opora.web.plans.views.recording import plan_url, record, writable, writable_page
from opora.web.shell.asking import actor_of, given


def agree(request: HttpRequest, route_id: int) -> HttpResponse:
    """The preliminary plan comes into force."""
    actor = actor_of(request)
    page = writable_page(request, route_id)
    plan = page.plan
    if plan is None or plan.state != "preliminary":
        return HttpResponseRedirect(plan_url(route_id))
    form = _meeting(request, AgreeAgainForm if plan.version else AgreeForm, page, plan.edits)
    return record(
        request,
        form,
        lambda typed: actions.agree_plan(actor=actor, route_id=route_id, **typed),
        route=page.route,
        template="plans/agree.html",
        done=_("The plan is in force. Print a copy for the family."),
        context={"page": page},
        renew=lambda: plan.edits,
    )


def correct(request: HttpRequest, route_id: int) -> HttpResponse:
    """What was changed since the last version becomes a new one."""
    actor = actor_of(request)
    page = writable_page(request, route_id)
    plan = page.plan
    if plan is None or plan.state != "current":
        return HttpResponseRedirect(plan_url(route_id))
    form = _meeting(request, CorrectForm, page, plan.edits)
    return record(
        request,
        form,
        lambda typed: actions.correct_plan(actor=actor, route_id=route_id, **typed),
        route=page.route,
        template="plans/correct.html",
        done=_("The corrected plan is in force. The former version stays readable."),
        context={"page": page},
        renew=lambda: plan.edits,
    )


def settle_review(request: HttpRequest, route_id: int) -> HttpResponse:
    """The plan was looked at and holds as it is."""
    actor = actor_of(request)
    found = writable(request, route_id)
    if found.plan is None:
        return HttpResponseRedirect(plan_url(route_id))
    form = ReviewForm(given(request), initial={"next_on": next_review(today())})
    return record(
        request,
        form,
        lambda typed: actions.settle_review(actor=actor, route_id=route_id, **typed, on=today()),
        route=found.route,
        template="plans/review.html",
        done=_("The plan was looked at and holds."),
    )


def _meeting(request: HttpRequest, kind: type[MeetingForm], page: queries.PlanPage, edits: int) -> MeetingForm:
    return kind(
        given(request),
        people=page.people,
        activities=queries.activity_choices(),
        initial={"revision": edits},
    )
