"""Sealing what an upload holds: a register may carry names in its margins, so nothing of it lies open.

The key is derived from the installation's secret; whoever has only the database or a backup of it reads nothing.
"""

import json
import os
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from opora.common.errors import Refused

_NONCE_BYTES = 12


def seal(plain: bytes, purpose: str) -> bytes:
    """The bytes closed to everybody but this installation; they open for the same purpose only."""
    nonce = os.urandom(_NONCE_BYTES)
    return nonce + _cipher().encrypt(nonce, plain, purpose.encode())


def unseal(sealed: bytes | memoryview, purpose: str) -> bytes:
    """The bytes that were sealed; raises Refused when the installation's secret is no longer the same."""
    closed = bytes(sealed)
    try:
        return _cipher().decrypt(closed[:_NONCE_BYTES], closed[_NONCE_BYTES:], purpose.encode())
    except InvalidTag:
        raise Refused(_("The uploaded file can no longer be opened. Please upload it again.")) from None


def seal_json(value: Any, purpose: str) -> bytes:
    """A plain value (dicts, lists, texts, numbers) sealed."""
    return seal(json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode(), purpose)


def unseal_json(sealed: bytes | memoryview, purpose: str) -> Any:
    """The value that `seal_json` sealed."""
    return json.loads(unseal(sealed, purpose))


def _cipher() -> AESGCM:
    secret = str(settings.SECRET_KEY).encode()
    return AESGCM(HKDF(SHA256(), 32, salt=None, info=b"opora registry uploads").derive(secret))
