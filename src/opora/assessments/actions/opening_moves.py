"""No case opens later than its family was assessed."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from opora.assessments.models import Assessment
from opora.common.errors import Invalid


def refuse_later_opening(*, case_ids: Sequence[int], to: date, **_news: Any) -> None:
    """The opening day of cases is about to be corrected: not past a form that stands."""
    standing = Assessment.objects.filter(case_id__in=case_ids).exclude(status=Assessment.Status.REPLACED)
    first = standing.order_by("on").values_list("on", flat=True).first()
    if first is not None and to > first:
        raise Invalid(
            {"opened_on": _("The family was assessed earlier than this day: %(day)s.") % {"day": f"{first:%d.%m.%Y}"}}
        )
