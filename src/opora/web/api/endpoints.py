"""What programs may ask: aggregates first; rows of single cases, under codes, only for roles that export them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from opora.access.rules import Actor
from opora.web.api import reading
from opora.web.api.asked import (
    AS_OF,
    DAY,
    DAY_OR_NULL,
    FROM,
    LIMIT,
    NUMBER,
    OFFSET,
    PROGRAM,
    TEXT,
    TO,
    WHOLE,
    WHOLE_OR_NULL,
    Parameter,
    rows_of,
    shapes,
)

FIGURE = {"value": NUMBER, "numerator": NUMBER, "denominator": NUMBER, "unknown": NUMBER, "reason": TEXT}


@dataclass(frozen=True, slots=True)
class Endpoint:
    """One question: its address, what may be asked, how an answer looks, who answers."""

    name: str
    path: str
    about: str
    asks: tuple[Parameter, ...]
    row: dict[str, Any]
    read: Callable[[Actor, dict[str, Any]], Sequence[Any]]
    in_path: Parameter | None = None

    @property
    def is_paged(self) -> bool:
        return LIMIT in self.asks


ENDPOINTS = (
    Endpoint(
        "programs",
        "programs",
        "Programs by their numbers.",
        (),
        shapes(id=WHOLE, code=TEXT, name=TEXT),
        reading.programs,
    ),
    Endpoint(
        "indicators",
        "indicators",
        "Every indicator in force for a period, with what it rests on.",
        (FROM, TO, AS_OF, PROGRAM),
        shapes(id=TEXT, title=TEXT, unit=TEXT, is_share={"type": "boolean"}, **FIGURE),
        reading.read_indicators,
    ),
    Endpoint(
        "indicator",
        "indicators/<str:code>",
        "One indicator, month by month up to the end of the period.",
        (FROM, TO, AS_OF, PROGRAM),
        shapes(**{"from": DAY, "to": DAY, **FIGURE}),
        reading.read_indicator,
        Parameter("code", "string", "The code of the indicator, as IND-30.", most=40),
    ),
    Endpoint(
        "outcomes",
        "outcomes",
        "What came of the cases closed in a period, program by program.",
        (FROM, TO, PROGRAM),
        shapes(
            program=WHOLE_OR_NULL,
            name=TEXT,
            closed=WHOLE,
            paired=WHOLE,
            improved=WHOLE,
            improved_share=NUMBER,
            entry_mean=NUMBER,
            exit_mean=NUMBER,
            change_median=NUMBER,
            verdict=TEXT,
        ),
        reading.outcomes,
    ),
    Endpoint(
        "outcome_cases",
        "outcomes/cases",
        "Closed cases of one program row by row, under codes; for roles that may download tables.",
        (FROM, TO, Parameter("program", "integer", PROGRAM.about, 1, PROGRAM.most, is_required=True), LIMIT, OFFSET),
        shapes(
            case=TEXT,
            code=TEXT,
            department=TEXT,
            opened_on=DAY,
            closed_on=DAY,
            entry=WHOLE_OR_NULL,
            exit=WHOLE_OR_NULL,
            change=WHOLE_OR_NULL,
            follow_up_on=DAY_OR_NULL,
            children=WHOLE,
            children_kept=WHOLE,
            children_known=WHOLE,
        ),
        reading.outcome_cases,
    ),
    Endpoint(
        "services",
        "services",
        "Services held, by month and kind; the last two years of the period at most.",
        (FROM, TO, PROGRAM),
        shapes(month=DAY, service=TEXT, count=NUMBER, families=WHOLE),
        reading.services,
    ),
    Endpoint(
        "pathways",
        "pathways",
        "How many families stand at each stage of the process today.",
        (PROGRAM,),
        shapes(program=WHOLE, stage=TEXT, title=TEXT, standing=WHOLE, late=WHOLE),
        reading.pathways,
    ),
    Endpoint(
        "results",
        "results",
        "How many families reached each outcome in a period, and lost it again.",
        (FROM, TO, AS_OF, PROGRAM),
        shapes(outcome=TEXT, title=TEXT, families=WHOLE, lost_again=WHOLE),
        reading.results,
    ),
    Endpoint(
        "releases",
        "releases",
        "Tables for everybody that were let go and are in force.",
        (LIMIT, OFFSET),
        shapes(
            number=WHOLE,
            table=TEXT,
            title=TEXT,
            released_on=DAY,
            sha256=TEXT,
            columns=rows_of(TEXT),
            rows=rows_of({"type": "array", "items": {"type": ["string", "number", "null"]}}),
        ),
        reading.releases,
    ),
)
