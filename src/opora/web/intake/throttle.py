"""How often one address may write to the public form: counted without keeping the address.

The key is a keyed hash, of no use without this installation's secret, and gone within the hour.
"""

from datetime import datetime

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

PER_ADDRESS = 5
PER_HOUR = 200
_HOUR = 3600


def may_write(request: HttpRequest, *, at: datetime) -> bool:
    """Count one more message; false when this address, or everybody together, wrote too many within the hour.

    Whoever is turned away for himself does not count for everybody: one address cannot shut the door for all.
    """
    hour = at.strftime("%Y%m%d%H")
    mark = salted_hmac("opora.help", f"{hour} {_address(request)}", algorithm="sha256").hexdigest()
    return _count(f"opora:help:{mark}", PER_ADDRESS) and _count(f"opora:help:{hour}", PER_HOUR)


def _count(key: str, most: int) -> bool:
    if cache.add(key, 1, timeout=_HOUR):
        return True
    try:
        count = cache.incr(key)
    except ValueError:  # it was forgotten in this very moment
        return True
    cache.touch(key, _HOUR)  # counting alone would shorten the key's life to the cache's usual minutes
    return bool(count <= most)


def _address(request: HttpRequest) -> str:
    """The visitor's address; behind our own web server the last one it forwarded, otherwise that is a claim."""
    if settings.ALLAUTH_TRUSTED_PROXY_COUNT:
        forwarded = str(request.META.get("HTTP_X_FORWARDED_FOR", "")).split(",")
        return forwarded[-1].strip()
    return str(request.META.get("REMOTE_ADDR", ""))
