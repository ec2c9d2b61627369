"""Closings that were undone: the case was opened again since."""

from datetime import date
from typing import Any

from django.db.models import QuerySet

from opora.cases.models import Closing


def closings_undone(*, closed_from: date | None, closed_to: date | None) -> "QuerySet[Closing, Any]":
    """The ids of cases that stood closed on a day of the period and were opened again; who may know asks further."""
    found = Closing.objects.filter(reopened_on__isnull=False)
    if closed_from:
        found = found.filter(on__gte=closed_from)
    if closed_to:
        found = found.filter(on__lte=closed_to)
    return found.values("case_id")
