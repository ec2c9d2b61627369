"""A target, an outside figure and an own indicator, for the pages that speak of one."""

from datetime import date
from decimal import Decimal

from opora.access.rules import SYSTEM
from opora.indicators import actions


def indicators_of(*, on: date) -> dict[str, int]:
    """What fills the addresses of indicators."""
    target = actions.set_target(
        actor=SYSTEM, indicator="IND-20", program_id=None, way="at_least", value=Decimal("0.8"), from_on=on
    )
    figure = actions.keep_outside_figure(
        actor=SYSTEM, indicator="IND-41", on=on, value=Decimal(12), unit="детей", source="Росстат", today=on
    )
    actions.publish_indicator(actor=SYSTEM, code="own-one", title="Свой показатель", measure="IND-01", filters={})
    actions.begin_draft(actor=SYSTEM, code="own-one")
    return {"target_id": target.pk, "figure_id": figure.pk}
