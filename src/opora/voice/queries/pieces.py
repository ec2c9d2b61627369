"""Channels with their followers over time, and what was published (IND-10…12)."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Prefetch, Q, QuerySet

from opora.access.rules import Actor, can
from opora.papers.models import Consent
from opora.voice import policies
from opora.voice.models import FollowerCount, PublicPiece, VoiceChannel


@dataclass(frozen=True, slots=True)
class ChannelLine:
    """A channel with its last count in the period, and what changed since the last count before the period."""

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


def told_between(*, actor: Actor, first: date, last: date) -> "QuerySet[PublicPiece]":
    """What was said in public in a period, the earliest first: it is public, so whoever reads outcomes may name it."""
    if not can(actor, "outcomes.read"):
        policies.check_can_read(actor)
    return PublicPiece.objects.filter(on__gte=first, on__lte=last).order_by("on", "pk")


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


def channels(*, actor: Actor, from_on: date | None = None, to_on: date | None = None) -> list[ChannelLine]:
    """Every channel with its last count in the period and its change there (IND-12); without a day, the last of all."""
    policies.check_can_read(actor)
    counts = FollowerCount.objects.filter(on__lte=to_on) if to_on else FollowerCount.objects.all()
    found = VoiceChannel.objects.prefetch_related(Prefetch("counts", counts.order_by("-on")))
    return [_line(channel, list(channel.counts.all()), from_on) for channel in found]


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


def without_consent(*, actor: Actor, pieces: Iterable[PublicPiece], on: date) -> set[int]:
    """Which of these show somebody whose consent is withdrawn or over: they are taken down (S2-30)."""
    policies.check_can_read(actor)
    showing = [piece for piece in pieces if piece.shows_people]
    given = numbers_in_force([piece.consent_number for piece in showing], on)
    return {piece.pk for piece in showing if piece.consent_number not in given}


def numbers_in_force(numbers: Collection[str], on: date) -> set[str]:
    """Which of these are numbers of consents to publication that hold on the day."""
    if not numbers:
        return set()
    found = Consent.objects.filter(
        Q(valid_until=None) | Q(valid_until__gte=on),
        number__in=numbers,
        purpose="publication",
        withdrawn_on=None,
        signed_on__lte=on,
    )
    return set(found.values_list("number", flat=True))


def _line(channel: VoiceChannel, counts: Sequence[FollowerCount], from_on: date | None) -> ChannelLine:
    inside = [count for count in counts if from_on is None or count.on >= from_on]
    if not inside:
        return ChannelLine(channel, None, None, None)
    earlier = counts[len(inside) :] if from_on is not None else counts[1:]
    # In a period, against what was known when it began; where nothing was, against the first count in it.
    before = earlier[0] if earlier else (inside[-1] if len(inside) > 1 else None)
    change = inside[0].followers - before.followers if before else None
    return ChannelLine(channel, inside[0].followers, inside[0].on, change)
