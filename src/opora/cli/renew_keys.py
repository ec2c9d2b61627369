"""Seal names, words and files with a fresh key of the installation, so that copies made before open no more.

For the day after a destruction of data, or when somebody who held the keys has left: backups of the database from
before today are then closed for good, to us too.
"""

import argparse
import sys
from typing import Any

from opora.config.terminal import words as _

NEEDS = "database"


def add_parser(subparsers: Any) -> None:
    """Describe the command."""
    parser = subparsers.add_parser("renew-keys", help="seal everything with a fresh key")
    parser.add_argument("--yes", action="store_true", help="do not ask whether former backups may be closed for good")


def run(args: argparse.Namespace) -> int:
    """Renew the keys; what was done stands in the journal under the name of the system."""
    from opora.access.rules import SYSTEM
    from opora.families import actions

    if not args.yes and not _agreed():
        print(_("Nothing was changed."), file=sys.stderr)
        return 1
    people = actions.renew_keys(actor=SYSTEM)
    print(_("Sealed anew, with the names of people: %(people)s.", people=people))
    print(_("Make a backup and print the recovery sheet anew; backups of before hold the former keys: delete them."))
    return 0


def _agreed() -> bool:
    question = _("Copies of the database made before now will not open any more. Go on? Type “yes”:")
    return sys.stdin.isatty() and input(f"{question} ").strip().casefold() in {"yes", "да"}
