"""Begun forms about steps of a path that can be taken no more."""

from collections.abc import Collection, Sequence

from django.utils.translation import gettext_lazy as _

from opora.common.lapses import Lapse, Subject, by_number
from opora.pathways.queries import definition_of
from opora.process.models import Route

_STEP = {"step.taken": _("The family has gone on to another stage meanwhile, where this step is not taken.")}
_CASE = {"path.case": _("A case has been opened on this path meanwhile, so this form cannot be sent any more.")}
_FAMILY = {"path.family": _("The family of this path has been named meanwhile, so this form cannot be sent any more.")}


def _steps(subjects: Sequence[Subject]) -> list[str]:
    """A step belongs to a stage: once the family stands elsewhere, it is not taken."""
    routes = _routes({int(one["route_id"]) for one in subjects if one.get("route_id", "").isdecimal()})
    return [_of_step(routes.get(one.get("route_id", "")), one.get("action", "")) for one in subjects]


def _exits(subjects: Sequence[Subject]) -> list[str]:
    """The same for the step with which a case is closed, on the path that goes on with it."""
    numbers = {int(one["case_id"]) for one in subjects if one.get("step") and one["case_id"].isdecimal()}
    routes = {str(route.case_id): route for route in Route.objects.filter(case__in=numbers).select_related("version")}
    return [_of_step(routes.get(one["case_id"]), one["step"]) if one.get("step") else "" for one in subjects]


def _routes(numbers: Collection[int]) -> dict[str, Route]:
    return {str(route.pk): route for route in Route.objects.filter(pk__in=numbers).select_related("version")}


def _of_step(route: Route | None, action: str) -> str:
    if route is None or route.ended_on is not None:
        return ""
    return "" if action in definition_of(route.version).actions_at(route.stage) else "step.taken"


def _with_case(route_ids: Collection[int]) -> dict[int, str]:
    found = Route.objects.filter(pk__in=route_ids, case__isnull=False)
    return dict.fromkeys(found.values_list("pk", flat=True), "path.case")


def _with_family(route_ids: Collection[int]) -> dict[int, str]:
    found = Route.objects.filter(pk__in=route_ids, family__isnull=False)
    return dict.fromkeys(found.values_list("pk", flat=True), "path.family")


LAPSES = (
    Lapse(("process:step",), _steps, _STEP),
    Lapse(("cases:close",), _exits, _STEP),
    Lapse(("cases:new",), by_number("route", _with_case), _CASE),
    Lapse(("cases:path_family",), by_number("route_id", _with_family), _FAMILY),
)
