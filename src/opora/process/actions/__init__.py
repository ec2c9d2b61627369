"""Everything that changes a path."""

from opora.process.actions.beginning import assign_worker, begin, invite, name_family
from opora.process.actions.counting import put_counts_together
from opora.process.actions.following import adopt_cases, follow_cases
from opora.process.actions.looking import look_at
from opora.process.actions.papers import file_paper, finish_task, record_facts, withdraw_paper
from opora.process.actions.publishing import publish_route
from opora.process.actions.steps import override, take_step

__all__ = [
    "adopt_cases",
    "assign_worker",
    "begin",
    "file_paper",
    "finish_task",
    "follow_cases",
    "invite",
    "look_at",
    "name_family",
    "override",
    "publish_route",
    "put_counts_together",
    "record_facts",
    "take_step",
    "withdraw_paper",
]
