"""Open paths are carried to another version of their process: by an explicit map, batch by batch, nothing lost."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.db.models import F, OuterRef, Subquery
from django.utils.translation import gettext as _

from opora.access.rules import Actor
from opora.audit import actions as audit
from opora.common.errors import Invalid
from opora.common.news import tell
from opora.pathways.models import RouteVersion
from opora.pathways.policies import check_can_publish
from opora.pathways.queries import definition_of, version_numbered
from opora.pathways.rules import Definition, Standing, Trial, due_on, goal_of, problems_of, try_out
from opora.pathways.rules.moving import STOPS
from opora.pathways.words import journal_words
from opora.process.models import Paper, Route, RouteStep
from opora.process.queries import standing_of

BATCH = 500


@dataclass(frozen=True, slots=True)
class Carried:
    """What was found, how many paths were carried, and how many were left because they moved on meanwhile."""

    trial: Trial
    moved: int = 0
    left: int = 0


def migrate_routes(
    *,
    actor: Actor,
    code: str,
    from_number: int,
    to_number: int,
    mapping: Mapping[str, str],
    dry_run: bool,
    on: date,
    tell_how_far: Callable[[int], None] | None = None,
) -> Carried:
    """Carry every open path of a version to another one; each batch wholly or not at all (X-17).

    ``mapping`` says where the stages go on that the new version does not have, or where families are to go on
    elsewhere. With ``dry_run`` nothing changes. Raises Invalid, by stage, when a path would have no place.
    """
    check_can_publish(actor)
    old, new = version_numbered(code, from_number), version_numbered(code, to_number)
    if old.pk == new.pk:
        raise Invalid({"": _("Choose two different versions of the process.")})
    trial = try_out(definition_of(old), definition_of(new), standing_of(old), mapping)
    if dry_run or not trial.paths:
        return Carried(trial)
    if not trial.may_go:
        raise Invalid({"": _("Some families would have no place in the new version. Nothing was changed.")})
    ids = Route.objects.filter(version=old, ended_on=None).order_by("pk").values_list("pk", flat=True)
    moved = 0
    for some in _batches(list(ids)):
        moved += _carry(actor, old, new, some, mapping, on)
        if tell_how_far is not None:
            tell_how_far(moved)
    return Carried(trial, moved, trial.paths - moved)


def _batches(ids: list[int]) -> list[list[int]]:
    return [ids[first : first + BATCH] for first in range(0, len(ids), BATCH)]


@transaction.atomic
def _carry(
    actor: Actor, old: RouteVersion, new: RouteVersion, ids: list[int], mapping: Mapping[str, str], on: date
) -> int:
    """One batch: whoever takes a step meanwhile comes before or after it, never between."""
    before, after = definition_of(old), definition_of(new)
    held = Route.objects.select_for_update(of=("self",)).filter(pk__in=ids, version=old, ended_on=None)
    routes = [route for route in held.order_by("pk") if not _is_stopped(before, after, route, mapping)]
    if not routes:
        return 0
    _keep_papers([route.pk for route in routes])
    goals = [goal_of(after, route.stage, mapping) or route.stage for route in routes]
    steps = [_step(actor, route, old, new, goal, on) for route, goal in zip(routes, goals, strict=True)]
    RouteStep.objects.bulk_create(steps)
    for route, step in zip(routes, steps, strict=True):
        route.version, route.stage, route.step_count = new, step.to_stage, step.number
        route.due_on = due_on(after, route.stage, route.entered_on)
    Route.objects.bulk_update(routes, ["version", "stage", "step_count", "due_on"])
    entries = [
        {
            "case_id": route.case_id,
            "family_id": route.family_id,
            "route": route.pk,
            "number": new.number,
            "from_stage": step.from_stage,
            "to_stage": step.to_stage,
            "words": {
                **journal_words(before, from_stage=step.from_stage),
                **journal_words(after, to_stage=step.to_stage),
            },
        }
        for route, step in zip(routes, steps, strict=True)
    ]
    audit.record_many(actor=actor, verb="process.carried", entries=entries)
    tell("routes.changed", route_ids=[route.pk for route in routes])
    return len(routes)


def _is_stopped(old: Definition, new: Definition, route: Route, mapping: Mapping[str, str]) -> bool:
    one = Standing(route.stage, facts=route.facts, has_case=route.case_id is not None)
    return bool(set(problems_of(old, new, one, mapping)) & set(STOPS))


def _keep_papers(route_ids: list[int]) -> None:
    """The stage goes on, and so do the papers filed at it: they count at the stage as it is called now."""
    present = Route.objects.filter(pk=OuterRef("route_id")).values("step_count")
    papers = Paper.objects.filter(route_id__in=route_ids, step_count=Subquery(present))
    papers.update(step_count=F("step_count") + 1)


def _step(actor: Actor, route: Route, old: RouteVersion, new: RouteVersion, to: str, on: date) -> RouteStep:
    return RouteStep(
        route=route,
        version=new,
        number=route.step_count + 1,
        from_stage=route.stage,
        to_stage=to,
        on=max(on, route.entered_on),
        by_id=actor.user_id,
        fields={"from_version": str(old.number)},
    )
