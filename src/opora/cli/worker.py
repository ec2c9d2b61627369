"""Work through the job queue, for installations that run it beside several web processes.

`./opora serve` has a worker inside; this command is for whoever serves the pages in another way.
"""

import argparse
from typing import Any

NEEDS = "practice"


def add_parser(subparsers: Any) -> None:
    parser = subparsers.add_parser("worker", help="work through the job queue")
    parser.add_argument("--once", action="store_true", help="stop when the queue is empty")


def run(args: argparse.Namespace) -> int:
    from opora.config import jobs
    from opora.config.keeper import Keeper
    from opora.config.raising import raise_rooms

    raise_rooms()
    keeper = Keeper()
    if not args.once:
        keeper.start()
    try:
        jobs.work(wait=not args.once)
    finally:
        keeper.stop()
    return 0
