"""Everything that is done about groups: begun, its days planned, people put on the list, marked, agreed."""

from opora.groups.actions.agreeing import agree, keep_guest, make_task
from opora.groups.actions.keeping import change_session, keep_group, plan_sessions, read_group, remove_session
from opora.groups.actions.listing import add_people, leave
from opora.groups.actions.marking import mark

__all__ = [
    "add_people",
    "agree",
    "change_session",
    "keep_group",
    "keep_guest",
    "leave",
    "make_task",
    "mark",
    "plan_sessions",
    "read_group",
    "remove_session",
]
