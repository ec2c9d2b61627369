"""Whether services have changed: by it one knows that what was computed from them still holds."""

from django.db.models import Max

from opora.process.models import Amendment
from opora.services.models import Provision


def mark_of_services() -> tuple[int | None, ...]:
    """Another one as soon as a service is given, corrected or taken back."""
    return tuple(kind.objects.aggregate(last=Max("pk"))["last"] for kind in (Provision, Amendment))
