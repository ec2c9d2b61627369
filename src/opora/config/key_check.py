"""Are these the keys of this data? Asked at every start: with others nothing sealed would open, and what is sealed
anew would be closed to the right ones.
"""

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
    """Raises KeysRefused when a key is not the one that this data was sealed with, or KeysLost when it is gone."""
    from opora.audit import queries as audit
    from opora.families import keyring

    if not audit.knows_seal_key():
        raise _foreign(home.keys_dir() / "journal-seal")
    if not keyring.opens_people():
        raise _foreign(home.keys_dir() / keyring.FILE)


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
