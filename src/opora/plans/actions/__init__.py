"""Everything that changes a plan."""

from opora.plans.actions.agreeing import agree_plan, correct_plan, settle_review
from opora.plans.actions.beginning import begin_plan, write_words
from opora.plans.actions.events import (
    correct_event,
    correct_family_step,
    note_family_step,
    record_event,
    void_event,
    void_family_step,
    waive_harm_reduction,
)
from opora.plans.actions.following import follow_council, follow_routes
from opora.plans.actions.goals import add_goal, change_goal, decide_goal, reopen_goal
from opora.plans.actions.milestones import add_milestone, finish_milestone, undo_milestone
from opora.plans.actions.reading import read_plan, read_version
from opora.plans.actions.tasks import add_task, cancel_task, change_task, finish_task, undo_finish

__all__ = [
    "add_goal",
    "add_milestone",
    "add_task",
    "agree_plan",
    "begin_plan",
    "cancel_task",
    "change_goal",
    "change_task",
    "correct_event",
    "correct_family_step",
    "correct_plan",
    "decide_goal",
    "finish_milestone",
    "finish_task",
    "follow_council",
    "follow_routes",
    "note_family_step",
    "read_plan",
    "read_version",
    "record_event",
    "reopen_goal",
    "settle_review",
    "undo_finish",
    "undo_milestone",
    "void_event",
    "void_family_step",
    "waive_harm_reduction",
    "write_words",
]
