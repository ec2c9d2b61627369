"""Begun forms about volunteers and donors that can be sent no more."""

from opora.common.lapses import VOIDED_SAID, Lapse, by_number, voided
from opora.volunteers.models import GivenHours, Helper

LAPSES = (
    Lapse(
        ("volunteers:change", "volunteers:hours", "volunteers:void"),
        by_number("helper_id", voided(Helper)),
        VOIDED_SAID,
    ),
    Lapse(
        ("volunteers:hours_correct", "volunteers:hours_void"), by_number("hours_id", voided(GivenHours)), VOIDED_SAID
    ),
)
