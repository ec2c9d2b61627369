"""Begun words of return that can be sent no more."""

from collections.abc import Collection

from django.utils.translation import gettext_lazy as _

from opora.assessments.models import Assessment
from opora.common.lapses import Lapse, by_number

_SAID = {
    "assessment.corrected": _("The assessment was corrected meanwhile: look at the newest one."),
    "assessment.returned": _("The assessment has been returned for rework meanwhile."),
}
_ENDED = {
    Assessment.Status.REPLACED.value: "assessment.corrected",
    Assessment.Status.RETURNED.value: "assessment.returned",
}


def _ended(assessment_ids: Collection[int]) -> dict[int, str]:
    found = Assessment.objects.filter(pk__in=assessment_ids, status__in=_ENDED)
    return {pk: _ENDED[status] for pk, status in found.values_list("pk", "status")}


LAPSES = (Lapse(("assessments:return",), by_number("assessment_id", _ended), _SAID),)
