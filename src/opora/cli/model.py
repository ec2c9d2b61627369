"""Print a logic model with its figures: boxes, arrows, assumptions, each with what is known of it."""

import argparse
import json
import sys
from typing import TYPE_CHECKING, Any

from opora.cli import asked
from opora.config.terminal import words as _

if TYPE_CHECKING:
    from opora.chain.queries import ArrowAnswer, Chain, Standing, Tally


def add_parser(subparsers: Any) -> None:
    parser = subparsers.add_parser(
        "model",
        help="a logic model with its figures",
        description="A model in force, by its code or its source (S0 to S4), with the figures of the last year. "
        "What nothing computes yet is null, with the reason in words.",
    )
    parser.add_argument("code", metavar="CODE", help="the code of the model, or of its source: S1")
    parser.add_argument("--family", metavar="CODE", default="", help="of one family, by the code of somebody in it")
    parser.add_argument("--program", metavar="NAME", help="one program, by name or code (the whole house otherwise)")
    parser.add_argument("--from", dest="first", metavar="D", help="the first day of the period")
    parser.add_argument("--to", dest="last", metavar="D", help="the last day of the period")
    parser.add_argument("--json", action="store_true", help="print JSON")


def run(args: argparse.Namespace) -> int:
    """Read with the whole organization's eyes: whoever may run commands here may read everything here."""
    from opora.access.rules import SYSTEM
    from opora.chain.queries import read_arrows, read_chain
    from opora.common.dates import today
    from opora.common.errors import NotFound, Refused
    from opora.indicators.rules import period_of
    from opora.logic.queries import models_in_force

    period = period_of(*asked.days(args.first, args.last), today())
    program = asked.program(args.program)
    program_id = program.pk if program is not None else None
    try:
        chain = read_chain(actor=SYSTEM, code=args.code, period=period, program_id=program_id, family_code=args.family)
    except NotFound:
        said = {"code": args.code, "known": ", ".join(one.code for one in models_in_force()) or "–"}
        raise Refused(_("There is no model “%(code)s” in force. Models here: %(known)s.") % said) from None
    if args.json:
        answers = read_arrows(
            actor=SYSTEM,
            published=chain.published,
            arrows=chain.published.model.arrows,
            period=period,
            program_id=program_id,
        )
        json.dump(_told(chain, answers), sys.stdout, ensure_ascii=False, allow_nan=False, indent=2)
        print()
    else:
        _show(chain)
    return 0


def _told(chain: "Chain", answers: "list[ArrowAnswer]") -> dict[str, Any]:
    from opora.common.language import said

    model = chain.published.model
    levels = {level.code: said(level.title) for level in model.levels}
    return {
        "model": chain.published.code,
        "version": chain.published.number,
        "period": {"from": chain.period.first.isoformat(), "to": chain.period.last.isoformat()},
        "nodes": [
            {
                "code": one.node.code,
                "source": one.node.source,
                "level": levels.get(one.node.level, one.node.level),
                "text": said(one.node.text),
                **_standing(one.standing),
            }
            for one in chain.boxes
        ],
        "arrows": [_arrow(one) for one in answers],
        "assumptions": [
            {
                "code": one.assumption.code,
                "source": one.assumption.source,
                "text": said(one.assumption.text),
                "nodes": list(one.assumption.nodes),
                "failed": _failed(one.failed),
                **_standing(one.standing),
            }
            for one in chain.assumptions
        ],
    }


def _arrow(answer: "ArrowAnswer") -> dict[str, Any]:
    """An arrow: of the families that reached its first box, how many the next; against those that did not."""
    from opora.chain import words

    told, one = answer.told, answer.arrow
    line: dict[str, Any] = {"from": one.start, "to": one.end, "meaning": one.meaning}
    if told is None:
        silent = dict.fromkeys(("reached_first", "reached_both", "interval", "against"))
        return {**line, **silent, "reason": words.why_silent(answer)}
    return {
        **line,
        "families": told.counts.families,
        "reached_first": told.counts.reached_first,
        "reached_both": told.counts.both,
        "share": told.first.share,
        "of": told.first.known,
        "interval": told.first.interval,
        "unknown": told.first.unknown,
        "earlier": told.counts.earlier,
        "median_days": told.counts.days,
        "against": {
            "reached": told.against.n,
            "of": told.against.known,
            "share": told.against.share,
            "interval": told.against.interval,
            "unknown": told.against.unknown,
        },
        "difference": told.difference,
        "difference_interval": told.interval,
        "reason": words.why_silent(answer),
        "caution": words.cautions(),
    }


def _failed(tally: "Tally") -> dict[str, int]:
    """For how many families in work somebody said that it does not hold; of the others nobody said anything."""
    return {"families": tally.families, "of": tally.of, "unknown": tally.of - tally.families}


def _standing(standing: "Standing") -> dict[str, Any]:
    from opora.chain import words

    first = standing.first
    tally, target = standing.tally, standing.target or (first.target if first is not None else None)
    return {
        "state": standing.state,
        "indicator": first.code if first is not None else None,
        "value": first.value if first is not None else tally.value if tally is not None else None,
        "n": first.n if first is not None else tally.of if tally is not None else None,
        "times": tally.times if tally is not None else None,
        "unknown": first.unknown if first is not None else None,
        "target": None if target is None else float(target.value),
        "holds": standing.holds,
        "reason": words.reason_of(standing),
        "indicators": [
            {"id": one.code, "title": words.title_of(one), "value": one.value, "n": one.n, "reason": words.why(one)}
            for one in standing.measured
        ],
    }


def _show(chain: "Chain") -> None:
    from opora.chain import words
    from opora.common.language import said

    print(said(chain.published.model.title))
    for one in chain.boxes:
        first = one.standing.first
        tally = one.standing.tally
        value = words.value_of(first) if first is not None else "–" if tally is None else str(tally.value)
        told = words.reason_of(one.standing) or (
            words.rests_on(first) if first is not None else words.tally_of(tally) if tally is not None else ""
        )
        print(f"{one.node.source or one.node.code:<10} {value:>14}  {said(one.node.text)}  {told}".rstrip())
