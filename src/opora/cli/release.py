"""Write a table that everybody may read: only what a second person has let go, exactly as it was let go."""

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from opora.config.terminal import words as _

if TYPE_CHECKING:
    from opora.release.models import Release


def add_parser(subparsers: Any) -> None:
    parser = subparsers.add_parser(
        "release",
        help="a table for everybody, if two people gave their word",
        description="Write the newest released table of a kind, or the release of this number. The ending of the file "
        "says what it is: .pdf, .csv, .xlsx, .json; of indicators also .xml (IATI) and .jsonld (CIDS). A table is "
        "prepared and let go on the page of releases, by two people; a command gives no word for either.",
    )
    parser.add_argument("table", metavar="TABLE", help="the kind of table, or the number of a release")
    parser.add_argument("--out", metavar="FILE", required=True, help="the file to write")
    parser.add_argument("--json", action="store_true", help="print JSON about what was done")


def run(args: argparse.Namespace) -> int:
    """0 when the file was written; 1 when there is nothing to write or the second word is missing."""
    from opora.access.rules import SYSTEM
    from opora.common.errors import Refused
    from opora.release import actions, queries
    from opora.release.files import kinds_of

    path = Path(args.out)
    kind = path.suffix.lstrip(".").lower()
    found = _found(args.table)
    told: dict[str, Any] = {"table": args.table, "released": False, "file": None}
    if found is None:
        return _refused(
            args, told, _("Nothing of this table has been prepared yet. Prepare it on the page of releases.")
        )
    told |= {"number": found.number, "title": found.title, "hidden": found.hidden, "sha256": found.sha256}
    if found.state == "waiting":
        return _refused(args, told, _("A second person has not let this table go yet."))
    if found.state != "released":
        return _refused(args, told, _("This release is not in force."))
    if kind not in kinds_of(queries.get_release(actor=SYSTEM, release_id=found.pk).content):
        raise Refused(_("This release has no file .%(kind)s.") % {"kind": kind})
    _release, content = actions.take_file(actor=SYSTEM, release_id=found.pk, kind=kind)
    path.write_bytes(content)
    told |= {"released": True, "file": str(path)}
    if args.json:
        print(json.dumps(told, ensure_ascii=False, indent=2))
    else:
        print(_("Written: %(file)s (release No. %(number)s)") % told)
    return 0


def _found(table: str) -> "Release | None":
    from opora.access.rules import SYSTEM
    from opora.common.errors import Refused
    from opora.release import queries, words

    if table.isdecimal():
        return queries.by_number(actor=SYSTEM, number=int(table)) if len(table) < 10 else None
    if table not in words.TABLES:
        said = {"table": table, "known": ", ".join(words.TABLES)}
        raise Refused(_("There is no table “%(table)s”. Tables: %(known)s.") % said)
    return queries.newest_of(actor=SYSTEM, table=table)


def _refused(args: argparse.Namespace, told: dict[str, Any], reason: str) -> int:
    if args.json:
        print(json.dumps({**told, "reason": reason}, ensure_ascii=False, indent=2))
    else:
        print(reason, file=sys.stderr)
    return 1
