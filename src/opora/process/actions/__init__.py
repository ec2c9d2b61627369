"""Everything that changes a path."""

from opora.process.actions.amending import amend, check_may_mend, corrected, may_mend, source_of, take_out, void
from opora.process.actions.beginning import assign_worker, begin, end_invitations, invite, name_family, unname_family
from opora.process.actions.bringing import follow_assessments
from opora.process.actions.counting import put_counts_together
from opora.process.actions.following import begin_paths, follow_cases
from opora.process.actions.handing import hand_to_program
from opora.process.actions.locking import hold_paths
from opora.process.actions.migrating import Carried, migrate_routes
from opora.process.actions.new_family import name_new_family
from opora.process.actions.palliative import set_palliative
from opora.process.actions.papers import (
    file_paper,
    file_paper_for_many,
    file_seen_paper,
    finish_task,
    record_facts,
    withdraw_paper,
)
from opora.process.actions.steps import override, take_step
from opora.process.actions.taking_back import take_back_step
from opora.process.actions.viewing import look_at, look_at_case, note_look_at_path
from opora.process.actions.voiding import may_void, take_back_void, void_route

__all__ = [
    "Carried",
    "amend",
    "assign_worker",
    "begin",
    "begin_paths",
    "check_may_mend",
    "corrected",
    "end_invitations",
    "file_paper",
    "file_paper_for_many",
    "file_seen_paper",
    "finish_task",
    "follow_assessments",
    "follow_cases",
    "hand_to_program",
    "hold_paths",
    "invite",
    "look_at",
    "look_at_case",
    "may_mend",
    "may_void",
    "migrate_routes",
    "name_family",
    "name_new_family",
    "note_look_at_path",
    "override",
    "put_counts_together",
    "record_facts",
    "set_palliative",
    "source_of",
    "take_back_step",
    "take_back_void",
    "take_out",
    "take_step",
    "unname_family",
    "void",
    "void_route",
    "withdraw_paper",
]
