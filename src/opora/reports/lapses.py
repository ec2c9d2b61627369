"""Begun blocks that can be sent no more."""

from collections.abc import Collection

from django.utils.translation import gettext_lazy as _

from opora.common.lapses import Lapse, by_number
from opora.reports.models import ReportBlock

TAKEN_OUT = "reports.taken_out"


def _gone(numbers: Collection[int]) -> dict[int, str]:
    kept = set(ReportBlock.objects.filter(pk__in=numbers).values_list("pk", flat=True))
    return {number: TAKEN_OUT for number in numbers if number not in kept}


LAPSES = (
    Lapse(
        ("reports:block", "reports:drop"),
        by_number("block_id", _gone),
        {TAKEN_OUT: _("The block was taken out of the report meanwhile, so its words cannot be saved any more.")},
    ),
)
