"""What is read for programs: by the queries of the pages, for the same person."""

from datetime import date
from typing import Any

from opora.access.rules import Actor
from opora.common.dates import add_months, today
from opora.common.errors import NotFound
from opora.common.language import said
from opora.evidence import queries as evidence
from opora.evidence import words as evidence_words
from opora.evidence.rules.rows import Cohort
from opora.indicators import queries as indicators
from opora.indicators import words as indicator_words
from opora.indicators.queries.naming import texts_of_places
from opora.indicators.rules import Figure, Period, period_of
from opora.logic.queries import concepts
from opora.process.queries.counts import map_counts
from opora.programs.queries import list_programs
from opora.release import queries as release
from opora.results.queries import reached

Asked = dict[str, Any]
MOST_MONTHS = 24


def _period(asked: Asked) -> Period:
    return period_of(asked.get("from"), asked.get("to"), asked.get("as_of") or today())


def _programs(asked: Asked) -> tuple[int, ...]:
    return (asked["program"],) if asked.get("program") else ()


def _figure(one: Figure) -> Asked:
    return {
        "value": one.value,
        "numerator": one.numerator,
        "denominator": one.denominator,
        "unknown": one.unknown,
        "reason": indicator_words.reason(one),
    }


def programs(actor: Actor, asked: Asked) -> list[Asked]:
    """The programs in use."""
    return [{"id": one.pk, "code": one.code, "name": one.name} for one in list_programs(actor=actor)]


def read_indicators(actor: Actor, asked: Asked) -> list[Asked]:
    """Every indicator in force."""
    period = _period(asked)
    if period.is_empty:
        return []
    found = indicators.read_indicators(actor=actor, period=period, program_ids=_programs(asked), with_months=False)
    return [_told(one) for one in found]


def _told(one: indicators.Answer) -> Asked:
    return {
        "id": one.indicator.code,
        "title": indicator_words.title(one.indicator),
        "unit": indicator_words.unit(one.measure),
        "is_share": one.measure.is_share,
        **_figure(one.figure),
    }


def read_indicator(actor: Actor, asked: Asked) -> list[Asked]:
    """One indicator: the months up to the end of the period."""
    period = _period(asked)
    if period.is_empty:
        return []
    found = indicators.read_indicator(actor=actor, code=asked["code"], period=period, program_ids=_programs(asked))
    return [
        {"from": month.first.isoformat(), "to": month.last.isoformat(), **_figure(figure)}
        for month, figure in found.months
    ]


def outcomes(actor: Actor, asked: Asked) -> list[Asked]:
    """What came of the closed cases of each program."""
    found = evidence.outcomes(actor=actor, cohort=_cohort(asked), limit=1)
    return [
        {
            "program": one.program_id,
            "name": one.name,
            "closed": one.closed,
            "paired": one.paired,
            "improved": one.improved.n,
            "improved_share": one.improved.share,
            "entry_mean": one.entry.mean,
            "exit_mean": one.exit.mean,
            "change_median": one.change.median,
            "verdict": evidence_words.verdict(one.verdict),
        }
        for one in found.programs
    ]


def _cohort(asked: Asked) -> Cohort:
    return Cohort(_programs(asked), (), asked.get("from"), asked.get("to"))


def outcome_cases(actor: Actor, asked: Asked) -> list[Asked]:
    """Closed cases of one program, row by row, under their codes."""
    limit, offset = asked["limit"], asked["offset"]
    found = evidence.outcomes(actor=actor, cohort=_cohort(asked), limit=limit, offset=offset)
    return [
        {
            "case": row.number,
            "code": row.parent,
            "department": row.department,
            "opened_on": row.opened_on.isoformat(),
            "closed_on": row.closed_on.isoformat(),
            "entry": row.entry,
            "exit": row.exit,
            "change": None if row.entry is None or row.exit is None else row.entry - row.exit,
            "follow_up_on": row.followed_up_on.isoformat() if row.followed_up_on else None,
            "children": row.children,
            "children_kept": row.children_kept,
            "children_known": row.children_known,
        }
        for program in found.programs
        if program.program_id == asked["program"]
        for row in program.rows
    ]


def services(actor: Actor, asked: Asked) -> list[Asked]:
    """Services held, month by month and kind by kind; at most two years."""
    rows = []
    for first, last in _months(_period(asked)):
        found = indicators.read_indicator(
            actor=actor,
            code="IND-02",
            period=Period(first, last, today()),
            program_ids=_programs(asked),
            split="service",
            with_months=False,
        )
        named = indicator_words.group_names(found.measure, "service", list(found.groups))
        rows += [
            {"month": first.isoformat(), "service": named[code], "count": one.value or 0, "families": one.families}
            for code, one in found.groups.items()
        ]
    return rows


def _months(period: Period) -> list[tuple[date, date]]:
    found = []
    first = max(period.first, add_months(period.last.replace(day=1), -MOST_MONTHS + 1))
    while first <= period.last:
        following = add_months(first.replace(day=1), 1)
        found.append((first, min(period.last, date.fromordinal(following.toordinal() - 1))))
        first = following
    return found


def pathways(actor: Actor, asked: Asked) -> list[Asked]:
    """How many paths of each program stand at each stage today, and how many of them are late."""
    titles = {code: said(text) for code, text in texts_of_places().items()}
    wanted = _programs(asked)
    rows = []
    for program in list_programs(actor=actor):
        if wanted and program.pk not in wanted:
            continue
        found = map_counts(actor=actor, program_id=program.pk, on=today())
        rows += [
            {
                "program": program.pk,
                "stage": stage,
                "title": titles.get(stage, stage),
                "standing": count,
                "late": found.late.get(stage, 0),
            }
            for stage, count in sorted(found.standing.items())
        ]
    return rows


def results(actor: Actor, asked: Asked) -> list[Asked]:
    """How many families reached each outcome in the period, and how many lost it again."""
    known = concepts()
    period = _period(asked)
    found = reached(
        actor=actor,
        concepts=sorted(known),
        as_of=period.as_of,
        first=period.first,
        last=period.last,
        program_ids=_programs(asked),
    )
    rows = []
    for code in sorted({one.concept for one in found}):
        mine = [one for one in found if one.concept == code]
        rows.append(
            {
                "outcome": code,
                "title": said(known[code].title),
                "families": len({one.family_id for one in mine}),
                "lost_again": len({one.family_id for one in mine if one.lost_on is not None}),
            }
        )
    return rows


def releases(actor: Actor, asked: Asked) -> list[Asked]:
    """Tables that left the house and are in force, as they were released."""
    return [
        {
            "number": one.number,
            "table": one.table,
            "title": one.title,
            "released_on": one.word.on.isoformat(),
            "sha256": one.sha256,
            "columns": one.content["columns"],
            "rows": one.content["rows"],
        }
        for one in release.in_force(actor=actor)[asked["offset"] : asked["offset"] + asked["limit"]]
    ]


def in_sight(actor: Actor, code: str) -> str:
    """The code of an indicator that this person may know of. Raises NotFound."""
    if not any(one.code == code for one in indicators.indicators_in_force(actor=actor)):
        raise NotFound
    return code
