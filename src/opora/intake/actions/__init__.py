"""The only way intake changes anything: each verb checks, writes, journals and files its paper in one transaction."""

from opora.intake.actions.aid import give_aid, take_back_aid
from opora.intake.actions.channels import keep_channel
from opora.intake.actions.composing import compose_report
from opora.intake.actions.contacts import correct_contact, note_answer, read_notes, record_contact, void_contact
from opora.intake.actions.deciding import decide, follow_routes, screen
from opora.intake.actions.joining import join_signals, part_signals
from opora.intake.actions.knowing import recognize_families
from opora.intake.actions.marking import refresh_marks
from opora.intake.actions.observations import correct_observation, record_observation, void_observation
from opora.intake.actions.receiving import open_told, read_signal, receive
from opora.intake.actions.reports import freeze_report, read_report, write_report
from opora.intake.actions.risks import fill_risk_form, read_risk_form, void_risk_form
from opora.intake.actions.sources import read_source, record_source, void_source
from opora.intake.actions.visiting import (
    cancel_visit,
    correct_visit,
    miss_visit,
    put_off_visit,
    record_visit,
    void_visit,
)
from opora.intake.actions.visits import approve_visit, plan_visit, read_visit, report_visit

__all__ = [
    "approve_visit",
    "cancel_visit",
    "compose_report",
    "correct_contact",
    "correct_observation",
    "correct_visit",
    "decide",
    "fill_risk_form",
    "follow_routes",
    "freeze_report",
    "give_aid",
    "join_signals",
    "keep_channel",
    "miss_visit",
    "note_answer",
    "open_told",
    "part_signals",
    "plan_visit",
    "put_off_visit",
    "read_notes",
    "read_report",
    "read_risk_form",
    "read_signal",
    "read_source",
    "read_visit",
    "receive",
    "recognize_families",
    "record_contact",
    "record_observation",
    "record_source",
    "record_visit",
    "refresh_marks",
    "report_visit",
    "screen",
    "take_back_aid",
    "void_contact",
    "void_observation",
    "void_risk_form",
    "void_source",
    "void_visit",
    "write_report",
]
