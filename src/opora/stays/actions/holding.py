"""Holding beds for a change: in one order, so that of two people at once the second sees the first's work."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from opora.common.errors import Conflict
from opora.stays.models import Bed

TAKEN_MEANWHILE = _("Somebody was given this bed a moment ago. Look at the free beds again.")


def hold_beds(bed_ids: Collection[int]) -> list[Bed]:
    """Lock beds until the transaction ends."""
    held = Bed.objects.select_for_update(of=("self",)).select_related("room__shelter")
    return list(held.filter(pk__in=bed_ids).order_by("pk"))


@contextmanager
def kept_by_the_database(sentence: object = TAKEN_MEANWHILE) -> Iterator[None]:
    """Turn the database's own refusal of a second use of a bed into a sentence."""
    try:
        with transaction.atomic():
            yield
    except IntegrityError as error:
        if "stays_bed" not in str(error):
            raise
        raise Conflict(sentence) from None
