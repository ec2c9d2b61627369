"""Make a backup of everything, closed with a passphrase and read back; --check looks at one that was made.

Exit code 0 when the backup is whole, 1 when files were missing from the home, 2 when there is none.
"""

import argparse
import sys
from pathlib import Path
from typing import Any

from opora.cli import passphrase, server
from opora.config.terminal import words as _

NEEDS = "settings"


def add_parser(subparsers: Any) -> None:
    parser = subparsers.add_parser("backup", help="make a backup of everything")
    parser.add_argument("to", metavar="TO", type=Path, help="the folder for it, best on another disk")
    parser.add_argument(
        "--keep", metavar="7d,4w,6m", help="let older backups in the folder go, but of these days, weeks and months"
    )
    parser.add_argument("--check", action="store_true", help="read the backup TO and make none")
    passphrase.add_argument(parser)


def run(args: argparse.Namespace) -> int:
    from django.utils.formats import date_format

    from opora.access.rules import SYSTEM
    from opora.backups import actions, own
    from opora.config.home import home

    place = args.to.expanduser().absolute()
    if args.check:
        with actions.open_archive(place, passphrase=passphrase.given(args, is_new=False)) as archive:
            actions.check(archive)
            day = date_format(archive.label.moment, "DATETIME_FORMAT")
            print(_("The backup of %(day)s is whole; files in it: %(n)s.", day=day, n=archive.label.files))
        return 0
    keeping = own.keeping_of(args.keep) if args.keep else None
    phrase = passphrase.given(args, is_new=True)
    steps = server.Steps(_("Opora: backup"))
    try:
        steps(_("Starting the database"))
        made = actions.back_up(
            actor=SYSTEM,
            server=own.own_server(),
            home=home(),
            folder=place,
            passphrase=phrase,
            at=own.moment(),
            say=steps,
            keeping=keeping,
        )
    finally:
        steps.done()
    print(made.path)
    for gone in made.let_go:
        print(_("Let go of %(file)s.", file=gone.name), file=sys.stderr)
    if made.missing_files:
        sentence = _("Files that the database names and the home lacks: %(n)s. They are missing from the backup, too.")
        print(sentence % {"n": made.missing_files}, file=sys.stderr)
        return 1
    return 0
