"""What a withdrawn consent to data processing stops, and what goes on all the same (X-11).

Nothing is gathered and nothing passed on any more. The work may be brought to its end, a child in danger protected
and the authorities told; a new consent may be recorded; bread is not refused, but given without a word about people.
"""

from collections.abc import Mapping
from typing import Final

from opora.pathways.rules import Definition

# The fact of a path that the room of papers records when a consent is withdrawn or the data destroyed.
PROCESSING_BLOCKED: Final = "processing_blocked"


def blocks(facts: Mapping[str, object]) -> bool:
    """Say whether a withdrawn consent, or a destruction after it, stands in the way of working with the data."""
    return bool(facts.get(PROCESSING_BLOCKED))


def stops_step(definition: Definition, *, to: str, kind: str) -> bool:
    """Say whether a step may not be taken then: neither the end of the work nor a child in danger ever waits."""
    return to not in definition.exits and kind != "danger"
