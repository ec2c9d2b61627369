"""Print the indicators of a period: value, numerator and denominator, what is not known, definition, groups."""

import argparse
import json
import sys
from typing import TYPE_CHECKING, Any

from opora.cli import asked
from opora.config.terminal import words as _

if TYPE_CHECKING:
    from opora.indicators.queries import Answer
    from opora.indicators.rules import Figure, Period


def add_parser(subparsers: Any) -> None:
    parser = subparsers.add_parser(
        "indicators",
        help="indicators of a period",
        description="Every indicator with what it rests on. Days are ISO or DD.MM.YYYY; without them the last year.",
    )
    parser.add_argument("--program", metavar="NAME", help="one program, by name or code (the whole house otherwise)")
    parser.add_argument("--from", dest="first", metavar="D", help="the first day of the period")
    parser.add_argument("--to", dest="last", metavar="D", help="the last day of the period")
    parser.add_argument("--as-of", dest="as_of", metavar="D", help="look from this day: what came later is not known")
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument(
        "--own-file", action="store_true", help="print the indicators composed here as indicators.toml of a practice"
    )


def run(args: argparse.Namespace) -> int:
    """Read with the whole organization's eyes: whoever may run commands here may read everything here."""
    from opora.access.rules import SYSTEM
    from opora.common.dates import today
    from opora.common.errors import Refused
    from opora.indicators import queries
    from opora.indicators.rules import period_of

    if args.own_file:
        print(queries.own_as_file(actor=SYSTEM), end="")
        return 0
    first, last = asked.days(args.first, args.last)
    period = period_of(first, last, asked.day(args.as_of, "--as-of") or today())
    if period.is_empty:
        raise Refused(_("The period begins after the day one looks from."))
    program = asked.program(args.program)
    ids = () if program is None else (program.pk,)
    found = [
        queries.read_indicator(actor=SYSTEM, code=one.code, period=period, program_ids=ids, with_months=False)
        for one in queries.indicators_in_force(actor=SYSTEM)
    ]
    outside = queries.newest_outside(actor=SYSTEM, day=period.last)
    if args.json:
        said = {
            "period": {"from": period.first.isoformat(), "to": period.last.isoformat()},
            "as_of": period.as_of.isoformat(),
            "indicators": [
                *(line for one in found for line in _lines(one, period, program)),
                *(_outside(code, figure) for code, figure in outside.items()),
            ],
        }
        json.dump(said, sys.stdout, ensure_ascii=False, allow_nan=False, indent=2)
        print()
    else:
        _show(found, period)
    return 0


def _lines(one: "Answer", period: "Period", program: Any) -> list[dict[str, Any]]:
    """The line of an indicator; of the whole house, one for each program beside it (never pooled silently, Q-12)."""
    from opora.access.rules import SYSTEM
    from opora.indicators import queries, words

    names = words.group_names(one.measure, one.indicator.split, list(one.groups)) if one.groups else {}
    by = [{"name": names[code], "value": found.value} for code, found in one.groups.items()]
    lines = [_line(one, one.figure, program.name if program else None, by)]
    if program is None and not one.measure.is_whole:
        split = queries.read_indicator(
            actor=SYSTEM, code=one.indicator.code, period=period, split="program", with_months=False
        )
        named = words.group_names(one.measure, "program", [code for code in split.groups if code])
        lines += [_line(one, split.groups[code], name, []) for code, name in named.items()]
    return lines


def _line(one: "Answer", figure: "Figure", program: str | None, by: list[dict[str, Any]]) -> dict[str, Any]:
    from opora.indicators import words

    return {
        "id": one.indicator.code,
        "title": words.title(one.indicator),
        "program": program,
        "value": figure.value,
        "numerator": figure.numerator,
        "denominator": figure.denominator,
        "unknown": figure.unknown,
        "unit": words.unit(one.measure),
        "definition": words.definition(one.indicator),
        "rules": words.counting_rules(
            one.measure, [*one.indicator.filters, one.indicator.split], one.indicator.period_rule
        ),
        "reason": words.reason(figure),
        "by": by,
    }


def _outside(code: str, figure: Any) -> dict[str, Any]:
    """A figure of somebody else: its source and day stand with it, and it says that it was not computed."""
    from opora.indicators import words

    return {
        "id": code,
        "title": words.title_of_code(code),
        "program": None,
        "value": None if figure is None else float(figure.value),
        "numerator": None,
        "denominator": None,
        "unknown": 0,
        "unit": "" if figure is None else figure.unit,
        "definition": _("An outside figure, entered by hand; it is not computed here."),
        "reason": words.outside_reason() if figure is None else "",
        "source": None if figure is None else figure.source,
        "on": None if figure is None else figure.on.isoformat(),
        "by": [],
    }


def _show(found: list["Answer"], period: "Period") -> None:
    from opora.common.dates import show_day
    from opora.indicators import words

    said = {"first": show_day(period.first), "last": show_day(period.last), "day": show_day(period.as_of)}
    print(_("From %(first)s to %(last)s, as of %(day)s") % said)
    for one in found:
        told = words.reason(one.figure) or words.rests_on(one.figure, one.measure)
        value = words.show(one.figure, one.measure)
        print(f"{one.indicator.code:<9} {value:>10}  {words.title(one.indicator)}  {told}".rstrip())
