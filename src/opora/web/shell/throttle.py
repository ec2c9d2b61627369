"""Counting how often an address knocks, without keeping the address.

A mark is a keyed hash, of no use without this installation's secret, and is gone within the hour.
"""

from datetime import datetime

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

HOUR = 3600


def mark_of(request: HttpRequest, *, door: str, at: datetime) -> str:
    """The mark of a visitor at a door within an hour."""
    return salted_hmac(door, f"{at:%Y%m%d%H} {_address(request)}", algorithm="sha256").hexdigest()


def count(key: str, most: int) -> bool:
    """Count one more; false when there were more than `most` within the hour."""
    if cache.add(key, 1, timeout=HOUR):
        return True
    try:
        counted = cache.incr(key)
    except ValueError:  # it was forgotten in this very moment
        return True
    cache.touch(key, HOUR)  # counting alone would shorten the key's life to the cache's usual minutes
    return bool(counted <= most)


def counted(key: str) -> int:
    """How often it was counted within the hour."""
    return int(cache.get(key) or 0)


def _address(request: HttpRequest) -> str:
    """The visitor's address; behind our own web server the last one it forwarded, otherwise that is a claim."""
    if settings.ALLAUTH_TRUSTED_PROXY_COUNT:
        forwarded = str(request.META.get("HTTP_X_FORWARDED_FOR", "")).split(",")
        return forwarded[-1].strip()
    return str(request.META.get("REMOTE_ADDR", ""))
