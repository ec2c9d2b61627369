"""Taking a step: the page asks for what the step needs, and goes where opening and closing of cases have theirs."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from opora.access.rules import can
from opora.common.dates import today
from opora.common.errors import Conflict, NotFound
from opora.common.language import said
from opora.pathways.words import place_title
from opora.process import actions, queries
from opora.process.policies import OVERTAKEN
from opora.web.process.forms import OverrideForm, StepForm
from opora.web.process.views.route import route_context
from opora.web.shell.asking import actor_of, given
from opora.web.shell.form_page import form_page
from opora.web.shell.middleware import say
from opora.web.shell.taking_along import ONTO


def take_step(request: HttpRequest, route_id: int, action: str) -> HttpResponse:
    """One step: a day, a reason and the fields it asks for; refused with every reason, and nothing typed is lost."""
    actor = actor_of(request)
    found = queries.route_file(actor=actor, route_id=route_id)
    option = next((one for one in found.options if one.action == action), None)
    if option is None:
        # The step belongs to another stage: somebody was quicker, or one has come back to it after it was taken.
        if action not in found.definition.actions or not found.may_work:
            raise NotFound
        if request.method == "POST":
            raise Conflict(OVERTAKEN)
        say(request, OVERTAKEN, good=False)
        return HttpResponseRedirect(reverse("process:route", args=[route_id]))
    elsewhere = _elsewhere(found, option)
    if elsewhere and option.allowed:
        return HttpResponseRedirect(elsewhere)
    definition = found.definition
    form = StepForm(
        given(request),
        asked={name: definition.fields[name] for name in option.fields if name in definition.fields},
        needs_reason=option.needs_reason,
        initial={"revision": found.route.step_count},
    )

    def act(typed: dict[str, Any]) -> None:
        actions.take_step(
            actor=actor,
            route_id=route_id,
            action=action,
            revision=typed["revision"],
            reason=typed.get("reason", ""),
            fields=form.typed_fields(),
            on=typed["on"],
        )

    def renew() -> int:
        nonlocal found
        found = queries.route_file(actor=actor, route_id=route_id)
        return found.route.step_count

    return form_page(
        request,
        form,
        act,
        template="process/step.html",
        done=_("Done: “%(step)s”.") % {"step": option.title},
        back=reverse("process:route", args=[route_id]),
        # Into the form that this step was taken for.
        to=lambda _moved: f"{reverse('process:route', args=[route_id])}?{ONTO}",
        context=lambda: {**route_context(actor, found), "option": option},
        renew=renew,
    )


@require_POST
def finish_task(request: HttpRequest, route_id: int, task: str) -> HttpResponse:
    """Tick one line of the stage's checklist."""
    actor = actor_of(request)
    actions.finish_task(actor=actor, route_id=route_id, task=task, on=today())
    say(request, _("Done."))
    return HttpResponseRedirect(reverse("process:route", args=[route_id]))


@require_POST
def take_back(request: HttpRequest, route_id: int) -> HttpResponse:
    """The last step was marked by mistake: the family stands where it stood."""
    actor = actor_of(request)
    typed = request.POST.get("revision", "")
    revision = int(typed) if typed.isdecimal() else -1
    actions.take_back_step(actor=actor, route_id=route_id, revision=revision, on=today())
    say(request, _("The step is taken back."))
    return HttpResponseRedirect(reverse("process:route", args=[route_id]))


def override(request: HttpRequest, route_id: int) -> HttpResponse:
    """The head moves a family outside the process, with a reason that stays in its history."""
    actor = actor_of(request)
    found = queries.route_file(actor=actor, route_id=route_id)
    if found.has_ended or not can(actor, "process.override"):
        raise NotFound
    stages = [(key, said(stage.title)) for key, stage in found.definition.stages.items() if key != found.route.stage]
    form = OverrideForm(
        given(request),
        stages=stages,
        initial={"revision": found.route.step_count},
    )

    def renew() -> int:
        nonlocal found
        found = queries.route_file(actor=actor, route_id=route_id)
        return found.route.step_count

    return form_page(
        request,
        form,
        lambda typed: actions.override(actor=actor, route_id=route_id, **typed),
        template="process/override.html",
        done=lambda _moved: (
            _("The family now stands at “%(stage)s”, outside the process.")
            % {"stage": place_title(found.definition, form.cleaned_data["to"])}
        ),
        back=reverse("process:route", args=[route_id]),
        context=lambda: route_context(actor, found),
        renew=renew,
    )


def _elsewhere(found: queries.RouteFile, option: queries.OptionView) -> str:
    """Opening a case and closing one have pages of their own; they take the step there."""
    route = found.route
    if option.effect == "open_case" and route.case_id is None:
        family = f"&family={route.family_id or 'new'}"
        return reverse("cases:new") + f"?route={route.pk}&step={option.action}{family}"
    if option.is_exit and route.case_id is not None and route.case is not None and route.case.closed_on is None:
        return reverse("cases:close", args=[route.case_id]) + f"?step={option.action}"
    return ""
