"""Everything that changes the voice of the organization, and what families said that may be quoted."""

from opora.voice.actions.keeping import (
    keep_channel,
    keep_piece,
    note_followers,
    void_piece,
)
from opora.voice.actions.quoting import (
    keep_quote,
    read_beside,
    read_of_outcome,
    read_publishable,
    read_quotes,
    take_back_quote,
)

__all__ = [
    "keep_channel",
    "keep_piece",
    "keep_quote",
    "note_followers",
    "read_beside",
    "read_of_outcome",
    "read_publishable",
    "read_quotes",
    "take_back_quote",
    "void_piece",
]
