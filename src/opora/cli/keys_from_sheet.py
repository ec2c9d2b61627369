"""Lay the keys typed from a recovery sheet into a home that lost them; FILE may be - for the terminal."""

import argparse
import sys
from pathlib import Path
from typing import Any

from opora.common.errors import Refused
from opora.config.terminal import words as _

NEEDS = "words"


def add_parser(subparsers: Any) -> None:
    parser = subparsers.add_parser("keys-from-sheet", help="lay the keys of a typed recovery sheet into this home")
    parser.add_argument("file", metavar="FILE", type=Path, help="the typed lines; - to type them here")


def run(args: argparse.Namespace) -> int:
    from opora.backups import actions
    from opora.config.home import home

    actions.lay_keys(home=home(), keys=typed_keys(args.file))
    print(_("The keys lie in %(folder)s. Start Opora.", folder=home() / "keys"), file=sys.stderr)
    return 0


def typed_keys(path: Path) -> dict[str, str]:
    """The keys typed from a sheet into a file, or line by line at the terminal, where each is checked at once."""
    from opora.backups.rules import sheet

    try:
        lines = _at_the_terminal() if str(path) == "-" else path.read_text(encoding="utf-8").splitlines()
        return sheet.keys_of(lines)
    except OSError as error:
        raise Refused(_("The file %(file)s cannot be opened: %(reason)s.", file=path, reason=error.strerror)) from error
    except sheet.Mistyped as slip:
        if not slip.line:
            raise Refused(
                _("These lines are not one sheet. Type all of its lines, from the first to the last.")
            ) from None
        raise Refused(_("Line %(n)s does not fit. Compare it with the paper and try again.", n=slip.line)) from None


def _at_the_terminal() -> list[str]:
    from opora.backups.rules import sheet

    if not sys.stdin.isatty():
        return sys.stdin.read().splitlines()
    print(_("Type the lines with their numbers, one after the other; an empty line ends."), file=sys.stderr)
    lines = []
    while line := sys.stdin.readline().strip():
        try:
            sheet.read_line(line)
            lines.append(line)
        except sheet.Mistyped:
            print(_("This line does not fit. Type it again."), file=sys.stderr)
    return lines
