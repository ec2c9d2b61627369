"""How every ring of keys closes bytes: AES-256-GCM with a fresh nonce, bound to what the bytes are closed for.

Whose key it is, where it lies and what stands before the envelope is the business of each ring: of a person
(`families.rules.vault`), of the installation (`families.sealing`), of an upload (`registry.sealing`).
"""

import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

KEY_BYTES = 32
_NONCE_BYTES = 12


class Locked(Exception):
    """The envelope does not open: altered, closed for something else, or its key is missing."""


def close(key: bytes, plain: bytes, bound: bytes) -> bytes:
    """The bytes closed: a nonce, and what only this key opens, for what they are bound to only."""
    nonce = os.urandom(_NONCE_BYTES)
    return nonce + AESGCM(key).encrypt(nonce, plain, bound)


def reopen(key: bytes, closed: bytes, bound: bytes) -> bytes:
    """The bytes that were closed; raises Locked."""
    try:
        return AESGCM(key).decrypt(closed[:_NONCE_BYTES], closed[_NONCE_BYTES:], bound)
    except (InvalidTag, ValueError) as failed:
        raise Locked("altered, or closed for something else") from failed


def derived(secret: bytes, purpose: bytes) -> bytes:
    """A key for one purpose, drawn from a secret that serves others too and gives nothing of them away."""
    return HKDF(SHA256(), KEY_BYTES, salt=None, info=purpose).derive(secret)
