"""The label of a backup: what is in it, of which moment and release, with a checksum of each part and of itself."""

import hashlib
import hmac
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Any

from opora.common.envelope import derived

FORMAT = 1
KEYS, DATABASE, FILES = "keys", "database", "files"
PARTS = (KEYS, DATABASE, FILES)


class NoManifest(ValueError):
    """These bytes are no label of a backup, or not as they were written."""


class NewerManifest(ValueError):
    """A later release wrote this label in a way that is not known here."""


@dataclass(frozen=True, slots=True)
class Part:
    """One closed part: how long it is and its checksum, to be checked without a passphrase."""

    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What the label says."""

    version: str
    made_at: str
    installation: str
    journal_head: str
    migrations: Sequence[Sequence[str]] = field(repr=False)
    files: int
    missing_files: int
    parts: Mapping[str, Part]
    locks: Mapping[str, Mapping[str, Any]] = field(repr=False)
    format: int = FORMAT

    @property
    def moment(self) -> datetime:
        """When it was made, with its zone."""
        return datetime.fromisoformat(self.made_at)


def write(manifest: Manifest, key: bytes) -> bytes:
    """The label, with a checksum that shows damage to anybody and a seal that only the backup's key makes."""
    plain = asdict(manifest)
    text = _text(plain)
    ends = {"checksum": hashlib.sha256(text).hexdigest(), "seal": _seal(key, text)}
    return json.dumps(plain | ends, ensure_ascii=False, indent=1).encode()


def read(data: bytes) -> Manifest:
    """The label as it was written; NoManifest when a byte of it is not."""
    try:
        plain = json.loads(data)
        checksum, _given = plain.pop("checksum"), plain.pop("seal")
        if not hmac.compare_digest(hashlib.sha256(_text(plain)).hexdigest(), checksum):
            raise NoManifest("altered")
        if plain["format"] > FORMAT:
            raise NewerManifest(plain["format"])
        parts = {name: Part(int(part["size"]), str(part["sha256"])) for name, part in plain.pop("parts").items()}
        found = Manifest(**plain, parts=parts)
        if set(parts) != set(PARTS):
            raise NoManifest("parts")
        return found
    except NewerManifest:
        raise
    except (ValueError, TypeError, KeyError, AttributeError) as odd:
        raise NoManifest(str(odd)) from odd


def is_sealed_by(data: bytes, key: bytes) -> bool:
    """Whether the label was written by whoever had the backup's key."""
    plain = json.loads(data)
    _checksum, given = plain.pop("checksum"), plain.pop("seal")
    return hmac.compare_digest(_seal(key, _text(plain)), given)


def part_key(key: bytes, part: str) -> bytes:
    """Each part is closed with a key of its own."""
    return derived(key, f"opora backup part {part}".encode())


def _seal(key: bytes, text: bytes) -> str:
    return hmac.new(derived(key, b"opora backup manifest"), text, hashlib.sha256).hexdigest()


def _text(plain: Mapping[str, Any]) -> bytes:
    return json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
