"""This very installation: its database, where and how its nightly backups go, its clock."""

import os
from datetime import date, datetime
from pathlib import Path

from django.db import connection
from django.utils.translation import gettext as _

from opora.backups.postgres import Server
from opora.backups.refusals import BackupRefused
from opora.backups.rules.keeping import Keeping, parse
from opora.backups.rules.keeping import kept_until as until
from opora.common.dates import local, now
from opora.config import database, embedded
from opora.config.home import home

FOLDER, KEEP, PASSPHRASE_FILE = "OPORA_BACKUP_TO", "OPORA_BACKUP_KEEP", "OPORA_BACKUP_PASSPHRASE_FILE"
USUAL_KEEP = "7d,4w,6m"


def own_server() -> Server:
    """The database of this installation, running."""
    if database.is_embedded():
        embedded.ensure_running(home())
    return Server.of(connection.settings_dict, is_private=database.is_embedded())


def server_to_fill() -> Server:
    """The database into which a backup is brought, named by the environment; nothing is asked of it yet."""
    return Server.of(database.settings(), is_private=database.is_embedded())


def moment() -> datetime:
    """Now, by the clock of the organization."""
    return local(now())


def nightly_folder() -> Path | None:
    """Where the nightly backups go; None when the organization has not asked for any."""
    given = os.environ.get(FOLDER)
    return Path(given).expanduser().absolute() if given else None


def nightly_keeping() -> Keeping:
    """How long the nightly backups are kept."""
    return keeping_of(os.environ.get(KEEP) or USUAL_KEEP)


def kept_until(day: date) -> date | None:
    """The day on which the last nightly backup of a day goes; None when none is made, or nobody can say."""
    try:
        return until(day, nightly_keeping()) if nightly_folder() else None
    except BackupRefused:
        return None


def nightly_passphrase() -> str:
    """The passphrase of the nightly backups, from the file that the organization named."""
    named = os.environ.get(PASSPHRASE_FILE)
    if not named:
        raise BackupRefused(_("No file with the passphrase is named: %(name)s.") % {"name": PASSPHRASE_FILE})
    return passphrase_in(Path(named))


def passphrase_in(path: Path) -> str:
    """The first line of a file."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or type(error).__name__
        sentence = _("The passphrase cannot be read from %(file)s: %(reason)s.")
        raise BackupRefused(sentence % {"file": path, "reason": reason}) from error
    if not lines or not lines[0]:
        raise BackupRefused(_("The file %(file)s holds no passphrase in its first line.") % {"file": path})
    return lines[0]


def keeping_of(text: str) -> Keeping:
    """How long backups are kept, as it was typed."""
    try:
        return parse(text)
    except ValueError:
        sentence = _("“%(text)s” does not say how long to keep. Write days, weeks and months, for example 7d,4w,6m.")
        raise BackupRefused(sentence % {"text": text}) from None
