"""Reading papers: consents, files, the checklist."""

from opora.papers.queries.checklist import Line, checklist, kinds_of
from opora.papers.queries.consents import (
    PROCESSING,
    consent_in_sight,
    consents_of,
    is_blocked,
    people_of,
    waiting_terms,
)
from opora.papers.queries.files import file_in_sight, files_of

__all__ = [
    "PROCESSING",
    "Line",
    "checklist",
    "consent_in_sight",
    "consents_of",
    "file_in_sight",
    "files_of",
    "is_blocked",
    "kinds_of",
    "people_of",
    "waiting_terms",
]
