"""Everything that changes papers: each verb checks, writes, journals and files its paper in one transaction."""

from opora.papers.actions.consents import read_consent, record_consent, void_consent, withdraw_consent
from opora.papers.actions.contents import clear_new_contents, compare_contents
from opora.papers.actions.destroying import destroy_data, export_journal, extend_term, read_act, reasons_of
from opora.papers.actions.files import (
    OpenedFile,
    add_file,
    keep_for_office,
    keep_photo,
    keep_with,
    open_file,
    open_of_office,
    pass_files_on,
    seal_files_anew,
    void_file,
)
from opora.papers.actions.histories import compose_history, pass_on_history, read_history
from opora.papers.actions.letters import preview_paper, sign_letter, void_letter, write_letter
from opora.papers.actions.notices import answer_notice, disclose, read_disclosures, read_notice, send_notice
from opora.papers.actions.templates import add_template
from opora.papers.actions.traces import clear_traces

__all__ = [
    "OpenedFile",
    "add_file",
    "add_template",
    "answer_notice",
    "clear_new_contents",
    "clear_traces",
    "compare_contents",
    "compose_history",
    "destroy_data",
    "disclose",
    "export_journal",
    "extend_term",
    "keep_for_office",
    "keep_photo",
    "keep_with",
    "open_file",
    "open_of_office",
    "pass_files_on",
    "pass_on_history",
    "preview_paper",
    "read_act",
    "read_consent",
    "read_disclosures",
    "read_history",
    "read_notice",
    "reasons_of",
    "record_consent",
    "seal_files_anew",
    "send_notice",
    "sign_letter",
    "void_consent",
    "void_file",
    "void_letter",
    "withdraw_consent",
    "write_letter",
]
