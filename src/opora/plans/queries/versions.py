"""The versions of a plan: each as it was agreed on, and what became different (S0-10, S4-13)."""

from dataclasses import dataclass
from datetime import date

from opora.access.rules import Actor
from opora.families.queries import codes
from opora.families.sealing import opened
from opora.plans import policies
from opora.plans.models import PlanRevision
from opora.plans.rules import Change, Content, content_from, differences
from opora.plans.words import activity_title
from opora.process.models import Route
from opora.process.queries import get_route


@dataclass(frozen=True, slots=True)
class VersionLine:
    """A version in the list of versions."""

    number: int
    kind: str
    kind_label: str
    on: date
    by: str
    activity: int | None
    activity_label: str


@dataclass(frozen=True, slots=True)
class VersionView:
    """A version as it was agreed on, who of the family was there, and what it says otherwise than the one before."""

    route: Route
    line: VersionLine
    reason: str
    content: Content
    attended: list[str]
    changes: tuple[Change, ...]


def plan_versions(*, actor: Actor, route_id: int) -> list[VersionLine]:
    """The versions of the plan of a path, the newest first."""
    route = get_route(actor=actor, route_id=route_id)
    found = PlanRevision.objects.filter(plan__route=route).select_related("by").defer("content", "reason")
    return [_line(one) for one in found.order_by("-number")]


def version_view(*, actor: Actor, route_id: int, number: int) -> VersionView:
    """One version of the plan; NotFound when there is none of this number."""
    route = get_route(actor=actor, route_id=route_id)
    near = PlanRevision.objects.filter(plan__route=route, number__in=[number - 1, number]).select_related("by")
    kept = {one.number: one for one in near}
    if number not in kept:
        raise policies.unseen()
    revision, former = kept[number], kept.get(number - 1)
    content = _content(revision)
    known = codes(revision.attended) if revision.attended else {}
    return VersionView(
        route=route,
        line=_line(revision),
        reason=opened(revision, "reason"),
        content=content,
        attended=[known[person] for person in revision.attended if person in known],
        changes=differences(_content(former), content) if former else (),
    )


def _content(revision: PlanRevision) -> Content:
    return content_from(opened(revision, "content"))


def _line(revision: PlanRevision) -> VersionLine:
    return VersionLine(
        revision.number,
        revision.kind,
        str(revision.get_kind_display()),
        revision.on,
        revision.by.name if revision.by is not None else "",
        revision.activity,
        activity_title(revision.activity),
    )
