"""Print what came of the closed cases, or write it as a report: table, statistics, findings, verdict."""

import argparse
import json
import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from opora.cli import asked
from opora.config.terminal import words as _

if TYPE_CHECKING:
    from opora.evidence.rules import OutcomeRow, Outcomes, ProgramOutcome

FORMATS = (".xlsx", ".csv", ".pdf")
WIDE = 150  # of a pipe or a file, which has no width of its own


def add_parser(subparsers: Any) -> None:
    parser = subparsers.add_parser(
        "outcomes",
        help="the outcome table, its statistics and findings",
        description="What came of the closed cases. Days are ISO or DD.MM.YYYY and mean the day of closing.",
    )
    parser.add_argument("--program", metavar="NAME", help="one program, by name or code (all of them otherwise)")
    parser.add_argument("--from", dest="closed_from", metavar="D", help="closed on this day or later")
    parser.add_argument("--to", dest="closed_to", metavar="D", help="closed on this day or earlier")
    parser.add_argument(
        "--pooled", action="store_true", help="also take the programs together, shown beside each of them"
    )
    parser.add_argument("--recount", action="store_true", help="count all closed months anew first, when in doubt")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="print JSON")
    form.add_argument("--out", metavar="FILE", help="write FILE.xlsx, FILE.csv or FILE.pdf")
    parser.add_argument(
        "--public", action="store_true", help="with --out FILE.pdf: the report that may leave the house"
    )


def run(args: argparse.Namespace) -> int:
    """Read with the whole organization's eyes: whoever may run commands here may read everything here."""
    from opora.access.rules import SYSTEM
    from opora.common.errors import Refused
    from opora.evidence import queries
    from opora.evidence.actions import count_all_months

    _check_file(args.out, public=args.public)
    if args.recount:
        count_all_months()
    cohort = _cohort(args)
    found = queries.outcomes(actor=SYSTEM, cohort=cohort, limit=None)
    if args.json:
        json.dump(_as_json(found), sys.stdout, ensure_ascii=False, allow_nan=False, indent=2)
        print()
    elif args.out:
        from opora.reports.actions import write_outcomes

        try:
            write_outcomes(actor=SYSTEM, outcomes=found, path=Path(args.out), public=args.public)
        except OSError as trouble:
            raise Refused(
                _("%(name)s: the file cannot be written here. Name another place.") % {"name": args.out}
            ) from trouble
        print(args.out, file=sys.stderr)
    else:
        _show(found)
    return 0


def _check_file(name: str | None, *, public: bool) -> None:
    """Refuse a report nobody can write before the figures are computed."""
    from opora.common.errors import Refused

    if public and (name is None or Path(name).suffix.lower() != ".pdf"):
        raise Refused(_("--public makes the PDF that may leave the house: give it a name with --out FILE.pdf."))
    if name is None:
        return
    if Path(name).suffix.lower() not in FORMATS:
        raise Refused(
            _("%(name)s: a report ends in %(endings)s. Give the file one of these endings.")
            % {"name": name, "endings": ", ".join(FORMATS)}
        )
    if not Path(name).absolute().parent.is_dir():
        raise Refused(_("%(name)s: there is no such folder. Make it first or name another.") % {"name": name})


def _cohort(args: argparse.Namespace) -> Any:
    from opora.evidence.rules import Cohort

    program = asked.program(args.program)
    program_ids = () if program is None else (program.pk,)
    closed_from, closed_to = asked.days(args.closed_from, args.closed_to)
    return Cohort(program_ids, closed_from=closed_from, closed_to=closed_to, pooled=args.pooled)


def _as_json(found: "Outcomes") -> dict[str, Any]:
    from opora.common.dates import today
    from opora.evidence.rules import with_cases

    tables = [program.rows for program in found.programs]
    numbers = {row.case_id: row.number for rows in tables for row in rows}
    programs = [with_cases(program, program.rows) for program in found.programs]
    said: dict[str, Any] = {
        "taken_on": today().isoformat(),
        "programs": [_program(program, numbers) for program in programs],
    }
    if found.pooled is not None:
        said["pooled"] = _program(with_cases(found.pooled, *tables), numbers)
    return said


