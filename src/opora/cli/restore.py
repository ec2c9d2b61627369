"""Bring a backup back into a new home, its tables up to date and its journal checked; never over data.

Exit code 0 when everything is back and the journal whole, 1 when the journal is not, 2 when nothing was brought back.
"""

import argparse
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from opora.cli import passphrase, server
from opora.common.errors import Refused
from opora.config.terminal import words as _

NEEDS = "words"


def add_parser(subparsers: Any) -> None:
    parser = subparsers.add_parser("restore", help="bring a backup back into a new home")
    parser.add_argument("backup", metavar="FROM", type=Path, help="the file of the backup")
    parser.add_argument(
        "--sheet", type=Path, metavar="FILE", help="open it with the recovery sheet, typed into a file, instead"
    )
    passphrase.add_argument(parser)


def run(args: argparse.Namespace) -> int:
    from opora.backups import actions, own
    from opora.cli.keys_from_sheet import typed_keys
    from opora.config import embedded
    from opora.config.home import home

    place = home()
    actions.refuse_over_data(place)
    keys = typed_keys(args.sheet) if args.sheet else None
    phrase = "" if keys is not None else passphrase.given(args, is_new=False)
    steps = server.Steps(_("Opora: bringing a backup back into %(home)s", home=place))
    try:
        steps(_("Reading the backup"))
        path = args.backup.expanduser().absolute()
        with actions.open_archive(path, passphrase=phrase, sheet=keys) as archive:
            moment = archive.label.moment
            actions.restore(archive=archive, server=own.server_to_fill(), home=place, say=steps)
        steps(_("Bringing the tables up to date, checking the journal"))
        code, found = _verify_journal(moment.date().isoformat())
    finally:
        steps.done()
        embedded.stop_if_last(place)
    print(found)
    day = f"{moment:%d.%m.%Y %H:%M}"
    print(_("Everything of %(day)s is back in %(home)s. Start it: ./opora serve", day=day, home=place))
    return code


def _verify_journal(day: str) -> tuple[int, str]:
    """Our command for it, in the home that now is there: this process has read none of its keys."""
    words = ["journal", "verify", "--restored", day]
    environment = {name: value for name, value in os.environ.items() if name != passphrase.PHRASE}
    done = subprocess.run(
        [sys.executable, "-P", "-m", "opora", *words], env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode in {0, 1} and done.stdout:
        return done.returncode, done.stdout.strip()
    reason = (done.stderr.strip().splitlines() or [str(done.returncode)])[-1]
    raise Refused(_("Everything is back, but ./opora journal verify says: %(reason)s", reason=reason))
