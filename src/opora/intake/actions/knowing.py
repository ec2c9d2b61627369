"""Do we know the family of a signal? Whoever is told so by a code is written down."""

from opora.access.rules import Actor
from opora.families.actions import note_recognized
from opora.intake.queries.known import KnownMatch, known_families


def recognize_families(*, actor: Actor, surname: str = "", given: str = "", phone: str = "") -> list[KnownMatch]:
    """Families in sight that may be meant, with a line in the journal for each whose code is told."""
    found = known_families(actor=actor, surname=surname, given=given, phone=phone)
    note_recognized(actor=actor, told=[(one.person_id, one.code, one.case_id) for one in found])
    return found
