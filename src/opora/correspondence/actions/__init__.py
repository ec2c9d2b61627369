"""The only way letters, agreements and meetings change."""

from opora.correspondence.actions.agreements import end_agreement, keep_agreement, open_agreement, void_agreement
from opora.correspondence.actions.answers import give_up_waiting, note_reply, record_answer, record_incoming
from opora.correspondence.actions.documents import produce_agreement, produce_document
from opora.correspondence.actions.filling import Preview, preview_letter, remember_cases
from opora.correspondence.actions.meetings import keep_meeting, read_meeting, void_meeting
from opora.correspondence.actions.mending import correct_letter, void_letter
from opora.correspondence.actions.preparing import Named, change_letter, prepare_letter
from opora.correspondence.actions.reading import OpenedLetter, open_file, read_letter, read_log
from opora.correspondence.actions.sending import approve_letter, register_letter, send_letter

__all__ = [
    "Named",
    "OpenedLetter",
    "Preview",
    "approve_letter",
    "change_letter",
    "correct_letter",
    "end_agreement",
    "give_up_waiting",
    "keep_agreement",
    "keep_meeting",
    "note_reply",
    "open_agreement",
    "open_file",
    "prepare_letter",
    "preview_letter",
    "produce_agreement",
    "produce_document",
    "read_letter",
    "read_log",
    "read_meeting",
    "record_answer",
    "record_incoming",
    "register_letter",
    "remember_cases",
    "send_letter",
    "void_agreement",
    "void_letter",
    "void_meeting",
]
