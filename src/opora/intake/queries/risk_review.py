"""When the risks of a family were looked at last (S4-34)."""

from opora.intake.models import RiskForm
from opora.intake.rules.reviews import RiskReview, next_review
from opora.process.models import Route


def risk_review(route: Route) -> RiskReview:
    """The last form of risks of a path and when the next is due; the path has been read for the person already."""
    last = RiskForm.objects.filter(route=route).order_by("-on").values_list("on", flat=True).first()
    return next_review(
        last, began_on=route.started_on, months=route.program.review_months, has_ended=route.ended_on is not None
    )
