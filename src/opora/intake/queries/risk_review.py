"""When the risks of a family were looked at last (S4-34)."""

from dataclasses import dataclass

from opora.common.planning import ask_known
from opora.intake.models import RiskForm
from opora.intake.rules.reviews import RiskReview, next_review
from opora.process.models import Route

_LAST = """SELECT "on", level FROM intake_riskform WHERE route_id = %s ORDER BY "on" DESC, id DESC LIMIT 1"""


@dataclass(frozen=True, slots=True)
class RiskStanding:
    """The level of risk as it was seen last, with its words; empty while nobody has looked. When to look again."""

    level: str
    label: str
    review: RiskReview


def risk_standing(route: Route) -> RiskStanding:
    """The risk of a path as it was seen last; the path has been read for the person already."""
    found = ask_known(_LAST, [route.pk])
    on, level = found[0] if found else (None, "")
    review = next_review(
        on, began_on=route.started_on, months=route.program.review_months, has_ended=route.ended_on is not None
    )
    return RiskStanding(level, str(RiskForm.Level(level).label) if level else "", review)


def risk_review(route: Route) -> RiskReview:
    """The last form of risks of a path and when the next is due; the path has been read for the person already."""
    return risk_standing(route).review
