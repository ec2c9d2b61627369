"""The passphrase of backups: from a file, from the environment, or asked for; never on the command line, where every
account of the machine could read it.
"""

import argparse
import getpass
import os
import sys
from pathlib import Path

from opora.common.errors import Refused
from opora.config.terminal import words as _

PHRASE, FILE = "OPORA_BACKUP_PASSPHRASE", "OPORA_BACKUP_PASSPHRASE_FILE"


def add_argument(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--passphrase-file", type=Path, metavar="FILE", help=f"read the passphrase from this file (or {FILE})"
    )


def given(args: argparse.Namespace, *, is_new: bool) -> str:
    """The passphrase; a new one that is typed is typed twice."""
    from opora.backups import own

    named = args.passphrase_file or os.environ.get(FILE)
    if named:
        return own.passphrase_in(Path(named))
    if found := os.environ.get(PHRASE):
        return found
    if not sys.stdin.isatty():
        raise Refused(
            _("No passphrase was given. Name a file that holds it: --passphrase-file FILE, or %(name)s.", name=FILE)
        )
    phrase = getpass.getpass(_("Passphrase of the backup:") + " ")
    if is_new and getpass.getpass(_("Once more, the same:") + " ") != phrase:
        raise Refused(_("That was not the same. Nothing was done; try again."))
    return phrase
