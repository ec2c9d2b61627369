"""Reading papers: consents, files, the checklist, letters, notices, disclosures."""

from opora.papers.queries.checklist import Line, checklist, kinds_of
from opora.papers.queries.consents import (
    PROCESSING,
    ask_ending,
    consent_in_sight,
    consents_of,
    may_share,
    people_of,
    waiting_terms,
)
from opora.papers.queries.destruction import (
    Destruction,
    act_in_sight,
    act_of,
    acts,
    destruction_of,
    journal_of,
    running_terms,
    term_in_sight,
)
from opora.papers.queries.files import file_in_sight, files_of
from opora.papers.queries.letters import (
    BECOMES,
    TemplateLine,
    all_templates,
    ask_unsigned,
    current_template,
    letter_in_sight,
    letters_of,
    missing_details,
    template_bytes,
)
from opora.papers.queries.notices import (
    disclosures_of,
    histories_of,
    history_in_sight,
    notice_in_sight,
    notices_of,
    timed,
)
from opora.papers.queries.traces import Copies, Traces, traces_of

__all__ = [
    "BECOMES",
    "PROCESSING",
    "Copies",
    "Destruction",
    "Line",
    "TemplateLine",
    "Traces",
    "act_in_sight",
    "act_of",
    "acts",
    "all_templates",
    "ask_ending",
    "ask_unsigned",
    "checklist",
    "consent_in_sight",
    "consents_of",
    "current_template",
    "destruction_of",
    "disclosures_of",
    "file_in_sight",
    "files_of",
    "histories_of",
    "history_in_sight",
    "journal_of",
    "kinds_of",
    "letter_in_sight",
    "letters_of",
    "may_share",
    "missing_details",
    "notice_in_sight",
    "notices_of",
    "people_of",
    "running_terms",
    "template_bytes",
    "term_in_sight",
    "timed",
    "traces_of",
    "waiting_terms",
]