def _program(outcome: "ProgramOutcome", numbers: Mapping[int, str]) -> dict[str, Any]:
    from opora.evidence import words

    change, shift, test = outcome.change, outcome.shift, outcome.test
    measured = bool(outcome.paired)
    return {
        "name": outcome.name,
        "closed": outcome.closed,
        "paired": outcome.paired,
        "missing_exit": outcome.missing_exit,
        "rows": [_row(row) for row in outcome.rows],
        "entry_sum": outcome.entry.total if measured else None,
        "exit_sum": outcome.exit.total if measured else None,
        "change": {
            "mean": change.mean,
            "median": change.median,
            "min": change.minimum,
            "max": change.maximum,
            "hodges_lehmann": shift.estimate,
            "interval": shift.interval,
            "confidence": shift.confidence,
        },
        "improved": {
            "n": outcome.improved.n,
            "share": outcome.improved.share,
            "interval": outcome.improved.interval,
        },
        "wilcoxon": {
            "p_two_sided": test.p_two_sided,
            "p_one_sided": test.p_one_sided,
            "smallest_possible_p": test.smallest_possible_p,
        },
        "sign_test": {"p_two_sided": outcome.sign_test_p},
        "rank_biserial": test.rank_biserial,
        "verdict": words.verdict(outcome.verdict),
        "findings": [
            {
                "code": str(finding.code),
                "text": words.finding_text(finding),
                "cases": [numbers[case_id] for case_id in finding.case_ids],
            }
            for finding in outcome.findings
        ],
        "reasons": _reasons(outcome),
    }


def _row(row: "OutcomeRow") -> dict[str, Any]:
    return {
        "department": row.department,
        "parent": row.parent,
        "children": list(row.children_codes),
        "number": row.number,
        "opened_on": _iso(row.opened_on),
        "closed_on": _iso(row.closed_on),
        "extended_to": _iso(row.extended_to),
        "followed_up_on": _iso(row.followed_up_on),
        "entry": row.entry,
        "exit": row.exit,
        "change": row.change,
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


# Where a figure that has no value stands in the JSON, by the path it has in the rules.
_PLACES: Mapping[str, tuple[str, ...]] = {
    "entry": ("entry_sum",),
    "exit": ("exit_sum",),
    "change": ("change.mean", "change.median", "change.min", "change.max"),
    "shift.estimate": ("change.hodges_lehmann",),
    "shift.interval": ("change.interval", "change.confidence"),
    "improved": ("improved.share", "improved.interval"),
    "test": ("wilcoxon.p_two_sided", "wilcoxon.p_one_sided", "wilcoxon.smallest_possible_p"),
    "sign_test_p": ("sign_test.p_two_sided",),
    "rank_biserial": ("rank_biserial",),
}


def _reasons(outcome: "ProgramOutcome") -> dict[str, str]:
    """Why each null is null, by its path; and why the verdict is what it is."""
    from opora.evidence import words

    reasons = {
        place: words.reason(why) for figure, why in outcome.undefined.items() for place in _PLACES.get(figure, ())
    }
    return {"verdict": words.verdict_reason(outcome), "verdict_on_children": words.children_reason(outcome)} | reasons


def _show(found: "Outcomes") -> None:
    """For a person at a terminal: tables, figures, findings, limits."""
    from rich import box
    from rich.console import Console
    from rich.markup import escape
    from rich.table import Table

    from opora.common.dates import show_day, today
    from opora.evidence import words

    console = Console(highlight=False, width=None if sys.stdout.isatty() else WIDE)
    console.print(_("Figures of %(day)s") % {"day": show_day(today())})
    outcomes = [*found.programs, *([found.pooled] if found.pooled else [])]
    if not outcomes:
        print(_("No case was closed in this period."), file=sys.stderr)
    for outcome in outcomes:
        console.rule(escape(outcome.name))
        if outcome.rows:
            table = Table(box=box.SIMPLE)
            for column in words.columns(outcome.layout):
                table.add_column(escape(column.title), overflow="fold")
            for place, row in enumerate(outcome.rows, start=1):
                values = words.cells(row, place=place, layout=outcome.layout)
                shown = (show_day(value) if isinstance(value, date) else value for value in values)
                table.add_row(*("" if value is None else escape(str(value)) for value in shown))
            console.print(table)
        for line in words.lines(outcome):
            console.print(f"{line.label}: [bold]{escape(line.value)}[/]  {escape(line.note)}".rstrip())
        console.print(f"\n[bold]{words.verdict(outcome.verdict)}[/]: {escape(words.verdict_reason(outcome))}")
        console.print(escape(words.children_reason(outcome)))
        for finding in outcome.findings:
            console.print(f"• {escape(words.finding_text(finding))}")
        for caveat in words.caveats(outcome):
            console.print(f"[dim]{escape(caveat)}[/]")
