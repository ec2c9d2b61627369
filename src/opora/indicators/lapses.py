"""Begun forms about targets and outside figures that can be sent no more."""

from typing import Any

from opora.common.lapses import VOIDED, VOIDED_SAID, Lapse, by_number, ended
from opora.indicators.models import OutsideFigure, Target


def _voided(numbers: Any) -> Any:
    return OutsideFigure.objects.filter(pk__in=numbers, voided_on__isnull=False)


def _dropped(numbers: Any) -> Any:
    return Target.objects.filter(pk__in=numbers, dropped_on__isnull=False)


LAPSES = (
    Lapse(("indicators:outside_void",), by_number("figure_id", ended(VOIDED, _voided)), VOIDED_SAID),
    Lapse(("indicators:drop_target",), by_number("target_id", ended(VOIDED, _dropped)), VOIDED_SAID),
)
