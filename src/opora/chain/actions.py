"""The chain changes nothing; it notes who looked at families behind its figures."""

from opora.access.rules import Actor
from opora.audit import actions as audit


def note_families_read(*, actor: Actor, model: str, start: str, end: str) -> None:
    """Who looked at the families behind an arrow stands in the journal."""
    audit.record(actor=actor, verb="chain.families_read", model=model, arrow=f"{start} → {end}")
