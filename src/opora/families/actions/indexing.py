"""Making the blind words of everybody anew after an upgrade has changed the rule by which they are made."""

from django.db import transaction

from opora.families.actions._sealing import mark
from opora.families.models import Person, SearchIndex
from opora.families.queries import unlocked
from opora.families.rules import INDEX_VERSION

_BATCH = 1_000


def refresh_index() -> int:
    """Make the search marks of an older version anew and give how many there were.

    May run at any time and in several processes at once; each takes marks nobody else holds. What does not open
    (altered, or without its key) keeps the mark it has. Nobody looks at anything, so nothing is journaled.
    """
    done = 0
    while taken := _refresh_batch():
        done += taken
    return done


@transaction.atomic
def _refresh_batch() -> int:
    old = SearchIndex.objects.select_for_update(skip_locked=True).filter(version__lt=INDEX_VERSION)
    ids = list(old.order_by("version", "pk").values_list("pk", flat=True)[:_BATCH])
    if not ids:
        return 0
    mark(unlocked(Person.objects.filter(pk__in=ids).select_related("key")))
    SearchIndex.objects.filter(pk__in=ids).update(version=INDEX_VERSION)
    return len(ids)
