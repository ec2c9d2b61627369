"""Everything that is done about groups: begun, its days planned, people put on the list, marked, agreed."""

from opora.groups.actions.agreeing import (
    agree,
    correct_agreement,
    correct_guest,
    keep_guest,
    make_task,
    void_agreement,
    void_guest,
)
from opora.groups.actions.keeping import change_session, keep_group, plan_sessions, read_group, remove_session
from opora.groups.actions.listing import add_people, leave
from opora.groups.actions.marking import mark
from opora.groups.actions.reading import read_family_groups
from opora.groups.actions.undoing import remove_group, void_group

__all__ = [
    "add_people",
    "agree",
    "change_session",
    "correct_agreement",
    "correct_guest",
    "keep_group",
    "keep_guest",
    "leave",
    "make_task",
    "mark",
    "plan_sessions",
    "read_family_groups",
    "read_group",
    "remove_group",
    "remove_session",
    "void_agreement",
    "void_group",
    "void_guest",
]
