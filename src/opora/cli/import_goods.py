"""Bring the goods of a warehouse in from its workbook.

The result goes to standard output, as lines for people or with --json as JSON. Exit code 0 when the file could be
read, else 2. Brought in twice, a workbook changes nothing the second time.
"""

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from opora.config.terminal import words as _

if TYPE_CHECKING:
    from opora.supplies.actions import Seen

SHOWN = 20


def add_parser(subparsers: Any) -> None:
    parser = subparsers.add_parser("import-goods", help="bring the goods of a warehouse in from its workbook")
    parser.add_argument("file", metavar="FILE", help="the workbook (.xlsx, .xls or .ods)")
    parser.add_argument("--dry-run", action="store_true", help="say what would be done and change nothing")
    parser.add_argument("--json", action="store_true", help="print the result as JSON")
    parser.add_argument("--place", metavar="NAME", default="", help="the stock place of rows that name none")


def run(args: argparse.Namespace) -> int:
    from opora.access.rules import SYSTEM
    from opora.common.dates import today
    from opora.common.errors import Refused
    from opora.supplies import actions

    try:
        with Path(args.file).open("rb") as file:
            data = file.read(actions.LARGEST_FILE + 1)
    except OSError as error:
        raise Refused(
            _("The file %(file)s cannot be opened: %(reason)s.", file=args.file, reason=error.strerror or error)
        ) from error
    if args.dry_run:
        seen = actions.preview(actor=SYSTEM, data=data, place=args.place)
    else:
        seen = actions.import_goods(actor=SYSTEM, data=data, place=args.place, on=today())
    if args.json:
        print(json.dumps(seen.report(), ensure_ascii=False, indent=1))
    else:
        _print(seen, dry_run=args.dry_run)
    return 0


def _print(seen: "Seen", *, dry_run: bool) -> None:
    report = seen.report()
    print(_("This would be done:") if dry_run else _("This was done:"))
    print("  " + _("new goods: %(n)s", n=report["imported"]))
    print("  " + _("changed quantities: %(n)s", n=report["updated"]))
    print("  " + _("unchanged: %(n)s", n=report["unchanged"]))
    if report["rejected"]:
        print(_("Rejected:"))
    for line in report["rejected"][:SHOWN]:
        place = _("sheet “%(sheet)s”, row %(row)s", sheet=line["sheet"], row=line["row"])
        value = f" «{line['value']}»" if line["value"] is not None else ""
        print(f"  {place}, {line['column']}{value}: {line['reason']}")
    if len(report["rejected"]) > SHOWN:
        print("  " + _("… and %(n)s more; --json shows all of them.", n=len(report["rejected"]) - SHOWN))
