"""One intention, one record: a double click, a slow net and an impatient reload make nothing twice."""

from collections.abc import Callable

from django.db import transaction

from opora.common.dates import now
from opora.drafts.models import Intention
from opora.drafts.queries import Answer


@transaction.atomic
def carry_out_once(mark: str, act: Callable[[], Answer]) -> Answer:
    """Do it, unless the very same was done before: then give the first answer.

    Of two at one moment the second waits here until the first is done, for the mark can be written only once. When
    the first is refused its mark goes with all else it wrote, and the second is tried in its own right.
    """
    intention, is_new = Intention.objects.get_or_create(mark=mark, defaults={"made_at": now()})
    if not is_new:
        return Answer(intention.address, intention.word)
    answer = act()
    intention.address, intention.word = answer.address, answer.word
    intention.save(update_fields=["address", "word"])
    return answer
