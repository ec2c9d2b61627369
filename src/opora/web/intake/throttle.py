"""How often one address may write to the public form."""

from datetime import datetime

from django.http import HttpRequest

from opora.web.shell.throttle import count, mark_of

PER_ADDRESS = 5
PER_HOUR = 200


def may_write(request: HttpRequest, *, at: datetime) -> bool:
    """Count one more message; false when this address, or everybody together, wrote too many within the hour.

    Whoever is turned away for himself does not count for everybody: one address cannot shut the door for all.
    """
    mark = mark_of(request, door="opora.help", at=at)
    return count(f"opora:help:{mark}", PER_ADDRESS) and count(f"opora:help:{at:%Y%m%d%H}", PER_HOUR)
