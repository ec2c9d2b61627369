"""The list of channels: the shipped ones, renamed or put away, then the organization's own (S3-10)."""

from collections.abc import Mapping

from opora.intake.models import Channel
from opora.intake.words import CHANNELS


def channel_words() -> dict[str, str]:
    """The word for every channel a signal may name, also one no longer offered."""
    kept = {row.code: row for row in Channel.objects.all()}
    words = {code: _word(kept, code) for code in CHANNELS}
    return words | {code: row.name for code, row in kept.items() if code not in CHANNELS}


def channels() -> list[tuple[str, str]]:
    """The channels offered for a new signal."""
    kept = {row.code: row for row in Channel.objects.all()}
    shipped = [(code, _word(kept, code)) for code in CHANNELS if code not in kept or kept[code].is_active]
    own = [(row.code, row.name) for row in kept.values() if row.code not in CHANNELS and row.is_active]
    return shipped + own


def has_channel(code: str) -> bool:
    """Say whether a signal may come by this channel."""
    return code in dict(channels())


def _word(kept: Mapping[str, Channel], code: str) -> str:
    return (kept[code].name if code in kept else "") or str(CHANNELS[code])
