"""A step on the path: everything the page offers goes through here, and nothing else moves a family."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from opora.access.rules import Actor
from opora.assessments.queries import has_exit
from opora.audit import actions as audit
from opora.cases import actions as cases
from opora.cases.models import Case
from opora.common.errors import Conflict, Invalid, Refused
from opora.common.news import gathered, tell
from opora.common.seen import check_seen
from opora.pathways.queries import definition_of
from opora.pathways.rules import Definition, carried, due_on
from opora.pathways.words import journal_words
from opora.process import policies
from opora.process.actions.bringing import bring_along
from opora.process.actions.locking import lock
from opora.process.models import Route, RouteStep
from opora.process.queries import options, present_papers
from opora.process.rules.orders import Ending, Opening


@transaction.atomic
def take_step(
    *,
    actor: Actor,
    route_id: int,
    action: str,
    revision: int | None = None,
    reason: str = "",
    fields: Mapping[str, str] | None = None,
    opening: Opening | Callable[[], Case] | None = None,
    ending: Ending | None = None,
    on: date,
) -> Route:
    """One step, by the same answer that drew the buttons: allowed, or refused with every reason (X-17).

    ``revision`` is the number of steps the person saw; when another step was taken meanwhile, nothing is done.
    A step may open the case (``opening``: whom it is about, or what opens it), and an exit closes it (``ending``):
    all in one transaction.
    """
    route = lock(actor=actor, route_id=route_id)
    check_seen(route.step_count, revision, policies.OVERTAKEN)
    policies.check_goes_on(route)
    definition = definition_of(route.version)
    papers = present_papers(route=route)
    option = next((one for one in options(actor=actor, route=route, papers=papers) if one.action == action), None)
    if option is None:
        raise Conflict(policies.OVERTAKEN)
    if not option.allowed:
        raise Refused(" ".join(option.reasons))
    _check_typed(option.needs_reason, option.fields, reason, fields or {})
    _check_day(route, on)
    # Told when the step is whole: who listens finds the case and its path together, and has nothing to mend.
    with gathered("cases.changed"):
        if option.effect == "open_case":
            _open_case(actor, route, opening, on)
        written = move(
            actor,
            route,
            definition,
            to=option.to,
            action=action,
            reason=reason.strip(),
            fields=dict(fields or {}),
            decisions=option.decisions,
            papers=papers,
            on=on,
        )
        if option.to in definition.exits and route.case_id is not None:
            _close_case(actor, route, definition, ending, on)
    audit.record(
        actor=actor,
        verb="process.stepped",
        case_id=route.case_id,
        family_id=route.family_id,
        route=route.pk,
        action=action,
        from_stage=written.from_stage,
        to_stage=written.to_stage,
        words=journal_words(definition, action=action, from_stage=written.from_stage, to_stage=written.to_stage),
    )
    return route


@transaction.atomic
def override(*, actor: Actor, route_id: int, to: str, reason: str, revision: int | None = None, on: date) -> Route:
    """The head moves a family to any stage, with a reason; marked as outside the process for ever (X-17).

    Exits stay with the steps, so that no case ends without its papers.
    """
    policies.check_can_override(actor)
    route = lock(actor=actor, route_id=route_id)
    check_seen(route.step_count, revision, policies.OVERTAKEN)
    policies.check_goes_on(route)
    definition = definition_of(route.version)
    if to not in definition.stages or to == route.stage:
        raise Invalid({"to": _("Choose another stage of the process.")})
    if not reason.strip():
        raise Invalid({"reason": _("Say why the process is left here.")})
    _check_day(route, on)
    step = move(actor, route, definition, to=to, reason=reason.strip(), is_override=True, on=on)
    audit.record(
        actor=actor,
        verb="process.overridden",
        case_id=route.case_id,
        family_id=route.family_id,
        route=route.pk,
        from_stage=step.from_stage,
        to_stage=to,
        words=journal_words(definition, from_stage=step.from_stage, to_stage=to),
    )
    return route


def move(
    actor: Actor,
    route: Route,
    definition: Definition,
    *,
    to: str,
    on: date,
    action: str = "",
    reason: str = "",
    fields: dict[str, str] | None = None,
    decisions: dict[str, Any] | None = None,
    papers: frozenset[str] | None = None,
    is_override: bool = False,
    since: date | None = None,
) -> RouteStep:
    """Write the step and stand where it leads, since that day; a step taken back leads to where one stood before."""
    step = RouteStep.objects.create(
        route=route,
        version=route.version,
        number=route.step_count + 1,
        waited=(on - route.entered_on).days,
        action=action,
        from_stage=route.stage,
        to_stage=to,
        on=on,
        by_id=actor.user_id,
        reason=reason,
        decisions=decisions or {},
        fields=fields or {},
        papers=sorted(present_papers(route=route) if papers is None else papers),
        is_override=is_override,
    )
    route.stage, route.entered_on = to, since or on
    route.due_on = due_on(definition, to, route.entered_on)
    route.step_count, route.facts = step.number, carried(definition, route.facts)
    route.ended_on = on if to in definition.exits else None
    route.save(
        update_fields=["stage", "entered_on", "due_on", "step_count", "ended_on", "facts", "case", "family", "worker"]
    )
    if route.ended_on is None:
        bring_along(route, definition)
    tell("routes.changed", route_ids=[route.pk])
    return step


def _check_day(route: Route, on: date) -> None:
    if on < route.entered_on:
        raise Invalid({"on": _("This day is earlier than the last step of the path. Check the date.")})


def _check_typed(needs_reason: bool, names: tuple[str, ...], reason: str, fields: Mapping[str, str]) -> None:
    missing: dict[str, object] = {name: _("Fill this in.") for name in names if not str(fields.get(name, "")).strip()}
    if needs_reason and not reason.strip():
        missing["reason"] = _("Say why.")
    if missing:
        raise Invalid(missing)


def _open_case(actor: Actor, route: Route, opening: Opening | Callable[[], Case] | None, on: date) -> None:
    if route.case_id is not None:
        return
    if opening is None:
        raise Invalid({"": _("Say which family and which children the case is about.")})
    case = _plainly(actor, route, opening, on) if isinstance(opening, Opening) else opening()
    if (case.program_id, case.department_id) != (route.program_id, route.department_id):
        raise Invalid({"program_id": _("The case belongs to another program or department than its path.")})
    route.case, route.family_id = case, case.family_id
    manager = case.team.filter(part="case_manager", to_on=None).values_list("user_id", flat=True).first()
    route.worker_id = manager or route.worker_id


def _plainly(actor: Actor, route: Route, opening: Opening, on: date) -> Case:
    return cases.open_case(
        actor=actor,
        program_id=route.program_id,
        department_id=route.department_id,
        family_id=opening.family_id,
        client_id=opening.client_id,
        child_ids=opening.child_ids,
        number=opening.number,
        case_manager_id=opening.case_manager_id,
        on=on,
    )


def _close_case(actor: Actor, route: Route, definition: Definition, ending: Ending | None, on: date) -> None:
    if route.case is None or route.case.closed_on is not None:
        return
    if ending is None:
        raise Invalid({"summary": _("Write a few words about how the work ended.")})
    is_measured = has_exit(route.case)
    if not is_measured and not ending.no_exit:
        raise Invalid({"no_exit": _("Say why there is no exit assessment: without it no result can be shown.")})
    total = route.facts.get("goals_total")
    cases.close_case(
        actor=actor,
        case_id=route.case.pk,
        reason=ending.reason or definition.exits[route.stage].case_reason,
        summary=ending.summary,
        placements=ending.placements,
        plan_after=ending.plan_after,
        no_exit="" if is_measured else ending.no_exit,
        goals=(route.facts.get("goals_achieved", 0), total) if total else None,
        on=on,
    )
