"""One intention, one record: a double click, a slow net and an impatient reload make nothing twice."""

from collections.abc import Callable

from django.db import connection, transaction

from opora.common.dates import now
from opora.drafts.models import Intention
from opora.drafts.queries import Answer

# Of two at one moment the second waits here, and writes nothing when the first has written.
_CLAIM = """
    INSERT INTO drafts_intention (mark, address, word, made_at) VALUES (%s, '', '', %s)
    ON CONFLICT (mark) DO NOTHING RETURNING id
"""
_KEEP = "UPDATE drafts_intention SET address = %s, word = %s WHERE id = %s"


@transaction.atomic
def carry_out_once(mark: str, act: Callable[[], Answer]) -> Answer:
    """Do it, unless the very same was done before: then give the first answer.

    Of two at one moment the second waits until the first is done, for the mark can be written only once. When the
    first is refused its mark goes with all else it wrote, and the second is tried in its own right.
    """
    with connection.cursor() as cursor:
        cursor.execute(_CLAIM, [mark, now()])
        claimed = cursor.fetchone()
    if claimed is None:
        return Answer(*Intention.objects.values_list("address", "word").get(mark=mark))
    answer = act()
    with connection.cursor() as cursor:
        cursor.execute(_KEEP, [answer.address, answer.word, claimed[0]])
    return answer
