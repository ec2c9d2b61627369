"""Sealing what an upload holds: a register may carry names in its margins, so nothing of it lies open.

The key is derived from the installation's secret; whoever has only the database or a backup of it reads nothing.
"""

import json
from typing import Any

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from opora.common.envelope import Locked, close, derived, reopen
from opora.common.errors import Refused


def seal(plain: bytes, purpose: str) -> bytes:
    """The bytes closed to everybody but this installation; they open for the same purpose only."""
    return close(_key(), plain, purpose.encode())


def unseal(sealed: bytes | memoryview, purpose: str) -> bytes:
    """The bytes that were sealed; raises Refused when the installation's secret is no longer the same."""
    try:
        return reopen(_key(), bytes(sealed), purpose.encode())
    except Locked:
        raise Refused(_("The uploaded file can no longer be opened. Please upload it again.")) from None


def seal_json(value: Any, purpose: str) -> bytes:
    """A plain value (dicts, lists, texts, numbers) sealed."""
    return seal(json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode(), purpose)


def unseal_json(sealed: bytes | memoryview, purpose: str) -> Any:
    """The value that `seal_json` sealed."""
    return json.loads(unseal(sealed, purpose))


def _key() -> bytes:
    return derived(str(settings.SECRET_KEY).encode(), b"opora registry uploads")
