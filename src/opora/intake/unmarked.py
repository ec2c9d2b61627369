"""Which signals cannot be found yet. Asked at every start, so it raises nothing of the room."""

from typing import TYPE_CHECKING

from django.db.models import Q

from opora.families.rules import INDEX_VERSION
from opora.intake.models import Referral

if TYPE_CHECKING:
    from django.db.models import QuerySet


def unmarked() -> "QuerySet[Referral]":
    """Signals without a mark or with one of an older version; who wished to stay unknown is not made findable."""
    return (
        Referral.objects.filter(Q(mark=None) | Q(mark__version__lt=INDEX_VERSION))
        .exclude(told=None)
        .exclude(is_anonymous=True)
    )
