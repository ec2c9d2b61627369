"""A case opened or closed as a step of the family's path: the same pages, and the step is taken with them."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor
from opora.cases import queries as cases
from opora.cases.rules.coming_of_age import ComingOfAge
from opora.common.errors import NotFound
from opora.common.language import said
from opora.pathways.queries import definition_of
from opora.process import actions as process
from opora.process import queries as paths
from opora.process.rules.orders import Ending
from opora.web.shell.asking import actor_of

if TYPE_CHECKING:
    from opora.cases.models import Case
    from opora.process.models import Route

STEP_FIELD = "step_"


def asked_path(request: HttpRequest) -> "Route | None":
    """The path whose step opens the case, as the address names it; absent for who may not see it."""
    named = request.GET.get("route", "")
    actor = actor_of(request)
    return paths.get_route(actor=actor, route_id=int(named)) if named.isdecimal() else None


def open_on_path(request: HttpRequest, open_it: Callable[[], "Case"], on: date) -> "Case":
    """Open the case, by the step of its path where there is one; gives the case."""
    route = asked_path(request)
    if route is None:
        return open_it()
    actor = actor_of(request)
    moved = process.take_step(
        actor=actor, route_id=route.pk, action=request.GET.get("step", ""), opening=open_it, on=on
    )
    if moved.case is None:
        raise LookupError("a step that opens a case gives one")
    return moved.case


def path_to_close(actor: Actor, case_id: int) -> "Route | None":
    """The path that goes on with this case: the case is closed by one of its exits, never beside it."""
    route = paths.route_of_case(actor=actor, case_id=case_id)
    return route if route is not None and route.ended_on is None else None


def ask_of_step(form: forms.Form, route: "Route", step: str) -> None:
    """Ask beside the closing what the step itself asks, and offer the reason its exit stands for."""
    definition = definition_of(route.version)
    action = definition.actions.get(step)
    if action is None:
        raise NotFound
    if (found := definition.exits.get(action.to)) is not None and found.case_reason:
        form.initial["reason"] = found.case_reason
    for name in action.fields:
        one = definition.fields[name]
        choices = [("", _("Choose")), *((key, said(text)) for key, text in one.choices.items())]
        title = said(one.title)
        form.fields[f"{STEP_FIELD}{name}"] = (
            forms.ChoiceField(label=title, choices=choices)
            if one.kind == "choice"
            else forms.CharField(label=title, max_length=200)
        )


def close_by_step(
    actor: Actor, route: "Route", step: str, *, typed: dict[str, Any], placements: dict[int, str]
) -> None:
    """Close the case by a step of its path."""
    summary = typed["summary"]
    process.take_step(
        actor=actor,
        route_id=route.pk,
        action=step,
        reason=summary[:200],
        fields={name.removeprefix(STEP_FIELD): str(typed[name]) for name in typed if name.startswith(STEP_FIELD)},
        ending=Ending(
            reason=typed["reason"],
            summary=summary,
            placements=placements,
            plan_after=typed["plan_after"],
            no_exit=typed.get("no_exit", ""),
        ),
        on=typed["on"],
    )


def goals_of(route: "Route | None") -> tuple[int, int] | None:
    """How many goals of the plan are achieved, and how many there are; nothing without a plan."""
    if route is None:
        return None
    total = route.facts.get("goals_total")
    return (int(route.facts.get("goals_achieved", 0)), int(total)) if total else None


def coming_of_age(actor: Actor, case: "Case", route: "Route | None") -> ComingOfAge | None:
    """Of a social palliative case: when its youngest child is of age, for those who read names here (S4-39)."""
    if route is None or not route.is_palliative:
        return None
    is_within = cases.visible_to(actor, "identity.read").filter(pk=case.pk).exists()
    return cases.coming_of_age([case.pk])[case.pk] if is_within else ComingOfAge(None)
