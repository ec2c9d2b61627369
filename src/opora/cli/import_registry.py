"""Bring the cases of a registry workbook in.

The result goes to standard output, as lines for people or with --json as JSON; everything said on the way goes to
the error stream, with a progress bar when that is a terminal. Exit code 0 when the file could be read, else 2.
"""

import argparse
import json
import re
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from opora.cli import asked as typed
from opora.config.terminal import words as _

NEEDS = "practice"
SHOWN = 20


def add_parser(subparsers: Any) -> None:
    parser = subparsers.add_parser("import-registry", help="bring the cases of a registry workbook in")
    parser.add_argument("file", metavar="FILE", help="the workbook (.xlsx, .xls or .ods)")
    parser.add_argument("--dry-run", action="store_true", help="say what would be done and change nothing")
    parser.add_argument("--json", action="store_true", help="print the result as JSON")
    parser.add_argument(
        "--program", metavar="NAME", help="the program of rows whose department does not say which it is"
    )
    parser.add_argument(
        "--column",
        metavar='FIELD="TITLE"',
        action="append",
        default=[],
        help="the column that holds a field, by its title or letter, or - for none: --column exit=K",
    )
    parser.add_argument(
        "--erase-emptied", action="store_true", help="an emptied cell erases what is recorded; else it stays"
    )


def run(args: argparse.Namespace) -> int:
    from opora.access.rules import SYSTEM
    from opora.common.dates import today
    from opora.common.errors import Refused
    from opora.registry import actions, summary
    from opora.registry.reading import ColumnsAsked

    try:
        with Path(args.file).open("rb") as file:
            # One byte more than is allowed shows that a file is too large, however large it is.
            data = file.read(actions.LARGEST_FILE + 1)
    except OSError as error:
        raise Refused(_why_closed(error, args.file)) from error
    program = typed.program(args.program)
    program_id = program.pk if program is not None else None
    choices = _choices(args.column)
    act = actions.preview if args.dry_run else actions.import_registry
    try:
        with _progress() as progress:
            plan = act(
                actor=SYSTEM,
                data=data,
                program_id=program_id,
                choices=choices,
                erases_emptied=args.erase_emptied,
                on=today(),
                progress=progress,
            )
    except ColumnsAsked as asked:
        raise Refused(f"{asked} {_how_to_say(asked.questions)}") from asked
    report = summary.report(plan)
    if args.json:
        print(json.dumps(report, ensure_ascii=False, indent=1))
    else:
        _print(report, dry_run=args.dry_run)
        _say_what_may_be_decided(plan, args)
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


def _choices(given: Sequence[str]) -> Any:
    """What --column says: a field, and the title or the letter of its column."""
    from opora.common.errors import Refused
    from opora.registry.rules.choices import Choices, Meaning
    from opora.registry.rules.header import Field
    from opora.registry.rules.titles import title_key

    names = {name: field for field in Field for name in (field.value, field.name.lower())}
    meanings, absent = [], set()
    for one in given:
        name, _equals, title = one.partition("=")
        field, title = names.get(name.strip().casefold()), title.strip().strip("«»\"'")
        if field is None or not title:
            known = ", ".join(field.name.lower() for field in Field)
            raise Refused(_("Not understood: --column %(given)s. The fields are: %(known)s.", given=one, known=known))
        if title == "-":
            absent.add(field)
        elif re.fullmatch(r"[A-Za-z]{1,2}", title):
            meanings.append(Meaning(field, "", title.upper()))
        else:
            meanings.append(Meaning(field, title_key(title)))
    return Choices(tuple(meanings), frozenset(absent))


def _how_to_say(questions: Sequence[Any]) -> str:
    """The option by which the questions are answered, ready to be pasted."""
    options = []
    for one in questions:
        first = one.candidates[0]
        options.append(f'--column {one.field.name.lower()}="{first.letter if one.needs_letters else first.title}"')
    return _("For example: %(options)s", options=" ".join(options))


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
    if report.get("updates"):
        print(_("Changed:"))
    for line in report.get("updates", ()):
        place = _("sheet “%(sheet)s”, row %(row)s", sheet=line["sheet"], row=line["row"])
        print(f"  {place}, {line['department']}, № {line['number']}")
        for change in line["changes"]:
            print(f"    {_column(change['field'])}: {change['before'] or '—'} → {change['after'] or '—'}")
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


def _say_what_may_be_decided(plan: Any, args: argparse.Namespace) -> None:
    """The options by which somebody answers what the browser would ask."""
    if plan.asks_program and args.program is None:
        print(_("To name the program of departments that do not say it: --program NAME"))
    if plan.emptied and not args.erase_emptied:
        print(_("Emptied cells erase what is recorded only with --erase-emptied."))


def _column(name: str) -> str:
    from opora.registry.words import COLUMN_NAMES

    return str(COLUMN_NAMES[name])
