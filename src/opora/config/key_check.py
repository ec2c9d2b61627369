"""Are these the keys of this data? Asked at every start: with others nothing sealed would open, and what is sealed
anew would be closed to the right ones.
"""

import hashlib
import hmac
from pathlib import Path

from opora.common.errors import Refused
from opora.config import home
from opora.config.terminal import words as _


class KeysRefused(Refused):
    """A key is missing or belongs to other data; the message names its file and the way back."""


def refuse_missing() -> None:
    """Raises KeysRefused when the home holds data and lacks a secret; nothing was made in its place."""
    if home.missing:
        raise KeysRefused(
            _(
                "The key %(file)s is missing, and nothing was made in its place. Put it back from your copy, or type "
                "the recovery sheet: ./opora keys-from-sheet - (docs/howto/operate.md).",
                file=home.missing[0],
            )
        )


def refuse_foreign() -> None:
    """Raises KeysRefused when a key is not the one that this data was sealed with, or KeysLost when it is gone.

    What a key has sealed is asked first; a secret that seals nothing for long is told by the mark that the data keeps
    of it. The first start notes the marks.
    """
    from opora.audit import queries as audit
    from opora.families import keyring

    if not audit.knows_seal_key():
        raise _foreign(home.keys_dir() / "journal-seal")
    if not keyring.opens_people():
        raise _foreign(home.keys_dir() / keyring.FILE)
    known = _marks_known()
    for name, mark in _marks().items():
        if known.get(name, mark) != mark:
            raise _foreign(home.keys_dir() / name)
    _note(_marks())


def _marks() -> dict[str, str]:
    """A mark of each secret by the name of its file; the secrets are too long for anybody to guess them from it."""
    from django.conf import settings

    secrets = {"web-secret": settings.SECRET_KEY, "journal-seal": settings.JOURNAL_KEY}
    return {
        name: hmac.new(secret.encode(), f"opora key mark {name}".encode(), hashlib.sha256).hexdigest()
        for name, secret in secrets.items()
    }


def _marks_known() -> dict[str, str]:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT name, mark FROM opora_key_mark")
        return dict(cursor.fetchall())


def _note(marks: dict[str, str]) -> None:
    from django.db import connection

    with connection.cursor() as cursor:
        # Of two first starts at once the first one's stand; the other's are the same, or it is refused next time.
        note = "INSERT INTO opora_key_mark (name, mark) VALUES (%s, %s) ON CONFLICT (name) DO NOTHING"
        cursor.executemany(note, list(marks.items()))


def _foreign(path: Path) -> KeysRefused:
    """What this process made for a home that only seemed new goes again: it must not stand in the way of the right."""
    while home.made_now:
        home.made_now.pop().unlink(missing_ok=True)
    return KeysRefused(
        _(
            "The key %(file)s is not the one this data was sealed with. Is OPORA_HOME the right one? Otherwise put the "
            "right key back from your copy, or type the recovery sheet: ./opora keys-from-sheet - "
            "(docs/howto/operate.md). Nothing was changed.",
            file=path,
        )
    )
