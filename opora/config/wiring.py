"""The only upward wires: what happened below, and who above hears of it in the same transaction."""

from collections.abc import Mapping, Sequence

from opora.common.news import Listener
from opora.evidence import actions as evidence

WIRES: Mapping[str, Sequence[Listener]] = {
    "cases.changed": [evidence.refresh_facts],
    "assessments.changed": [evidence.refresh_facts],
    "families.changed": [evidence.refresh_facts],
}
