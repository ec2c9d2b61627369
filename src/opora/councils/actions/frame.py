"""Numbers of minutes: one row of numbers for votes and one for councils, without gaps and without doubles."""

from django.db.models import Max

from opora.common.one_at_a_time import one_at_a_time
from opora.councils.models import Ballot, Conference


def next_number(kind: type[Ballot] | type[Conference]) -> int:
    """The next number of minutes; held for this transaction until it ends."""
    one_at_a_time("councils.minutes")
    highest: int | None = kind._default_manager.aggregate(highest=Max("number"))["highest"]
    return (highest or 0) + 1
