"""Begun forms about confidential notes that can be sent no more."""

from opora.common.lapses import VOIDED_SAID, Lapse, by_number, voided
from opora.notes.models import ConfidentialNote

LAPSES = (
    Lapse(
        ("notes:correct", "notes:readers", "notes:void", "notes:hand_on"),
        by_number("note_id", voided(ConfidentialNote)),
        VOIDED_SAID,
    ),
)
