"""Rules of papers: what a file may be, how long data stay after a withdrawal. No database, no clock."""

from opora.papers.rules.filetypes import LARGEST, Wrong, media_type_of, opens_in_browser, suffix_of
from opora.papers.rules.terms import destroy_by, extend_to_at_most

__all__ = [
    "LARGEST",
    "Wrong",
    "destroy_by",
    "extend_to_at_most",
    "media_type_of",
    "opens_in_browser",
    "suffix_of",
]
