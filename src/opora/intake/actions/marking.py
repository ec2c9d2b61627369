"""Making signals findable by what was told with them, without a readable word of it in the database."""

from collections.abc import Mapping

from django.db import transaction

from opora.families.keyring import blind_index
from opora.families.rules import INDEX_VERSION
from opora.families.sealing import opened
from opora.intake.models import Referral, SignalMark
from opora.intake.rules.signal_told import caller_told, person_told
from opora.intake.unmarked import unmarked

_BATCH = 1_000


def mark(told: Mapping[int, Mapping[str, str]]) -> None:
    """Mark signals by id with what was told; the one who turned to us is found too."""
    index = blind_index()
    marks = [
        # Sorted, so that the order of the words does not tell the order of the name.
        SignalMark(
            referral_id=pk,
            tokens=sorted(index.tokens(person_told(words)) | index.tokens(caller_told(words))),
            version=INDEX_VERSION,
        )
        for pk, words in told.items()
    ]
    SignalMark.objects.bulk_create(
        marks, update_conflicts=True, unique_fields=["referral"], update_fields=["tokens", "version"]
    )


def refresh_marks() -> int:
    """Mark signals that have no mark or one of an older version, and give how many; as for people's marks.

    Who wished to stay unknown is not made findable.
    """
    done = 0
    while taken := _refresh_batch():
        done += taken
    return done


@transaction.atomic
def _refresh_batch() -> int:
    ids = list(unmarked().order_by("pk").values_list("pk", flat=True)[:_BATCH])
    locked = Referral.objects.select_for_update(skip_locked=True).filter(pk__in=ids).only("told")
    told = {one.pk: opened(one, "told") for one in locked if one.told is not None}
    mark(told)
    return len(told)
