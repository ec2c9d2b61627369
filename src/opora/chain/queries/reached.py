"""Who reached a box, and when: the one place that knows from which records that is told, box by box.

An outcome is told by results, a service by what was given, anything else by the records its indicator counts.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from opora.access.rules import Actor, Scope, scope
from opora.indicators.queries import Indicator, indicators_in_force
from opora.indicators.queries.statements import Asked, Reach, base_of, days_of, reach_of, statement_of, within
from opora.indicators.rules import EXTERNAL, Day, Period, Shape
from opora.logic.rules import LogicModel, Node
from opora.results.queries import reached_statement
from opora.results.rules import RESTRICTED

READ: Final = "outcomes.read"
EARLIEST: Final = date(1900, 1, 1)
_FOLLOWED: Final = frozenset({Shape.COUNT, Shape.SHARE, Shape.SUM})


@dataclass(frozen=True, slots=True)
class Followed:
    """A box that is followed family by family: by an outcome, by services, or by an indicator's records."""

    box: str
    concept: str = ""
    services: tuple[str, ...] = ()
    indicator: Indicator | None = None


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
        if concept.code in RESTRICTED and not reads_health(actor):
            return "health"
        if concept.about in ("family", "child", "parent", ""):
            return Followed(node.code, concept=concept.code)
    if evidence.kind == "external":
        return "outside"
    if evidence.services:
        return Followed(node.code, services=evidence.services)
    for code in evidence.indicators:
        one = known.get(code)
        if one is not None and _is_by_family(one):
            return Followed(node.code, indicator=one)
    return "outside" if set(evidence.indicators) & set(EXTERNAL) else "not_followed"


def reads_health(actor: Actor) -> bool:
    """Whether health may be read wherever figures are: else an arrow of an illness would tell of somebody's."""
    reach, health = scope(actor, READ), scope(actor, "health.read")
    return health is Scope.ALL or (health is not Scope.NONE and health is reach)


def _is_by_family(one: Indicator) -> bool:
    """Whether its facts have a day of their own and belong to families."""
    measure = one.measure
    return measure.day is Day.FACT and "whose" in measure.rests and measure.shape in _FOLLOWED


def days_statement(
    *, actor: Actor, practice: str, boxes: Collection[Followed], period: Period, family_id: int | None = None
) -> tuple[str, dict[str, Any]]:
    """The first day on which each family reached each of these boxes: columns box, family_id, case_id, day.

    It begins with a list of shared rows, to stand behind a WITH, and gives the values it names.
    """
    reach = reach_of(actor)
    values: dict[str, Any] = {**days_of([Period(EARLIEST, period.last, period.as_of)]), "practice": practice}
    parts: list[str] = []
    concepts = {one.box: one.concept for one in boxes if one.concept}
    if concepts:
        sentence, named = reached_statement(
            actor=actor, concepts=sorted(set(concepts.values())), as_of=period.last, family_id=family_id
        )
        values = {**named, **values, "as_of": period.last}
        values |= {"boxes": list(concepts), "of": list(concepts.values())}
        parts.append(
            "SELECT named.box, told.family_id, told.case_id, told.reached_on AS day"  # noqa: S608
            f" FROM ({sentence}) told JOIN unnest(%(boxes)s::text[], %(of)s::text[]) named(box, concept)"
            " ON named.concept = told.concept"
        )
    services = [(one.box, code) for one in boxes for code in one.services]
    if services:
        values |= {"given_boxes": [box for box, _code in services], "given": [code for _box, code in services]}
        parts.append(_SERVICES.format(within=_seen(reach, family_id, values)))
    bases: dict[str, None] = {}
    for number, one in enumerate(one for one in boxes if one.indicator is not None):
        indicator = one.indicator
        if indicator is None:
            continue
        measure, prefix = indicator.measure, f"i{number}_"
        bases |= dict.fromkeys(measure.base)
        values[f"{prefix}box"] = one.box
        asked = Asked(measure, [period], filters=indicator.filters, family_id=family_id)
        parts.append(
            f'SELECT %({prefix}box)s::text, facts.family_id, facts.case_id, facts."on"'  # noqa: S608
            f" FROM ({statement_of(measure.statement)}) facts WHERE facts.state = 'yes'"
            f" AND {within(reach, asked, values, prefix)}"
        )
    heads = [f"{base} AS MATERIALIZED ({base_of(base)})" for base in bases]
    # Sentences of our own files alone; whatever people chose travels in the values.
    union = " UNION ALL ".join(parts) or "SELECT ''::text, 0::bigint, 0::bigint, NULL::date WHERE FALSE"
    heads.append(
        "days AS MATERIALIZED (SELECT box, family_id, (array_agg(case_id ORDER BY day))[1] AS case_id,"  # noqa: S608
        f" MIN(day) AS day FROM ({union}) told(box, family_id, case_id, day)"
        " WHERE family_id IS NOT NULL AND day <= %(last)s GROUP BY box, family_id)"
    )
    return ", ".join(heads), values


def _seen(reach: Reach, family_id: int | None, values: dict[str, Any]) -> str:
    """Whose services count: those of the cases within reach."""
    wanted = ["TRUE"]
    if reach is not None:
        values |= {"own": list(reach[0]), "teams": list(reach[1])}
        wanted.append(
            "(COALESCE(told.department_id, route.department_id) = ANY(%(own)s::bigint[])"
            " OR told.id = ANY(%(teams)s::bigint[]))"
        )
    if family_id is not None:
        values["of_family"] = family_id
        wanted.append("COALESCE(told.family_id, route.family_id) = %(of_family)s")
    return " AND ".join(wanted)


# reads: cases_case, catalogue_service, process_route, services_provision
_SERVICES = """
SELECT named.box, COALESCE(told.family_id, route.family_id), told.id, given."on"
  FROM services_provision given
  JOIN catalogue_service service ON service.id = given.service_id AND service.practice = %(practice)s
  JOIN unnest(%(given_boxes)s::text[], %(given)s::text[]) named(box, code) ON named.code = service.code
  LEFT JOIN process_route route ON route.id = given.route_id
  LEFT JOIN cases_case told ON told.id = COALESCE(given.case_id, route.case_id)
 WHERE given.state = 'held' AND given.voided_on IS NULL AND route.voided_on IS NULL AND told.voided_on IS NULL
   AND given."on" <= %(last)s AND {within}
"""
