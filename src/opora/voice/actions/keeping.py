"""Channels, counts, publications, materials and events are kept (S2-27…30)."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor
from opora.audit import actions as audit
from opora.common.errors import Conflict, Invalid
from opora.common.seen import check_seen
from opora.common.text import squeeze
from opora.voice import policies
from opora.voice.models import FollowerCount, PublicPiece, VoiceChannel
from opora.voice.queries import channel_in_sight, numbers_in_force, piece_in_sight

_CHANGED = _("Somebody else changed this entry while you were typing. Compare it and save again.")


@transaction.atomic
def keep_piece(
    *,
    actor: Actor,
    piece_id: int | None = None,
    revision: int | None = None,
    kind: str,
    title: str,
    place: str = "",
    link: str = "",
    part: str = "",
    copies: int | None = None,
    shows_people: bool = False,
    consent_number: str = "",
    on: date,
) -> PublicPiece:
    """A publication, material or event, new or known; where somebody can be known in it, with a consent (S2-30)."""
    policies.check_may_keep(actor)
    piece = PublicPiece(by_id=actor.user_id) if piece_id is None else _held(actor, piece_id)
    if piece_id is not None:
        check_seen(piece.revision, revision, _CHANGED)
    wrong: dict[str, object] = {}
    if kind not in PublicPiece.Kind.values:
        wrong["kind"] = _("Choose from the list.")
    if not 0 < len(squeeze(title)) <= 300:
        wrong["title"] = _("Enter the title, up to 300 letters.")
    if part not in ("", *PublicPiece.Part.values):
        wrong["part"] = _("Choose from the list.")
    if shows_people and not numbers_in_force([squeeze(consent_number)], on):
        wrong["consent_number"] = _(
            "There is no consent to publication in force with this number. Without it nobody who can be known is shown."
        )
    if wrong:
        raise Invalid(wrong)
    piece.kind, piece.title, piece.place = kind, squeeze(title), squeeze(place)[:200]
    piece.link, piece.part, piece.copies, piece.on = link, part, copies, on
    piece.shows_people, piece.consent_number = shows_people, squeeze(consent_number) if shows_people else ""
    piece.revision += 1
    piece.save()
    audit.record(actor=actor, verb="voice.piece_kept", piece=piece.pk)
    return piece


@transaction.atomic
def void_piece(*, actor: Actor, piece_id: int, on: date) -> PublicPiece:
    """Something entered by mistake counts nowhere."""
    policies.check_may_keep(actor)
    piece = _held(actor, piece_id)
    piece.voided_on = on
    piece.save(update_fields=["voided_on"])
    audit.record(actor=actor, verb="voice.piece_voided", piece=piece.pk)
    return piece


@transaction.atomic
def keep_channel(
    *,
    actor: Actor,
    channel_id: int | None = None,
    revision: int | None = None,
    name: str,
    link: str = "",
    is_active: bool,
) -> VoiceChannel:
    """A channel, new or known."""
    policies.check_may_keep(actor)
    channel = VoiceChannel()
    if channel_id is not None:
        seen = channel_in_sight(actor=actor, channel_id=channel_id)
        channel = VoiceChannel.objects.select_for_update().get(pk=seen.pk)
        check_seen(channel.revision, revision, _CHANGED)
    if not 0 < len(squeeze(name)) <= 120:
        raise Invalid({"name": _("Enter the name, up to 120 letters.")})
    if VoiceChannel.objects.filter(name__iexact=squeeze(name)).exclude(pk=channel.pk).exists():
        raise Invalid({"name": _("There is a channel of this name already.")})
    channel.name, channel.link, channel.is_active = squeeze(name), link, is_active
    channel.revision += 1
    channel.save()
    audit.record(actor=actor, verb="voice.channel_kept", channel=channel.pk)
    return channel


@transaction.atomic
def note_followers(*, actor: Actor, channel_id: int, followers: int, on: date) -> FollowerCount:
    """How many follow a channel on a day; a second count of the day takes the place of the first."""
    policies.check_may_keep(actor)
    channel = channel_in_sight(actor=actor, channel_id=channel_id)
    if followers < 0:
        raise Invalid({"followers": _("Enter a number.")})
    count, _new = FollowerCount.objects.update_or_create(
        channel=channel, on=on, defaults={"followers": followers, "by_id": actor.user_id}
    )
    audit.record(actor=actor, verb="voice.counted", channel=channel.pk, day=on.isoformat())
    return count


def _held(actor: Actor, piece_id: int) -> PublicPiece:
    seen = piece_in_sight(actor=actor, piece_id=piece_id)
    piece = PublicPiece.every.select_for_update().get(pk=seen.pk)
    if piece.voided_on is not None:
        raise Conflict(_("This entry is voided. Nothing was changed."))
    return piece
