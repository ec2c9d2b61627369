"""The only way a case changes: each verb checks, changes, journals and tells in one transaction."""

from opora.cases.actions.belonging import leave_family, record_birth, return_to_family
from opora.cases.actions.children import add_child, add_known_person, add_newcomer
from opora.cases.actions.client_names import NamedClient, open_clients
from opora.cases.actions.closing import close_case, reopen_case
from opora.cases.actions.correcting import Wanted, correct_case, may_correct, take_off_child
from opora.cases.actions.correcting_closing import correct_closing
from opora.cases.actions.follow_ups import record_follow_up, record_follow_up_done
from opora.cases.actions.imports import import_cases, reimport_cases
from opora.cases.actions.mending_stays import drop_extension, drop_stay, mend_extension, mend_stay
from opora.cases.actions.new_family import open_case_for_new_family, register_family
from opora.cases.actions.opening import ONE_LOOK, note_look, open_case, read_case_file
from opora.cases.actions.own_family import open_case_of_own_family
from opora.cases.actions.planned import call_off_hand_over, do_planned_hand_overs, plan_hand_over
from opora.cases.actions.stays import end_stay, extend_stay, start_stay
from opora.cases.actions.team import add_team_member, end_team_member, hand_over
from opora.cases.actions.transferring import transfer_case
from opora.cases.actions.voiding import take_back_void, void_case

__all__ = [
    "ONE_LOOK",
    "NamedClient",
    "Wanted",
    "add_child",
    "add_known_person",
    "add_newcomer",
    "add_team_member",
    "call_off_hand_over",
    "close_case",
    "correct_case",
    "correct_closing",
    "do_planned_hand_overs",
    "drop_extension",
    "drop_stay",
    "end_stay",
    "end_team_member",
    "extend_stay",
    "hand_over",
    "import_cases",
    "leave_family",
    "may_correct",
    "mend_extension",
    "mend_stay",
    "note_look",
    "open_case",
    "open_case_for_new_family",
    "open_case_of_own_family",
    "open_clients",
    "plan_hand_over",
    "read_case_file",
    "record_birth",
    "record_follow_up",
    "record_follow_up_done",
    "register_family",
    "reimport_cases",
    "reopen_case",
    "return_to_family",
    "start_stay",
    "take_back_void",
    "take_off_child",
    "transfer_case",
    "void_case",
]
