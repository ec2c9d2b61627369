"""Begun forms about publications and events that can be sent no more."""

from opora.common.lapses import VOIDED_SAID, Lapse, by_number, voided
from opora.voice.models import FamilyQuote, PublicPiece

LAPSES = (
    Lapse(("voice:change", "voice:void"), by_number("piece_id", voided(PublicPiece)), VOIDED_SAID),
    Lapse(("voice:take_back",), by_number("quote_id", voided(FamilyQuote)), VOIDED_SAID),
)
