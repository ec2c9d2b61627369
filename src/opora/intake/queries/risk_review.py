"""When the risks of a family were looked at last (S4-34)."""

from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from opora.common.asked_often import written_once
from opora.common.asked_together import Asking
from opora.common.told_along import record_of, told_by
from opora.intake.models import RiskForm
from opora.intake.rules.reviews import RiskReview, next_review
from opora.process.models import Route


@dataclass(frozen=True, slots=True)
class RiskStanding:
    """The level of risk as it was seen last, with its words; empty while nobody has looked. When to look again."""

    level: str
    label: str
    review: RiskReview


def ask_risk(route: Route) -> Asking[RiskStanding]:
    """Asks for the risk of a path as it was seen last; the path has been read for the person already."""
    return Asking(_last(route_id=route.pk), lambda told: _standing(route, told))


@written_once
def _last(*, route_id: int) -> QuerySet[RiskForm, dict[str, Any]]:
    return told_by(RiskForm.objects.filter(route=route_id).order_by("-on", "-pk"), "on", "level")[:1]


def _standing(route: Route, told: list[dict[str, Any]]) -> RiskStanding:
    last = record_of(RiskForm, told[0]) if told else None
    review = next_review(
        last.on if last is not None else None,
        began_on=route.started_on,
        months=route.program.review_months,
        has_ended=route.ended_on is not None,
    )
    return RiskStanding(last.level, str(last.get_level_display()), review) if last else RiskStanding("", "", review)


def risk_review(route: Route) -> RiskReview:
    """The last form of risks of a path and when the next is due; the path has been read for the person already."""
    return ask_risk(route).answer().review
