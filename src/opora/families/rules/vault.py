"""Sealing of identities: a key per person, itself sealed with a key of the installation (DESIGN 4).

An envelope is one version byte and what `common.envelope` closed. The person's id is bound into
both envelopes, so a sealed record moved to another person does not open. Without a person's key nothing of
that person can be read any more, from no copy of the sealed record: that is what erasing means.
"""

import json
import os
from dataclasses import dataclass, field

from opora.common.envelope import KEY_BYTES, Locked, close, reopen

from .identity import Identity

_VERSION = b"\x01"


@dataclass(frozen=True, slots=True)
class Keyring:
    """Keys of an installation: sealing keys by id, the id in use now, and the key of the search index.

    A new sealing key is added beside the old ones; old ones open what they sealed until everything is
    sealed anew.
    """

    sealing: dict[str, bytes] = field(repr=False)
    current: str
    index: bytes = field(repr=False)

    def __post_init__(self) -> None:
        if self.current not in self.sealing:
            raise ValueError("the key in use is not on the ring")
        if any(len(key) != KEY_BYTES for key in (*self.sealing.values(), self.index)):
            raise ValueError(f"a key must have {KEY_BYTES} bytes")

    @classmethod
    def new(cls) -> "Keyring":
        """Fresh random keys for a new installation."""
        return cls({"1": os.urandom(KEY_BYTES)}, "1", os.urandom(KEY_BYTES))

    def rotated(self) -> "Keyring":
        """The ring with one more sealing key, in use from now on; the key of the index stays."""
        fresh = str(max(map(int, self.sealing)) + 1)
        return Keyring(self.sealing | {fresh: os.urandom(KEY_BYTES)}, fresh, self.index)

    def only_current(self) -> "Keyring":
        """The ring without former keys, once nothing is sealed with them any more."""
        return Keyring({self.current: self.sealing[self.current]}, self.current, self.index)

    def as_json(self) -> str:
        """The ring as text for its file."""
        sealing = {name: key.hex() for name, key in self.sealing.items()}
        return json.dumps({"current": self.current, "sealing": sealing, "index": self.index.hex()}, indent=1)

    @classmethod
    def from_json(cls, text: str) -> "Keyring":
        """The ring written by `as_json`; ValueError when the text is damaged."""
        try:
            plain = json.loads(text)
            sealing = {name: bytes.fromhex(key) for name, key in plain["sealing"].items()}
            return cls(sealing, plain["current"], bytes.fromhex(plain["index"]))
        except (KeyError, TypeError, AttributeError) as damage:
            raise ValueError("the key file is damaged") from damage


@dataclass(frozen=True, slots=True)
class Sealed:
    """A person's data key as stored: sealed, with the id of the installation key that opens it."""

    key_id: str
    envelope: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Vault:
    """Opens and seals with one installation's keyring."""

    keyring: Keyring

    def new_person_key(self, person_id: int) -> Sealed:
        """A fresh key for one person, sealed with the installation key in use."""
        return self._wrap(os.urandom(KEY_BYTES), person_id)

    def rewrap(self, sealed: Sealed, person_id: int) -> Sealed:
        """The same person's key under the installation key in use now; raises Locked."""
        return self._wrap(self._unwrap(sealed, person_id), person_id)

    def seal(self, identity: Identity, sealed: Sealed, person_id: int) -> bytes:
        """The identity as an envelope only this person's key opens; Locked when that key does not open."""
        plain = json.dumps(identity.as_plain(), ensure_ascii=False, separators=(",", ":")).encode()
        return _encrypt(self._unwrap(sealed, person_id), plain, _bound("identity", person_id))

    def open(self, envelope: bytes, sealed: Sealed, person_id: int) -> Identity:
        """The identity inside an envelope; Locked when an envelope was altered or belongs to another."""
        plain = _decrypt(self._unwrap(sealed, person_id), envelope, _bound("identity", person_id))
        return Identity.from_plain(json.loads(plain))

    def _wrap(self, person_key: bytes, person_id: int) -> Sealed:
        key_id = self.keyring.current
        bound = _bound(f"key {key_id}", person_id)
        return Sealed(key_id, _encrypt(self.keyring.sealing[key_id], person_key, bound))

    def _unwrap(self, sealed: Sealed, person_id: int) -> bytes:
        key = self.keyring.sealing.get(sealed.key_id)
        if key is None:
            raise Locked(f"installation key {sealed.key_id} is not on the ring")
        return _decrypt(key, sealed.envelope, _bound(f"key {sealed.key_id}", person_id))


def _bound(purpose: str, person_id: int) -> bytes:
    return f"opora {purpose} person {person_id}".encode()


def _encrypt(key: bytes, plain: bytes, bound: bytes) -> bytes:
    return _VERSION + close(key, plain, bound)


def _decrypt(key: bytes, envelope: bytes, bound: bytes) -> bytes:
    envelope = bytes(envelope)
    if envelope[:1] != _VERSION:
        raise Locked("unknown envelope")
    return reopen(key, envelope[1:], bound)
