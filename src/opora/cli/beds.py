"""Print how the beds of the centres are taken, on a day or over a time."""

import argparse
import json
from dataclasses import asdict
from datetime import date
from typing import TYPE_CHECKING, Any

from opora.cli import asked
from opora.config.terminal import words as _

if TYPE_CHECKING:
    from opora.stays.queries import PlaceFigures

AGREED = ("name", "beds", "taken", "free", "families", "women", "children", "bed_nights", "admitted", "left")
"""What programs read, in this order and no more; people read beside it what explains these figures."""


def add_parser(subparsers: Any) -> None:
    parser = subparsers.add_parser(
        "beds",
        help="beds, families and nights of the crisis centres",
        description=(
            "Beds as they stand on the day (of a time: on its last day), families, women, children and nights over all "
            "its days. A night belongs to the day on which it begins; the day of leaving is no night. Days are ISO or "
            "DD.MM.YYYY."
        ),
    )
    parser.add_argument("--on", metavar="D", help="one day (today otherwise)")
    parser.add_argument("--from", dest="first", metavar="D", help="the first day of a time")
    parser.add_argument("--to", dest="last", metavar="D", help="the last day of a time")
    parser.add_argument("--json", action="store_true", help="print JSON")


def run(args: argparse.Namespace) -> int:
    """Read with the whole organization's eyes: whoever may run commands here may read everything here."""
    from opora.access.rules import SYSTEM
    from opora.common.dates import today
    from opora.stays import queries

    on = today()
    first, last = _days(args, on)
    found = queries.figures(actor=SYSTEM, first=first, last=last, today=on)
    if args.json:
        print(json.dumps({"places": [_as_json(one) for one in found.places]}, ensure_ascii=False, indent=1))
        return 0
    print(f"{first:%d.%m.%Y}" if first == last else f"{first:%d.%m.%Y} – {last:%d.%m.%Y}")
    for one in found.places:
        sentence = _(
            "%(name)s: beds %(beds)s, taken %(taken)s, free %(free)s; families %(families)s, women %(women)s, "
            "children %(children)s; nights %(bed_nights)s, moved in %(admitted)s, left %(left)s"
        )
        print(sentence % asdict(one))
        if one.over or one.blocked:
            print("  " + _("above the number of beds %(over)s, out of use %(blocked)s") % asdict(one))
    if found.without_place:
        print(_("Families whose bed nobody has recorded: %(n)s") % {"n": found.without_place})
    return 0


def _as_json(one: "PlaceFigures") -> dict[str, Any]:
    known = asdict(one)
    return {name: known[name] for name in AGREED}


def _days(args: argparse.Namespace, on: date) -> tuple[date, date]:
    from opora.common.errors import Refused

    if args.on and (args.first or args.last):
        raise Refused(_("Give one day with --on, or a time with --from and --to."))
    if args.on or not (args.first or args.last):
        day = asked.day(args.on, "--on") or on
        return day, day
    start, end = asked.days(args.first, args.last)
    last = end or on
    first = start or last.replace(day=1)
    if last < first:
        raise Refused(_("The last day is earlier than the first one."))
    return first, last
