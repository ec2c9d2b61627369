"""Bring the database up to date.

For installations that start several web processes beside one another: run it once before them.
"""

import argparse
import sys
from typing import Any

NEEDS = "settings"


def add_parser(subparsers: Any) -> None:
    subparsers.add_parser("migrate", help="bring the database up to date")


def run(args: argparse.Namespace) -> int:
    from opora.config import ground
    from opora.config.terminal import words as _

    ground.prepare(say=lambda sentence: print(f"{sentence} …", file=sys.stderr, flush=True))
    print(_("The database is up to date."), file=sys.stderr)
    return 0
