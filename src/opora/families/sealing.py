"""Sealing what is told about people before and beside their identity: stories, notes, files.

Closed with a key of the installation's ring (DESIGN 4): whoever has only the database or its backup reads nothing.
An envelope names the key it was sealed with, and opens for the purpose it was sealed for only.
"""

import json
import os
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.utils.translation import gettext_lazy as _

from opora.common.errors import Refused
from opora.families.keyring import keyring

_NONCE_BYTES = 12


def seal_bytes(plain: bytes, purpose: str) -> bytes:
    """The bytes closed to everybody but this installation; raises KeysLost."""
    ring = keyring()
    name = ring.current.encode()
    nonce = os.urandom(_NONCE_BYTES)
    closed = _cipher(ring.sealing[ring.current]).encrypt(nonce, plain, purpose.encode())
    return bytes([len(name)]) + name + nonce + closed


def unseal_bytes(sealed: bytes | memoryview, purpose: str) -> bytes:
    """The bytes that were sealed for this purpose; raises Refused when they do not open."""
    closed = bytes(sealed)
    length = closed[0] if closed else 0
    key = keyring().sealing.get(closed[1 : 1 + length].decode(errors="replace"))
    nonce, body = closed[1 + length : 1 + length + _NONCE_BYTES], closed[1 + length + _NONCE_BYTES :]
    try:
        if key is None:
            raise InvalidTag
        return _cipher(key).decrypt(nonce, body, purpose.encode())
    except (InvalidTag, ValueError):
        raise Refused(
            _("This record cannot be opened with the keys of this installation. Restore the folder “keys”.")
        ) from None


def seal(value: Any, purpose: str) -> bytes:
    """A plain value (dicts, lists, texts, numbers) sealed."""
    return seal_bytes(json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode(), purpose)


def unseal(sealed: bytes | memoryview, purpose: str) -> Any:
    """The value that `seal` closed; raises Refused when it does not open."""
    return json.loads(unseal_bytes(sealed, purpose))


def _cipher(key: bytes) -> AESGCM:
    return AESGCM(HKDF(SHA256(), 32, salt=None, info=b"opora sealed records").derive(key))
