"""Reading papers: consents, files, the checklist, letters, notices, disclosures."""

from opora.papers.queries.checklist import Line, checklist, kinds_of
from opora.papers.queries.consents import (
    PROCESSING,
    consent_in_sight,
    consents_of,
    is_blocked,
    may_share,
    people_of,
    waiting_terms,
)
from opora.papers.queries.files import file_in_sight, files_of
from opora.papers.queries.letters import current_template, letter_in_sight, letters_of, template_bytes, templates
from opora.papers.queries.notices import (
    disclosures_of,
    histories_of,
    history_in_sight,
    notice_in_sight,
    notices_of,
)

__all__ = [
    "PROCESSING",
    "Line",
    "checklist",
    "consent_in_sight",
    "consents_of",
    "current_template",
    "disclosures_of",
    "file_in_sight",
    "files_of",
    "histories_of",
    "history_in_sight",
    "is_blocked",
    "kinds_of",
    "letter_in_sight",
    "letters_of",
    "may_share",
    "notice_in_sight",
    "notices_of",
    "people_of",
    "template_bytes",
    "templates",
    "waiting_terms",
]
