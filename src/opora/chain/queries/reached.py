"""Who reached a box, and when: the one place that knows from which records that is told, box by box.

An outcome is told by results, a service by what was given, anything else by the records its indicator counts, else by
its own papers and records.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from opora.access.rules import Actor
from opora.chain.queries.held import HELD, narrowed
from opora.chain.rules import OF_NO_FAMILY, recorded_of
from opora.indicators.queries import Indicator, indicators_in_force
from opora.indicators.queries.statements import Asked, bases_of, days_of, facts_of, reach_of, within
from opora.indicators.rules import EXTERNAL, RECORDED, Day, Period, Shape
from opora.logic.rules import LogicModel, Node
from opora.results.queries import reached_statement, untold

EARLIEST: Final = date(1900, 1, 1)
_FOLLOWED: Final = frozenset({Shape.COUNT, Shape.SHARE, Shape.SUM})
# Sentences of our own files stand in these; whatever people chose travels in the values.
_BY_OUTCOMES: Final = """
SELECT named.box, told.family_id, told.case_id, told.reached_on
  FROM ({sentence}) told
  JOIN unnest(%(boxes)s::text[], %(of)s::text[]) named(box, concept) ON named.concept = told.concept
"""
_BY_SERVICES: Final = """
SELECT named.box, given.family_id, given.case_id, given."on"
  FROM ({held}) given
  JOIN unnest(%(given_boxes)s::text[], %(given)s::text[]) named(box, code) ON named.code = given.code
"""
_BY_RECORDS: Final = """
SELECT named.box, facts.family_id, facts.case_id, facts."on"
  FROM ({statement}) facts
  JOIN unnest(%(recorded_boxes)s::text[], %(recorded)s::text[]) named(box, kind) ON named.kind = facts.dims[1]
 WHERE {within}
"""
_BY_INDICATOR: Final = """
SELECT %({prefix}box)s::text, facts.family_id, facts.case_id, facts."on"
  FROM ({statement}) facts WHERE facts.state = 'yes' AND {within}
"""
_NOBODY: Final = "SELECT ''::text, 0::bigint, 0::bigint, NULL::date WHERE FALSE"
_DAYS: Final = """days AS MATERIALIZED (
    SELECT box, family_id, (array_agg(case_id ORDER BY day))[1] AS case_id, MIN(day) AS day
      FROM ({union}) told(box, family_id, case_id, day)
     WHERE family_id IS NOT NULL AND day <= %(last)s
     GROUP BY box, family_id
)"""


@dataclass(frozen=True, slots=True)
class Followed:
    """A box that is followed family by family: by an outcome, by services, by an indicator's records, by its own."""

    box: str
    concept: str = ""
    services: tuple[str, ...] = ()
    indicator: Indicator | None = None
    recorded: tuple[str, ...] = ()


def followed(
    actor: Actor, model: LogicModel, boxes: Iterable[str] | None = None
) -> tuple[dict[str, Followed], dict[str, str]]:
    """By what each box is followed; of those nobody can follow, the code of why not."""
    known = {one.code: one for one in indicators_in_force(actor=actor)}
    found: dict[str, Followed] = {}
    why: dict[str, str] = {}
    for node in model.nodes if boxes is None else filter(None, map(model.node, boxes)):
        told = _followed(actor, model, node, known)
        if isinstance(told, Followed):
            found[node.code] = told
        else:
            why[node.code] = told
    return found, why


def _followed(actor: Actor, model: LogicModel, node: Node, known: dict[str, Indicator]) -> Followed | str:
    evidence, concept = model.evidence_of(node), model.concept_of(node)
    if concept is not None:
        if concept.code in untold(actor=actor):
            return "health"
        if concept.is_of_families:
            return Followed(node.code, concept=concept.code)
    if evidence.kind == "external":
        return "outside"
    if evidence.services:
        return Followed(node.code, services=evidence.services)
    for code in evidence.indicators:
        one = known.get(code)
        if one is not None and _is_by_family(one):
            return Followed(node.code, indicator=one)
    kinds = [one for one in recorded_of(model, node) if one not in OF_NO_FAMILY]
    if kinds:
        return Followed(node.code, recorded=tuple(kinds))
    return "outside" if set(evidence.indicators) & set(EXTERNAL) else "not_followed"


def _is_by_family(one: Indicator) -> bool:
    """Whether its facts have a day of their own and belong to families."""
    measure = one.measure
    return measure.day is Day.FACT and measure.is_of_families and not measure.is_whole and measure.shape in _FOLLOWED


def days_statement(
    *, actor: Actor, practice: str, boxes: Collection[Followed], period: Period, family_id: int | None = None
) -> tuple[str, dict[str, Any]]:
    """The first day on which each family reached each of these boxes: columns box, family_id, case_id, day.

    It begins with a list of shared rows, to stand behind a WITH, and gives the values it names.
    """
    reach = reach_of(actor)
    # All of it as known of the last day: what is told of one box must not hang on which others are asked with it.
    known = Period(EARLIEST, period.last, period.last)
    values: dict[str, Any] = {**days_of([known]), "practice": practice}
    parts: list[str] = []
    concepts = {one.box: one.concept for one in boxes if one.concept}
    if concepts:
        sentence, named = reached_statement(
            actor=actor, concepts=sorted(set(concepts.values())), as_of=period.last, family_id=family_id
        )
        values = {**named, **values, "boxes": list(concepts), "of": list(concepts.values())}
        parts.append(_BY_OUTCOMES.format(sentence=sentence))
    services = [(one.box, code) for one in boxes for code in one.services]
    if services:
        values |= {"given_boxes": [box for box, _code in services], "given": [code for _box, code in services]}
        held = HELD.format(within=narrowed(reach, values, family_id=family_id))
        parts.append(_BY_SERVICES.format(held=held))
    shared: list[Asked] = []
    recorded = [(one.box, kind) for one in boxes for kind in one.recorded]
    if recorded:
        values |= {"recorded_boxes": [box for box, _kind in recorded], "recorded": [kind for _box, kind in recorded]}
        asked = Asked(RECORDED, [period], family_id=family_id)
        shared.append(asked)
        told = within(reach, asked, values, "recorded_")
        parts.append(_BY_RECORDS.format(statement=facts_of(asked), within=told))
    by_indicator = [(one.box, one.indicator) for one in boxes if one.indicator is not None]
    for number, (box, indicator) in enumerate(by_indicator):
        measure, prefix = indicator.measure, f"i{number}_"
        values[f"{prefix}box"] = box
        asked = Asked(measure, [period], filters=indicator.filters, family_id=family_id)
        shared.append(asked)
        told = within(reach, asked, values, prefix)
        parts.append(_BY_INDICATOR.format(prefix=prefix, statement=facts_of(asked), within=told))
    return ", ".join([*bases_of(shared, [known]), _DAYS.format(union=" UNION ALL ".join(parts) or _NOBODY)]), values
