"""Print what lies in the stock places, today or on any past day, read from the ledger alone."""

import argparse
import json
import sys
from typing import TYPE_CHECKING, Any

from opora.cli import asked
from opora.config.terminal import words as _

if TYPE_CHECKING:
    from opora.goods.queries import StockLine


def add_parser(subparsers: Any) -> None:
    parser = subparsers.add_parser("stock", help="what lies in the warehouse, today or on a past day")
    parser.add_argument("--on", metavar="D", help="at the end of this day (ISO or DD.MM.YYYY), today otherwise")
    parser.add_argument("--json", action="store_true", help="print JSON")


def run(args: argparse.Namespace) -> int:
    """Read with the whole organization's eyes: whoever may run commands here may read everything here."""
    from opora.access.rules import SYSTEM
    from opora.common.dates import today
    from opora.goods import queries

    found = queries.stock_on(actor=SYSTEM, on=asked.day(args.on, "--on") or today())
    if args.json:
        shown = {"places": [{"name": place.name, "lines": [_plain(line) for line in lines]} for place, lines in found]}
        json.dump(shown, sys.stdout, ensure_ascii=False, allow_nan=False, indent=1)
        print()
    else:
        for place, lines in found:
            print(place.name)
            for line in lines:
                print("  " + _said(line))
            if not lines:
                print("  " + _("nothing"))
    # The balances that pages show are the same sums; should they ever differ, somebody must know.
    if broken := queries.unbalanced():
        print(_("%(n)s lots do not match their movements.", n=len(broken)), file=sys.stderr)
        return 1
    return 0


def _plain(line: "StockLine") -> dict[str, Any]:
    from opora.goods import words

    return {
        "good": line.good,
        "unit": words.unit(line.unit),
        "size": line.size,
        "quantity": _number(line.quantity),
        "reserved": _number(line.reserved),
        "earliest_expiry": line.earliest_expiry.isoformat() if line.earliest_expiry else None,
    }


def _number(quantity: Any) -> int | float:
    return int(quantity) if quantity == quantity.to_integral_value() else float(quantity)


def _said(line: "StockLine") -> str:
    from opora.common.dates import show_day
    from opora.goods import words

    said = f"{words.named(line.good, line.size)}: {line.said}"
    if line.reserved:
        said += ", " + _("%(n)s of it put aside", n=words.amount(line.reserved))
    if line.earliest_expiry:
        said += ", " + _("good until %(day)s", day=show_day(line.earliest_expiry))
    return said
