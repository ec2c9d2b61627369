"""The walk through the six steps to the registration; no outcome stands on any of these pages."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from opora.common.dates import today
from opora.studies import actions, policies, queries, words
from opora.studies.rules.hypothesis import OF_STEP, STEPS, missing, step_of
from opora.web.shell.asking import actor_of, given
from opora.web.shell.form_page import form_page
from opora.web.studies.forms import StepForm, SureForm, slots_of, start_of


def begin(request: HttpRequest) -> HttpResponse:
    """What the walk is, and the button that begins it."""
    actor = actor_of(request)
    policies.check_may_register(actor)
    return form_page(
        request,
        SureForm(given(request)),
        lambda _typed: actions.begin(actor=actor, on=today()),
        template="studies/begin.html",
        done=_("Begun. Everything you say is kept; come back whenever you like."),
        back=reverse("studies:list"),
        to=lambda made: reverse("studies:step", args=[made.pk, STEPS[0]]),
        context={"steps": [str(words.STEPS[step]) for step in STEPS]},
    )


def show_step(request: HttpRequest, analysis_id: int, step: str) -> HttpResponse:
    """One step; saved, it leads to the next one."""
    actor = actor_of(request)
    draft = queries.draft_in_sight(actor=actor, draft_id=analysis_id)
    if step not in STEPS:
        raise Http404
    place = STEPS.index(step)
    onward = (
        reverse("studies:step", args=[analysis_id, STEPS[place + 1]])
        if place + 1 < len(STEPS)
        else reverse("studies:register", args=[analysis_id])
    )
    initial = {**start_of(draft.values, step), "revision": draft.revision}

    def keep(typed: dict[str, Any]) -> Any:
        revision = typed.pop("revision")
        return actions.keep_step(actor=actor, draft_id=analysis_id, step=step, values=typed, revision=revision)

    return form_page(
        request,
        StepForm(given(request), step=step, actor=actor, values=draft.values, initial=initial),
        keep,
        template="studies/step.html",
        done=_("Kept."),
        back=onward,
        context={
            "draft": draft,
            "number": place + 1,
            "title": words.STEPS[step],
            "steps": _steps(draft, step),
            "before": reverse("studies:step", args=[analysis_id, STEPS[place - 1]]) if place else "",
            "is_last": place + 1 == len(STEPS),
        },
        renew=lambda: queries.draft_in_sight(actor=actor, draft_id=analysis_id).revision,
    )


def register(request: HttpRequest, analysis_id: int) -> HttpResponse:
    """All that was said, on one page; registered, it is never changed."""
    actor = actor_of(request)
    draft = queries.draft_in_sight(actor=actor, draft_id=analysis_id)
    lacking = missing(draft.values)
    return form_page(
        request,
        SureForm(given(request)),
        lambda _typed: actions.register(actor=actor, draft_id=analysis_id, on=today()),
        template="studies/register.html",
        done=lambda made: (
            _("Registered under No. %(number)s. Now the data may be looked at.") % {"number": made.number}
        ),
        back=reverse("studies:list"),
        to=lambda made: reverse("studies:study", args=[made.pk]),
        context={
            "draft": draft,
            "slots": slots_of(draft.values),
            "parts": [words.PARTS[part] for part in draft.values.get("parts") or ()],
            "lacking": [
                (words.is_missing(name), reverse("studies:step", args=[analysis_id, step_of(name)])) for name in lacking
            ],
            "steps": _steps(draft, ""),
        },
    )


def drop(request: HttpRequest, analysis_id: int) -> HttpResponse:
    """Give a draft up."""
    actor = actor_of(request)
    draft = queries.draft_in_sight(actor=actor, draft_id=analysis_id)
    return form_page(
        request,
        SureForm(given(request)),
        lambda _typed: actions.drop(actor=actor, draft_id=analysis_id),
        template="studies/form.html",
        done=_("The draft is deleted."),
        back=reverse("studies:list"),
        context={
            "heading": _("Delete this draft?"),
            "lead": draft.values.get("question") or "",
            "button": _("Delete this draft"),
            "is_alarm": True,
        },
    )


def _steps(draft: Any, current: str) -> list[dict[str, Any]]:
    lacking = {step_of(name) for name in missing(draft.values)}
    return [
        {
            "title": words.STEPS[step],
            "url": reverse("studies:step", args=[draft.pk, step]),
            "is_current": step == current,
            "is_done": step not in lacking and any(name in draft.values for name in OF_STEP[step]),
        }
        for step in STEPS
    ]
