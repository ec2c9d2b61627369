"""The cases behind a box that no indicator tells of: to whom it was given, who reached it, whose papers and records."""

from opora.access.rules import Actor
from opora.catalogue.queries import keys_of_services
from opora.chain.rules import recorded_of
from opora.common.errors import NotFound
from opora.indicators.queries import Indicator, cases_behind
from opora.indicators.queries.behind import CaseBehind
from opora.indicators.rules import MEASURES, REACHED, RECORDED, Period
from opora.logic.queries import Published, seen_by
from opora.results.queries import untold


def counted_at(*, actor: Actor, published: Published, node: str) -> Indicator:
    """What the box counts, in the order in which the chain tells it; NotFound where it counts nothing of its own.

    An outcome that is not this reader's business is no box to be asked.
    """
    found = next((one for one in seen_by(published.model) if one.node.code == node), None)
    if found is None or found.evidence.kind in ("", "external", "not_yet"):
        raise NotFound
    concept = found.concept
    if concept is not None and concept.is_of_families:
        if concept.code in untold(actor=actor):
            raise NotFound
        return Indicator("reached", REACHED, filters={"concept": (concept.code,)})
    if found.evidence.services:
        keys = keys_of_services(practice=published.practice, codes=found.evidence.services)
        return Indicator("given", MEASURES["IND-02"], filters={"service": tuple(str(key) for key in keys.values())})
    if kinds := recorded_of(published.model, found.node):
        return Indicator("recorded", RECORDED, filters={"kind": kinds})
    raise NotFound


def cases_of_box(
    *,
    actor: Actor,
    published: Published,
    node: str,
    period: Period,
    program_id: int | None,
    limit: int,
    offset: int = 0,
) -> list[CaseBehind]:
    """The cases in this reader's sight, by codes; what was done before a case was opened stands behind none."""
    return cases_behind(
        actor=actor,
        one=counted_at(actor=actor, published=published, node=node),
        period=period,
        program_ids=() if program_id is None else (program_id,),
        limit=limit,
        offset=offset,
    )
