"""The plan of a family: its page and its panel, its beginning, the family's own words, the copy for the family."""

import re
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _

from opora.access.rules import Role
from opora.common.dates import today
from opora.plans import actions, queries
from opora.process.queries import place_on
from opora.programs.role_words import role_word
from opora.services.queries import agreed_services
from opora.web.plans.forms.agreement import WordsForm
from opora.web.plans.views.recording import plan_url, record, writable, writable_page
from opora.web.shell.asking import actor_of, given
from opora.web.shell.family_place import address_in

# “И3 (mother)”: the role stands in brackets after the code.
_ROLE = re.compile(r"\(([^()]+)\)$")


def show(request: HttpRequest, route_id: int) -> HttpResponse:
    """The whole plan."""
    actor = actor_of(request)
    page = actions.read_plan(actor=actor, route_id=route_id, on=today(), by_name=True)
    place = place_on(page.route)
    shown = {
        "page": page,
        "route": page.route,
        "plan": page.plan,
        "services": agreed_services(actor=actor, place=place, on=today()),
        "services_url": address_in("services", "", place),
        "plan_service_url": address_in("services", "plan", place),
    }
    return render(request, "plans/plan.html", shown)


def begin(request: HttpRequest, route_id: int) -> HttpResponse:
    """A plan is begun: how the work goes, and what the family says itself."""
    actor = actor_of(request)
    found = writable(request, route_id)
    if found.plan is not None:
        return HttpResponseRedirect(plan_url(route_id))
    form = WordsForm(given(request), tracks=queries.track_choices(), initial={"track": "contract"})

    def act(typed: dict[str, Any]) -> None:
        plan = actions.begin_plan(actor=actor, route_id=route_id, track=typed["track"], on=today())
        if typed["own_words"]:
            actions.write_words(
                actor=actor, route_id=route_id, own_words=typed["own_words"], revision=plan.edits, on=today()
            )

    return record(
        request,
        form,
        act,
        route=found.route,
        template="plans/begin.html",
        done=_("The plan is begun. Now set the goals together with the family."),
    )


def write_words(request: HttpRequest, route_id: int) -> HttpResponse:
    """The family's own words, and the track."""
    actor = actor_of(request)
    page = writable_page(request, route_id)
    plan = page.plan
    if plan is None:
        return HttpResponseRedirect(plan_url(route_id))
    now = {"own_words": page.own_words, "track": plan.track, "revision": plan.edits}
    form = WordsForm(given(request), tracks=queries.track_choices(), initial=now)
    return record(
        request,
        form,
        lambda typed: actions.write_words(actor=actor, route_id=route_id, **typed, on=today()),
        route=page.route,
        template="plans/words.html",
        done=_("The family’s words are written down."),
        part="words",
        context={"saved": page.own_words},
        renew=lambda: plan.edits,
    )


def show_copy(request: HttpRequest, route_id: int) -> HttpResponse:
    """The plan for the family, in plain words, on paper, with a place for signatures (X-07)."""
    actor = actor_of(request)
    page = actions.read_plan(actor=actor, route_id=route_id, on=today())
    if page.plan is None:
        return HttpResponseRedirect(plan_url(route_id))
    people = [label for _number, label in page.people]
    shown = {
        "page": page,
        "plan": page.plan,
        "route": page.route,
        "leader": role_word(page.route.program, Role.CASE_MANAGER),
        "today": today(),
        "services": agreed_services(actor=actor, place=place_on(page.route), on=today()),
        "goals": [
            (goal, [(task, _plainly(task, people)) for task in goal.tasks if task.state != "cancelled"])
            for goal in page.goals
            if goal.state != "cancelled"
        ],
        "others": [
            (task, _plainly(task, people))
            for task in (*page.loose_tasks, *page.harm_tasks)
            if task.state != "cancelled"
        ],
    }
    return render(request, "plans/copy.html", shown)


def _plainly(task: queries.TaskView, people: list[str]) -> str:
    """Who answers, as the family would say it: “mother” where there is one mother; a code tells children apart."""
    role = _ROLE.search(task.who)
    if task.who_kind != "member" or role is None:
        return task.who
    return role[1] if sum(label.endswith(role[0]) for label in people) == 1 else task.who
