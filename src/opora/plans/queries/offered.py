"""What the last assessment found weak is offered as goals (S0-09, S4-13)."""

from dataclasses import dataclass

from opora.access.rules import Actor
from opora.assessments.models import Assessment
from opora.assessments.queries import for_case
from opora.common.language import spoken
from opora.instruments.models import InstrumentVersion
from opora.instruments.queries import definition_of
from opora.plans.models import Goal
from opora.process.queries import get_route


@dataclass(frozen=True, slots=True)
class OfferedGoal:
    """A weak item of the form; `is_taken` when a goal that goes on was made of it already."""

    item: str
    section: int
    section_title: str
    text: str
    rating: int
    is_critical: bool
    is_taken: bool


def offered_goals(*, actor: Actor, route_id: int) -> list[OfferedGoal]:
    """The weak items of the latest approved assessment of the path's case, the worst first; none without one."""
    route = get_route(actor=actor, route_id=route_id)
    if route.case_id is None:
        return []
    assessment = _latest(actor, route.case_id)
    if assessment is None or assessment.version_id is None:
        return []
    version = InstrumentVersion.objects.defer("definition").get(pk=assessment.version_id)
    definition = definition_of(version)
    language = spoken()
    active = Goal.objects.filter(plan__route=route, state=Goal.State.ACTIVE).exclude(item="")
    taken = set(active.values_list("item", flat=True))
    ratings = dict(enumerate(assessment.ratings or []))
    found = [
        OfferedGoal(
            item=item.code,
            section=definition.section_of[item.code] + 1,
            section_title=definition.sections[definition.section_of[item.code]].title.say(language),
            text=item.text.say(language),
            rating=rating,
            is_critical=rating >= definition.scale.critical_from,
            is_taken=item.code in taken,
        )
        for item in definition.items
        if (rating := ratings.get(item.position)) is not None and rating >= definition.scale.weak_from
    ]
    return sorted(found, key=lambda one: -one.rating)


def _latest(actor: Actor, case_id: int) -> Assessment | None:
    known = [one for one in for_case(actor=actor, case_id=case_id) if one.is_approved and one.ratings is not None]
    return known[-1] if known else None
