"""Measure pages, the outcome table and the import on a scratch database; with --likeness, how people are recognized."""

import argparse
from typing import Any

NEEDS = "database"
SMALL, LARGE = 1_000, 100_000


def add_parser(subparsers: Any) -> None:
    parser = subparsers.add_parser("bench", help="measure speed and memory on a scratch database")
    parser.add_argument("--cases", type=int, default=LARGE, help=f"how many cases to grow to (default {LARGE})")
    parser.add_argument("--rows", type=int, default=10_000, help="rows of the workbook to import (default 10,000)")
    parser.add_argument(
        "--likeness", action="store_true", help="measure how well second records of one person are noticed; no database"
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    if args.likeness:
        from opora.bench.likeness import measure_likeness

        print("\n".join(measure_likeness().lines()))
        return 0
    from opora.bench.course import measure
    from opora.cli import server

    steps = server.Steps("Opora: measuring")
    try:
        for lines in measure(small=min(SMALL, args.cases), large=args.cases, import_rows=args.rows, say=steps):
            steps.done()
            print("\n".join(lines), flush=True)
    finally:
        steps.done()
    return 0
