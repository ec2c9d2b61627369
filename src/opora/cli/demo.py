"""Set up everything with the ten historical cases and invented families, and serve it."""

import argparse
import sys
from typing import Any

from opora.cli import server
from opora.common.errors import Refused
from opora.config.terminal import words as _

NEEDS = "settings"


def add_parser(subparsers: Any) -> None:
    parser = subparsers.add_parser("demo", help="set up everything with invented families, and serve it")
    server.add_arguments(parser)
    parser.add_argument("--no-serve", action="store_true", help="set up and end")
    parser.add_argument("--families", type=int, default=60, help="how many families to invent (default 60)")
    parser.add_argument("--seed", type=int, help="another number invents other families")


def run(args: argparse.Namespace) -> int:
    if args.no_serve:
        _set_up(args.families, args.seed)
        return 0
    with server.claim(args.host, args.port) as listening:
        _set_up(args.families, args.seed)
        server.serve(listening, host=args.host, port=args.port)
    return 0


def _set_up(families: int, seed: int | None) -> None:
    from opora.access import queries
    from opora.config import ground
    from opora.config.home import home
    from opora.demo import actions

    steps = server.Steps(_("Opora: a demonstration with invented families"))
    try:
        ground.prepare(say=steps)
        mark = home() / "demo"
        if not mark.exists():
            _refuse_among_real_work(queries.somebody_works_here())
            mark.touch()
        ground.collect_static(say=steps)
        people = actions.ensure_demo(steps, size=families, seed=actions.SEED if seed is None else seed)
        ground.seal_journal()
    finally:
        steps.done()
    _print_people(people)


def _refuse_among_real_work(somebody_works_here: bool) -> None:
    if somebody_works_here:
        raise Refused(
            _(
                "People already work with this installation; invented families do not belong among real ones. "
                "Give the demonstration a home of its own: OPORA_HOME=~/opora-demo ./opora demo"
            )
        )


def _print_people(people: Any) -> None:
    """Who may sign in, as (what they are here, e-mail, password)."""
    if not people:
        return
    print("\n  " + _("Sign in as one of them:"), file=sys.stderr)
    widths = [max(len(row[column]) for row in people) for column in range(3)]
    for row in people:
        print("  " + "  ".join(text.ljust(width) for text, width in zip(row, widths, strict=True)), file=sys.stderr)
