"""Set up everything with the ten historical cases and invented families, and serve it."""

import argparse
import contextlib
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

from opora.cli import server
from opora.common.errors import Refused
from opora.config.terminal import words as _

NEEDS = "settings"


def add_parser(subparsers: Any) -> None:
    parser = subparsers.add_parser("demo", help="set up everything with invented families, and serve it")
    server.add_arguments(parser)
    parser.add_argument("--no-serve", action="store_true", help="set up and end")
    parser.add_argument("--rest", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--families", type=int, default=60, help="how many families to invent (default 60)")
    parser.add_argument("--seed", type=int, help="another number invents other families")


def run(args: argparse.Namespace) -> int:
    if args.rest:
        _add_rest(args)
        return 0
    if args.no_serve:
        _set_up(args)
        return 0
    from opora.demo.actions import FIRST

    with server.claim(args.host, args.port) as listening:
        _set_up(args, first=FIRST)
        with _others_beside(args):
            server.serve(listening, host=args.host, port=args.port)
    return 0


def _set_up(args: argparse.Namespace, *, first: int | None = None) -> None:
    from opora.access import queries
    from opora.config import ground
    from opora.config.home import home

    steps = server.Steps(_("Opora: a demonstration with invented families"))
    try:
        ground.prepare(say=steps)
        mark = home() / "demo"
        if not mark.exists():
            _refuse_among_real_work(queries.somebody_works_here())
            mark.touch()
        ground.collect_static(say=steps)
        people = _ensure(args, steps, first)
        ground.seal_journal()
    finally:
        steps.done()
    _print_people(people)


def _ensure(args: argparse.Namespace, steps: server.Steps, first: int | None) -> list[tuple[str, str, str]]:
    from opora.demo import actions

    seed = actions.SEED if args.seed is None else args.seed
    return actions.ensure_demo(steps, size=args.families, seed=seed, first=first)


def _add_rest(args: argparse.Namespace) -> None:
    from opora.config import ground

    ground.prepare()
    steps = server.Steps(_("The other families come while you look around."))
    try:
        _ensure(args, steps, None)
        ground.seal_journal()
    finally:
        steps.done()


@contextlib.contextmanager
def _others_beside(args: argparse.Namespace) -> Iterator[None]:
    """What the first page need not wait for is invented by a process beside the web server, and ends with it.

    Interrupted, it goes on at the next start.
    """
    from opora.demo.actions import is_whole

    if is_whole():
        yield
        return
    given = ["--families", str(args.families), *(["--seed", str(args.seed)] if args.seed is not None else [])]
    # A session of its own: Ctrl-C is for the server, which ends this too.
    beside = subprocess.Popen([sys.executable, "-P", "-m", "opora", "demo", "--rest", *given], start_new_session=True)
    try:
        yield
    finally:
        beside.terminate()
        beside.wait()


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
