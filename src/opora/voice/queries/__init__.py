"""Reading what the organization says in public, and what families said that may be quoted."""

from opora.voice.queries.pieces import (
    ChannelLine,
    channel_in_sight,
    channels,
    counted,
    counts_of,
    kinds,
    numbers_in_force,
    parts,
    piece_in_sight,
    pieces,
    told_between,
    without_consent,
)
from opora.voice.queries.quotes import (
    Candidate,
    QuoteLine,
    candidates,
    place_of_quote,
    quote_sources,
    quotes_at,
    quotes_beside,
    quotes_to_publish,
)

__all__ = [
    "Candidate",
    "ChannelLine",
    "QuoteLine",
    "candidates",
    "channel_in_sight",
    "channels",
    "counted",
    "counts_of",
    "kinds",
    "numbers_in_force",
    "parts",
    "piece_in_sight",
    "pieces",
    "place_of_quote",
    "quote_sources",
    "quotes_at",
    "quotes_beside",
    "quotes_to_publish",
    "told_between",
    "without_consent",
]
