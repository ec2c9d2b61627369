"""Passing work on: each deed checks all, does all, and writes down who got what."""

from opora.duties.actions.adrift import look_for_adrift
from opora.duties.actions.leaving import refuse_to_leave_work
from opora.duties.actions.passing_on import Passed, assign, note_look, pass_on
from opora.duties.actions.planning import EVERYTHING, call_off_pass_on, do_planned_passings, plan_pass_on
from opora.duties.actions.standing_in import name_substitute

__all__ = [
    "EVERYTHING",
    "Passed",
    "assign",
    "call_off_pass_on",
    "do_planned_passings",
    "look_for_adrift",
    "name_substitute",
    "note_look",
    "pass_on",
    "plan_pass_on",
    "refuse_to_leave_work",
]
