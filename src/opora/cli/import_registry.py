"""Bring the cases of a registry workbook in.

The result goes to standard output, as lines for people or with --json as JSON; everything said on the way goes to
the error stream, with a progress bar when that is a terminal. Exit code 0 when the file could be read, else 2.
"""

import argparse
import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from opora.config.terminal import words as _

NEEDS = "practice"
SHOWN = 20


def add_parser(subparsers: Any) -> None:
    parser = subparsers.add_parser("import-registry", help="bring the cases of a registry workbook in")
    parser.add_argument("file", metavar="FILE", help="the workbook (.xlsx)")
    parser.add_argument("--dry-run", action="store_true", help="say what would be done and change nothing")
    parser.add_argument("--json", action="store_true", help="print the result as JSON")
    parser.add_argument(
        "--program", metavar="NAME", help="the program of rows whose department does not say which it is"
    )


def run(args: argparse.Namespace) -> int:
    from opora.access.rules import SYSTEM
    from opora.common.dates import today
    from opora.common.errors import Refused
    from opora.registry import actions, summary

    try:
        with Path(args.file).open("rb") as file:
            # One byte more than is allowed shows that a file is too large, however large it is.
            data = file.read(actions.LARGEST_FILE + 1)
    except OSError as error:
        raise Refused(_why_closed(error, args.file)) from error
    program_id = _program(args.program)
    act = actions.preview if args.dry_run else actions.import_registry
    with _progress() as progress:
        plan = act(actor=SYSTEM, data=data, program_id=program_id, on=today(), progress=progress)
    report = summary.report(plan)
    if args.json:
        print(json.dumps(report, ensure_ascii=False, indent=1))
    else:
        _print(report, dry_run=args.dry_run)
    return 0


def _why_closed(error: OSError, file: str) -> str:
    """Why a file cannot be opened, in the language of the installation and not of the machine."""
    if isinstance(error, FileNotFoundError):
        return _("There is no file %(file)s. Check its name and folder.", file=file)
    if isinstance(error, IsADirectoryError):
        return _("%(file)s is a folder. Name the registry workbook in it.", file=file)
    if isinstance(error, PermissionError):
        return _("You may not read the file %(file)s. Ask its owner to let you.", file=file)
    return _("The file %(file)s cannot be opened: %(reason)s.", file=file, reason=error.strerror or error)


def _program(name: str | None) -> int | None:
    from opora.access.rules import SYSTEM
    from opora.common.errors import NotFound, Refused
    from opora.programs import queries

    if name is None:
        return None
    try:
        return queries.find_program(actor=SYSTEM, name=name).pk
    except NotFound:
        known = ", ".join(program.name for program in queries.list_programs(actor=SYSTEM))
        raise Refused(_("There is no program “%(name)s”. There are: %(known)s.", name=name, known=known)) from None


@contextmanager
def _progress() -> Iterator[Any]:
    """Show on a terminal how far the work has come; for anybody else stay silent."""
    from opora.registry.reading import silent

    if not sys.stderr.isatty():
        yield silent
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.completed:.0f}"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        stages: dict[str, TaskID] = {}
        shown = 0

        def show(stage: str, done: int) -> None:
            nonlocal shown
            if stage not in stages:
                for finished in stages.values():
                    bar.remove_task(finished)
                stages.clear()
                stages[stage] = bar.add_task(_stage(stage), total=None)
                shown = 0
            bar.advance(stages[stage], done - shown)
            shown = done

        yield show


def _stage(stage: str) -> str:
    return {
        "reading": _("Reading the rows"),
        "comparing": _("Comparing with what is recorded"),
        "families": _("Writing the families"),
        "cases": _("Writing the cases"),
        "totals": _("Writing the weak sides at entry and exit"),
    }.get(stage, "")


def _print(report: dict[str, Any], *, dry_run: bool) -> None:
    heading = _("This would be done:") if dry_run else _("This was done:")
    print(heading)
    print("  " + _("new cases: %(n)s", n=report["imported"]))
    print("  " + _("changed cases: %(n)s", n=report["updated"]))
    print("  " + _("unchanged cases: %(n)s", n=report["unchanged"]))
    for title, lines in ((_("Rejected:"), report["rejected"]), (_("Read with a remark:"), report["warnings"])):
        if not lines:
            continue
        print(title)
        for line in lines[:SHOWN]:
            place = _("sheet “%(sheet)s”, row %(row)s", sheet=line["sheet"], row=line["row"])
            column = f", {line['column']}" if line["column"] else ""
            value = f" «{line['value']}»" if line["value"] is not None else ""
            print(f"  {place}{column}{value}: {line['reason']}")
        if len(lines) > SHOWN:
            print("  " + _("… and %(n)s more; --json shows all of them.", n=len(lines) - SHOWN))
