"""The keys on paper, and back from paper."""

from pathlib import Path

from django.utils.translation import gettext as _

from opora.access.rules import Actor
from opora.audit import actions as audit
from opora.backups.actions.restoring import write_keys
from opora.backups.queries import keys_in
from opora.backups.refusals import BackupRefused, disk_told
from opora.backups.rules import sheet
from opora.families.keyring import keyring


def print_sheet(*, actor: Actor, home: Path) -> list[str]:
    """The lines of the sheet; that it was printed stands in the journal."""
    keyring()
    lines = sheet.lines_of(keys_in(home))
    audit.record(actor=actor, verb="backups.sheet_printed")
    return lines


def lay_keys(*, home: Path, keys: dict[str, str]) -> None:
    """Lay keys typed from paper into a home that lacks them; a key that is there and is another is never replaced."""
    with disk_told(home / "keys"):
        known = keys_in(home)
        others = sorted(name for name in known.keys() & keys.keys() if known[name].strip() != keys[name].strip())
        if others:
            sentence = _("%(folder)s holds other keys already: %(names)s. Move them away first; nothing was changed.")
            raise BackupRefused(sentence % {"folder": home / "keys", "names": ", ".join(others)})
        write_keys(home, {name: text for name, text in keys.items() if name not in known})
