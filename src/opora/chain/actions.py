"""Targets of boxes that no indicator tells of, and notes of who looked at families behind the figures of a chain."""

from datetime import date
from decimal import Decimal

from opora.access.rules import Actor
from opora.audit import actions as audit
from opora.chain.queries import box_of, counted_at
from opora.chain.rules import OF_NO_FAMILY
from opora.indicators import actions as indicators
from opora.indicators.models import Target
from opora.logic.queries import Published


def set_target(
    *,
    actor: Actor,
    published: Published,
    node: str,
    program_id: int | None,
    way: str,
    value: Decimal,
    from_on: date,
) -> Target:
    """What a box is to reach that services, outcomes or records tell of. Raises Refused, NotFound, Invalid."""
    counted = counted_at(actor=actor, published=published, node=node)
    return indicators.set_box_target(
        actor=actor,
        box=box_of(published.code, node),
        is_whole=OF_NO_FAMILY.issuperset(counted.filters.get("kind", ("",))),
        program_id=program_id,
        way=way,
        value=value,
        from_on=from_on,
    )


def note_box_read(*, actor: Actor, model: str, node: str) -> None:
    """Who looked at the cases behind a box stands in the journal."""
    audit.record(actor=actor, verb="chain.box_read", model=model, box=node)


def note_families_read(*, actor: Actor, model: str, start: str, end: str) -> None:
    """Who looked at the families behind an arrow stands in the journal."""
    audit.record(actor=actor, verb="chain.families_read", model=model, arrow=f"{start} → {end}")
