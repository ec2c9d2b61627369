"""Entering the invented volunteers, donors, channels and publications."""

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal

from opora.access.rules import Actor
from opora.common.dates import add_months
from opora.demo.rules.public import CHANNELS, HELPERS, PIECES, InventedHelper
from opora.voice import actions as voice
from opora.voice.models import VoiceChannel
from opora.volunteers import actions as volunteers


class PublicWriter:
    """Writes down who helps the organization and what it says in public."""

    def __init__(self, actors: Mapping[str, Actor], *, today: date) -> None:
        self.head, self.volunteer, self.today = actors["head"], actors["volunteer"], today

    def write(self) -> None:
        """Everybody who joined, every channel with its months, everything published; once in a home."""
        if VoiceChannel.objects.exists():
            return
        for helper in HELPERS:
            self._join(helper)
        for name, followers in CHANNELS:
            channel = voice.keep_channel(actor=self.head, name=name, is_active=True)
            first = self.today.replace(day=1)
            for back, number in enumerate(reversed(followers)):
                on = add_months(first, -back)
                voice.note_followers(actor=self.head, channel_id=channel.pk, followers=number, on=on)
        for piece in PIECES:
            voice.keep_piece(
                actor=self.head,
                kind=piece.kind,
                title=piece.title,
                place=piece.place,
                part=piece.part,
                copies=piece.copies,
                on=self._day(piece.before),
            )

    def _join(self, one: InventedHelper) -> None:
        helper = volunteers.keep_helper(
            actor=self.head,
            kind=one.kind,
            giver=one.giver,
            name=one.name,
            contacts="+7 900 000-00-00",
            skills=one.skills,
            joined_on=self._day(one.joined_before),
            cleared_on=self._day(one.cleared_before) if one.cleared_before is not None else None,
            left_on=self._day(one.left_before) if one.left_before is not None else None,
            user_id=self.volunteer.user_id if one.has_account else None,
        )
        for before, hours, what in one.hours:
            volunteers.note_hours(
                actor=self.head, helper_id=helper.pk, hours=Decimal(hours), what=what, on=self._day(before)
            )

    def _day(self, before: int) -> date:
        return self.today - timedelta(days=before)
