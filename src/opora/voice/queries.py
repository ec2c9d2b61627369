"""Channels with their followers over time, and what was published (IND-10…12)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Q, QuerySet

from opora.access.rules import Actor
from opora.voice import policies
from opora.voice.models import FollowerCount, PublicPiece, VoiceChannel


@dataclass(frozen=True, slots=True)
class ChannelLine:
    """A channel with its last count and what changed since the one before."""

    channel: VoiceChannel
    followers: int | None
    on: date | None
    change: int | None


def kinds() -> list[tuple[str, Any]]:
    """Kinds of what is said in public, in words."""
    return list(PublicPiece.Kind.choices)


def parts() -> list[tuple[str, Any]]:
    """What our part in an event was, in words."""
    return list(PublicPiece.Part.choices)


def pieces(
    *, actor: Actor, q: str = "", kind: str = "", from_on: date | None = None, to_on: date | None = None
) -> "QuerySet[PublicPiece]":
    """Publications, materials and events, the newest first."""
    policies.check_can_read(actor)
    found = PublicPiece.objects.select_related("by").order_by("-on", "-pk")
    if q:
        found = found.filter(Q(title__icontains=q) | Q(place__icontains=q))
    if kind:
        found = found.filter(kind=kind)
    if from_on:
        found = found.filter(on__gte=from_on)
    return found.filter(on__lte=to_on) if to_on else found


def counted(*, actor: Actor, from_on: date, to_on: date) -> dict[str, int]:
    """How many of each kind in a period: events and materials are indicators (IND-10, IND-11)."""
    found = pieces(actor=actor, from_on=from_on, to_on=to_on)
    return dict(found.order_by().values_list("kind").annotate(n=Count("pk")))


def piece_in_sight(*, actor: Actor, piece_id: int) -> PublicPiece:
    """One publication, material or event."""
    policies.check_can_read(actor)
    found = PublicPiece.objects.filter(pk=piece_id).first()
    if found is None:
        raise policies.unseen()
    return found


def channels(*, actor: Actor) -> list[ChannelLine]:
    """Every channel with its last count (IND-12)."""
    policies.check_can_read(actor)
    found = VoiceChannel.objects.prefetch_related("counts")
    return [_line(channel, list(channel.counts.all())) for channel in found]


def channel_in_sight(*, actor: Actor, channel_id: int) -> VoiceChannel:
    """One channel."""
    policies.check_can_read(actor)
    found = VoiceChannel.objects.filter(pk=channel_id).first()
    if found is None:
        raise policies.unseen()
    return found


def counts_of(channel: VoiceChannel) -> "QuerySet[FollowerCount]":
    """The counts of a channel already found, the newest first."""
    return FollowerCount.objects.filter(channel=channel)


def _line(channel: VoiceChannel, counts: Sequence[FollowerCount]) -> ChannelLine:
    if not counts:
        return ChannelLine(channel, None, None, None)
    last = counts[0]
    change = last.followers - counts[1].followers if len(counts) > 1 else None
    return ChannelLine(channel, last.followers, last.on, change)
