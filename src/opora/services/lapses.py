"""Begun forms about planned services that were stopped meanwhile."""

from collections.abc import Collection

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from opora.common.lapses import Lapse, by_number, ended
from opora.services.models import PlannedService

_SAID = {"planned.ended": _("This planned service was stopped meanwhile, so this form cannot be sent any more.")}


def _stopped(numbers: Collection[int]) -> object:
    return PlannedService.every.filter(Q(ended_on__isnull=False) | Q(voided_on__isnull=False), pk__in=numbers)


LAPSES = (
    Lapse(("services:change", "services:void_plan"), by_number("planned_id", ended("planned.ended", _stopped)), _SAID),
)
