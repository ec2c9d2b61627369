"""Begun forms about the people around a family that can be sent no more."""

from opora.common.lapses import VOIDED_SAID, Lapse, by_number, voided
from opora.network.models import NetworkMember, NetworkRecord, OutsideNeed

LAPSES = (
    Lapse(("network:member",), by_number("around_id", voided(NetworkMember)), VOIDED_SAID),
    Lapse(("network:confirm",), by_number("map_id", voided(NetworkRecord)), VOIDED_SAID),
    Lapse(("network:need",), by_number("need_id", voided(OutsideNeed)), VOIDED_SAID),
    Lapse(("network:talk",), by_number("talk_id", voided(NetworkRecord)), VOIDED_SAID),
)
