"""How a backup is closed: a key of its own, which a passphrase opens, or the keys on the recovery sheet.

The passphrase goes through scrypt, so that guessing costs memory and time. What may be longer than memory is closed
piece by piece: each piece counts in its nonce and the last one says so, so that none can be left out, moved or cut off.
"""

import io
import os
from collections.abc import Mapping
from typing import Any, Protocol

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from opora.common.envelope import KEY_BYTES, Locked, close, derived, reopen

PIECE = 1 << 20
_TAG = 16
_SALT = 16
SCRYPT = {"n": 1 << 17, "r": 8, "p": 1}
"""128 MB and about half a second a guess."""
_MOST = {"n": 1 << 21, "r": 16, "p": 4}
_BY_PASSPHRASE, _BY_SHEET = b"opora backup by passphrase", b"opora backup by recovery sheet"


class Sink(Protocol):
    """Takes bytes."""

    def write(self, data: bytes, /) -> Any: ...


class Source(Protocol):
    """Gives bytes."""

    def read(self, size: int, /) -> bytes: ...


def new_key() -> bytes:
    """A key for one backup."""
    return os.urandom(KEY_BYTES)


def lock_with_passphrase(key: bytes, passphrase: str) -> dict[str, Any]:
    """The backup's key, closed for whoever knows the passphrase."""
    salt = os.urandom(_SALT)
    closed = close(_stretched(passphrase, salt, SCRYPT), key, _BY_PASSPHRASE)
    return {"kdf": "scrypt", **SCRYPT, "salt": salt.hex(), "key": closed.hex()}


def unlock_with_passphrase(lock: Mapping[str, Any], passphrase: str) -> bytes:
    """The backup's key; raises Locked when this is not the passphrase."""
    try:
        cost = {name: int(lock[name]) for name in SCRYPT}
        salt, closed = bytes.fromhex(lock["salt"]), bytes.fromhex(lock["key"])
    except (KeyError, TypeError, ValueError) as odd:
        raise Locked("the lock is not readable") from odd
    if lock.get("kdf") != "scrypt" or any(cost[name] > most for name, most in _MOST.items()):
        raise Locked("an unknown lock")
    return reopen(_stretched(passphrase, salt, cost), closed, _BY_PASSPHRASE)


def lock_with_keys(key: bytes, secret: bytes) -> dict[str, Any]:
    """The backup's key, closed for whoever holds the installation's keys, as they stand on the recovery sheet."""
    return {"key": close(derived(secret, _BY_SHEET), key, _BY_SHEET).hex()}


def unlock_with_keys(lock: Mapping[str, Any], secret: bytes) -> bytes:
    """The backup's key; raises Locked when the keys are of another time or installation."""
    try:
        closed = bytes.fromhex(lock["key"])
    except (KeyError, TypeError, ValueError) as odd:
        raise Locked("the lock is not readable") from odd
    return reopen(derived(secret, _BY_SHEET), closed, _BY_SHEET)


def _stretched(passphrase: str, salt: bytes, cost: Mapping[str, int]) -> bytes:
    return Scrypt(salt=salt, length=KEY_BYTES, **cost).derive(passphrase.encode())


class Closing(io.RawIOBase):
    """Closes what is written to it, piece by piece, into another file; whole only after `close`."""

    def __init__(self, sink: Sink, key: bytes) -> None:
        self._sink, self._cipher, self._count, self._open = sink, AESGCM(key), 0, bytearray()

    def writable(self) -> bool:
        return True

    def write(self, data: Any, /) -> int:
        self._open += data
        while len(self._open) > PIECE:
            self._emit(bytes(self._open[:PIECE]), is_last=False)
            del self._open[:PIECE]
        return len(data)

    def finish(self) -> None:
        """Write the last piece; what was not finished opens for nobody."""
        self._emit(bytes(self._open), is_last=True)
        self._open.clear()

    def _emit(self, piece: bytes, *, is_last: bool) -> None:
        self._sink.write(self._cipher.encrypt(_nonce(self._count, is_last), piece, None))
        self._count += 1


class Opening(io.RawIOBase):
    """Opens piece by piece what `Closing` wrote; raises Locked where a piece is altered, missing or cut."""

    def __init__(self, source: Source, key: bytes) -> None:
        self._source, self._cipher, self._count = source, AESGCM(key), 0
        self._plain, self._next, self._ended = b"", self._closed_piece(), False

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any, /) -> int:
        while not self._plain and not self._ended:
            self._open_piece()
        size = min(len(buffer), len(self._plain))
        buffer[:size] = self._plain[:size]
        self._plain = self._plain[size:]
        return size

    def _open_piece(self) -> None:
        closed, self._next = self._next, self._closed_piece()
        is_last = not self._next
        try:
            self._plain = self._cipher.decrypt(_nonce(self._count, is_last), closed, None)
        except (InvalidTag, ValueError) as failed:
            raise Locked("altered, or cut") from failed
        self._count, self._ended = self._count + 1, is_last

    def _closed_piece(self) -> bytes:
        wanted, parts = PIECE + _TAG, []
        while wanted and (part := self._source.read(wanted)):
            parts.append(part)
            wanted -= len(part)
        return b"".join(parts)


def _nonce(count: int, is_last: bool) -> bytes:
    """Unlike for every piece of a part; each part has a key of its own."""
    return count.to_bytes(11, "big") + bytes([is_last])
