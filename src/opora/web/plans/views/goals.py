"""Goals: taken from the weak sides of the assessment or set freely, changed, decided, opened again."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from opora.common.dates import today
from opora.evidence.queries.item_help import help_seen
from opora.evidence.words.depth import help_said
from opora.plans import actions, queries
from opora.web.plans.forms.goals import DecideForm, GoalForm
from opora.web.plans.views.recording import plan_url, record, writable
from opora.web.shell.asking import actor_of, given
from opora.web.shell.intentions import once
from opora.web.shell.middleware import say


def offer(request: HttpRequest, route_id: int) -> HttpResponse:
    """The weak sides of the assessment: each becomes a goal with one click."""
    actor = actor_of(request)
    offered = queries.offered_goals(actor=actor, route_id=route_id)
    if request.method != "POST":
        found = writable(request, route_id)
        is_part = request.headers.get("HX-Request") == "true"
        left = [one for one in offered if not one.is_taken]
        seen = help_seen(actor=actor, program_id=found.route.program_id, items=[one.item for one in left])
        shown = {
            "route": found.route,
            "plan": found.plan,
            "offered": [(one, [help_said(told) for told in seen.get(one.item, ())]) for one in left],
            "counted_on": next((rows[0].counted_on for rows in seen.values()), None),
            "has_taken": any(one.is_taken for one in offered),
            "is_open": not is_part or request.GET.get("open") == "1",
        }
        return render(request, "plans/_offered.html" if is_part else "plans/offered.html", shown)
    asked = request.POST.get("item", "")
    one = next((goal for goal in offered if goal.item == asked), None)
    if one is None:
        say(request, _("This weak side is not offered any more: the assessment has changed."), good=False)
    elif not one.is_taken:
        chosen = one
        return once(
            request,
            lambda: actions.add_goal(
                actor=actor,
                route_id=route_id,
                title=chosen.text,
                section=chosen.section,
                item=chosen.item,
                on=today(),
            ),
            done=_("Added to the plan. Now say it in the family’s words and give it its tasks."),
            to=plan_url(route_id, "goals"),
        )
    return HttpResponseRedirect(plan_url(route_id, "goals"))


def add(request: HttpRequest, route_id: int) -> HttpResponse:
    """A goal of one's own."""
    actor = actor_of(request)
    found = writable(request, route_id)
    if found.plan is None:
        return HttpResponseRedirect(plan_url(route_id))
    form = GoalForm(
        given(request),
        sections=queries.section_choices(found.route),
        outcomes=queries.outcome_choices(found.route),
        is_new=True,
        initial={"section": request.GET.get("section", "")},
    )
    return record(
        request,
        form,
        lambda _typed: actions.add_goal(actor=actor, route_id=route_id, **form.typed(), on=today()),
        route=found.route,
        template="plans/goal_new.html",
        levels="level_0",
        done=_("The goal stands in the plan."),
        part="goals",
    )


def change(request: HttpRequest, goal_id: int) -> HttpResponse:
    """The goal in better words, another place, its levels."""
    actor = actor_of(request)
    goal = queries.goal_view(actor=actor, goal_id=goal_id, on=today())
    found = writable(request, goal.route_id)
    levels = {f"level_{place}": text for place, text in enumerate(goal.levels)}
    now = {
        "title": goal.title,
        "section": goal.section or "",
        "outcome": goal.outcome,
        "level_start": goal.level_start,
        "level_now": goal.level_now,
        "revision": goal.revision,
        **levels,
    }
    form = GoalForm(
        given(request),
        sections=queries.section_choices(found.route),
        outcomes=queries.outcome_choices(found.route),
        is_new=False,
        initial=now,
    )
    return record(
        request,
        form,
        lambda _typed: actions.change_goal(actor=actor, goal_id=goal_id, **form.typed(), on=today()),
        route=found.route,
        template="plans/goal.html",
        levels="level_0",
        done=_("The goal is changed."),
        part=f"goal-{goal_id}",
        context={"goal": goal},
        renew=lambda: goal.revision,
    )


def decide(request: HttpRequest, goal_id: int) -> HttpResponse:
    """Achieved, not achieved, or cancelled by agreement."""
    actor = actor_of(request)
    goal = queries.goal_view(actor=actor, goal_id=goal_id, on=today())
    found = writable(request, goal.route_id)
    form = DecideForm(
        given(request),
        states=queries.decision_choices(),
        has_levels=bool(goal.levels),
        initial={"revision": goal.revision, "level_now": goal.level_now},
    )

    def act(typed: dict[str, Any]) -> None:
        actions.decide_goal(actor=actor, goal_id=goal_id, **typed)

    return record(
        request,
        form,
        act,
        route=found.route,
        template="plans/decide.html",
        done=_("It is written down how the goal ended."),
        part=f"goal-{goal_id}",
        context={"goal": goal},
        renew=lambda: goal.revision,
    )


@require_POST
def reopen(request: HttpRequest, goal_id: int) -> HttpResponse:
    """Work on a goal goes on."""
    actor = actor_of(request)
    goal = queries.goal_view(actor=actor, goal_id=goal_id, on=today())
    seen = request.POST.get("revision", "")
    revision = int(seen) if seen.isdecimal() else None
    return once(
        request,
        lambda: actions.reopen_goal(actor=actor, goal_id=goal_id, revision=revision, on=today()),
        done=_("The goal is being worked on again."),
        to=plan_url(goal.route_id, f"goal-{goal_id}"),
    )
