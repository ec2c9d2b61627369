"""The installation's keys on disk: made at the first identity, never replaced in silence, closed to everybody else."""

import os
import secrets
from collections.abc import Iterator
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.apps import apps
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from opora.common.envelope import Locked
from opora.common.errors import Refused
from opora.families.models import PersonKey
from opora.families.rules import BlindIndex, Keyring, Sealed, Vault

FILE = "people.json"


class KeysLost(Refused):
    """Identities are sealed in the database and the file that opens them is gone or damaged."""


def vault() -> Vault:
    """What opens and seals identities here; raises KeysLost."""
    return Vault(keyring())


def blind_index() -> BlindIndex:
    """What makes the fingerprints of this installation; raises KeysLost."""
    return BlindIndex(keyring().index)


def keyring() -> Keyring:
    """The keys of this installation.

    They are made when nobody has an identity yet. A file that is missing later is never made anew: with fresh
    keys nothing sealed before would open, and nobody would notice until the backup with the old keys is gone.
    """
    path = _path()
    try:
        return _read(path, _state(path))
    except FileNotFoundError:
        if PersonKey.objects.exists() or any(True for _words in _sealed_words()):
            raise KeysLost(
                _(
                    "The file “people.json” with the keys of the identities is missing from the folder “keys”. "
                    "Put it back from your copy, or type the recovery sheet: ./opora keys-from-sheet -; "
                    "nothing was changed."
                )
            ) from None
        store(Keyring.new(), replace=False)
    return _read(path, _state(path))


def opens_people() -> bool:
    """Whether the keys open the newest person's key; raises KeysLost when there are sealed records and no keys.

    Words told before anybody had a name are asked instead. Where nothing is sealed yet, any keys will do, and none
    are made.
    """
    newest = PersonKey.objects.order_by("-person_id").first()
    if newest is None:
        return _open_words()
    try:
        vault().rewrap(Sealed(newest.key_id, bytes(newest.wrapped)), newest.person_id)
    except Locked:
        return False
    return True


def _open_words() -> bool:
    """Whether words about people open, which may come before the first person has an identity: one room's are enough,
    for those of another may be touched."""
    some = False
    for field, envelope in _sealed_words():
        some = True
        keyring()
        with suppress(Refused):
            field.open(envelope)
            return True
    return not some


def _sealed_words() -> Iterator[tuple[Any, bytes]]:
    """The newest words of each room that keeps words about people."""
    from opora.families.sealing import SealedField

    for model in apps.get_models():
        for field in model._meta.get_fields():
            if isinstance(field, SealedField):
                rows = model._default_manager.filter(**{f"{field.name}__isnull": False}).order_by("-pk")
                yield from ((field, envelope) for envelope in rows.values_list(field.name, flat=True)[:1])


def store(ring: Keyring, *, replace: bool) -> None:
    """Write the keys so that they are there whole or not at all; without `replace` a file of another stays."""
    path = _path()
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = path.with_name(f".{FILE}.{secrets.token_hex(8)}")
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(ring.as_json())
            file.flush()
            os.fsync(file.fileno())
        if replace:
            draft.replace(path)
        else:
            # A link fails when somebody was quicker: then theirs are the keys.
            path.hardlink_to(draft)
    except FileExistsError:
        pass
    finally:
        draft.unlink(missing_ok=True)


def _path() -> Path:
    return Path(settings.OPORA_HOME) / "keys" / FILE


def _state(path: Path) -> tuple[int, int, int]:
    """What differs whenever the file was replaced, even twice within one tick of the clock."""
    stat = path.stat()
    return stat.st_mtime_ns, stat.st_ino, stat.st_size


@lru_cache(maxsize=4)
def _read(path: Path, state: tuple[int, int, int]) -> Keyring:
    try:
        return Keyring.from_json(path.read_text(encoding="utf-8"))
    except ValueError as damage:
        raise KeysLost(
            _(
                "The file “people.json” in the folder “keys” is damaged. Move it away and put it back from your copy, "
                "or type the recovery sheet: ./opora keys-from-sheet -; nothing was changed."
            )
        ) from damage
