"""Serve the product in the browser.

The first visit creates the administrator: the one-time link for it is printed in the terminal.
"""

import argparse
import sys
from typing import Any

from opora.cli import server

NEEDS = "settings"


def add_parser(subparsers: Any) -> None:
    parser = subparsers.add_parser("serve", help="serve the product in the browser")
    server.add_arguments(parser)


def run(args: argparse.Namespace) -> int:
    from opora.access import actions
    from opora.config import ground
    from opora.config.terminal import words as _

    with server.claim(args.host, args.port) as listening:
        steps = server.Steps(_("Opora"))
        ground.prepare(say=steps)
        ground.collect_static(say=steps)
        steps.done()
        link = actions.create_setup_link()
        if link:
            first = f"{server.address(args.host, args.port)}{link}"
            print("\n  " + _("Nobody works here yet. Create the administrator, once, at"), file=sys.stderr)
            print(f"  {first}", file=sys.stderr)
        server.serve(listening, host=args.host, port=args.port)
    return 0
