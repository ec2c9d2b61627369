"""Measure pages, the outcome table and the import in new homes; with --likeness, how people are recognized."""

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Any

NEEDS = "database"
SMALL, LARGE = 1_000, 100_000
BESIDE = 2_000


def add_parser(subparsers: Any) -> None:
    parser = subparsers.add_parser("bench", help="measure speed and memory in new homes")
    parser.add_argument(
        "--cases", type=int, help=f"how many cases to grow to (default {LARGE}; {BESIDE} with --beside)"
    )
    parser.add_argument("--rows", type=int, default=10_000, help="rows of the workbook to import (default 10,000)")
    parser.add_argument(
        "--likeness", action="store_true", help="measure how well second records of one person are noticed; no database"
    )
    parser.add_argument(
        "--beside", type=Path, metavar="CHECKOUT", help="compare pages with another checkout of Opora, in turn"
    )
    parser.add_argument(
        "--only",
        action="append",
        default=[],
        metavar="MEASURE",
        help="this measure only, or this part: issues at once, tables beside bare SQL, outcome table, indicators, "
        "outcome study, import",
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    if args.likeness:
        from opora.bench.likeness import measure_likeness

        print("\n".join(measure_likeness().lines()))
        return 0
    from opora.cli import server

    steps = server.Steps("Opora: measuring")
    try:
        for lines in _measured(args, steps):
            steps.done()
            print("\n".join(lines), flush=True)
    finally:
        steps.done()
    return 0


def _measured(args: argparse.Namespace, steps: Any) -> Iterator[list[str]]:
    if args.beside:
        from opora.bench.beside import compare

        return compare(args.beside, cases=args.cases or BESIDE, only=args.only, say=steps)
    from opora.bench.course import measure

    cases = args.cases or LARGE
    return measure(small=min(SMALL, cases), large=cases, import_rows=args.rows, only=args.only, say=steps)
