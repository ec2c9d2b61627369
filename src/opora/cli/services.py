"""Print what was given to families in a period: how often, to how many families and people, for how many hours."""

import argparse
import json
import sys
from typing import TYPE_CHECKING, Any

from opora.cli import asked
from opora.config.terminal import words as _

if TYPE_CHECKING:
    from opora.services.queries import Totals

BY = ("direction", "service", "format", "provider")


def add_parser(subparsers: Any) -> None:
    parser = subparsers.add_parser(
        "services",
        help="services given: counts, families, people, hours",
        description="Services held. Days are ISO or DD.MM.YYYY; each family and person counts once in a line.",
    )
    parser.add_argument("--from", dest="start", metavar="D", help="given on this day or later")
    parser.add_argument("--to", dest="end", metavar="D", help="given on this day or earlier")
    parser.add_argument("--by", choices=BY, default="service", help="what makes a line (a service otherwise)")
    parser.add_argument("--json", action="store_true", help="print JSON")


def run(args: argparse.Namespace) -> int:
    """Read with the whole organization's eyes: whoever may run commands here may read everything here."""
    from opora.access.rules import SYSTEM
    from opora.services.queries import count_services

    start, end = asked.days(args.start, args.end)
    total, groups = count_services(actor=SYSTEM, by=args.by, start=start, end=end)
    if args.json:
        said = {
            "from": start.isoformat() if start else None,
            "to": end.isoformat() if end else None,
            "by": args.by,
            "total": _sums(total),
            "lines": [{"name": one.name, "code": one.code, **_sums(one.totals)} for one in groups],
        }
        json.dump(said, sys.stdout, ensure_ascii=False, indent=2)
        print()
        return 0
    head = (_("times"), _("families"), _("people"), _("hours"))
    print(" ".join(f"{word:>8}" for word in head))
    for code, name, sums in [*((one.code, one.name, one.totals) for one in groups), ("", _("in all"), total)]:
        print(f"{sums.count:>8} {sums.families:>8} {sums.people:>8} {sums.hours:>8}  {name} {code}".rstrip())
    return 0


def _sums(totals: "Totals") -> dict[str, Any]:
    return {"count": totals.count, "families": totals.families, "people": totals.people, "hours": totals.hours}
