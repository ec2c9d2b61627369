"""Work that is nobody's, looked for everywhere: from then on only what changed since has to be asked about."""

from django.db import transaction

from opora.access.hanging import hanging_everywhere
from opora.access.rules import SYSTEM
from opora.common.one_at_a_time import LONG_PATIENCE, one_at_a_time
from opora.duties.models import Adrift, WorkMark


@transaction.atomic
def look_for_adrift(*, anyway: bool = False) -> None:
    """Walk through all work once, when something changed since the last time, or anyway."""
    one_at_a_time("duties.adrift", patience=LONG_PATIENCE)
    # The marks go before the work is read: what changes from now on leaves new ones.
    has_changed = WorkMark.objects.all().delete()[0] > 0
    if not (has_changed or anyway) and Adrift.objects.filter(kind=Adrift.LOOKED).exists():
        return
    found = [
        Adrift(kind=one.kind, key=item.key)
        for one in hanging_everywhere()
        if one.unowned is not None
        for item in one.unowned(SYSTEM, None)
    ]
    Adrift.objects.all().delete()
    Adrift.objects.bulk_create([Adrift(kind=Adrift.LOOKED, key=0), *found], ignore_conflicts=True)
