"""Reading groups: who is on a list is told only for families the reader sees, and to whoever leads the group."""

from opora.groups.queries.choices import GroupOffer, leaders_at, offer_for
from opora.groups.queries.family import FamilyGroup, FamilyGroups, FamilyMeeting, groups_at, groups_to_join
from opora.groups.queries.finding import (
    commitment_in_sight,
    find_group,
    find_session,
    guest_in_sight,
    participant_in_sight,
)
from opora.groups.queries.listing import GroupFilters, GroupLine, Sums, list_groups, sums_of
from opora.groups.queries.page import GroupPage, RosterLine, SessionLine, group_page
from opora.groups.queries.recorded import Recorded, recorded_at

__all__ = [
    "FamilyGroup",
    "FamilyGroups",
    "FamilyMeeting",
    "GroupFilters",
    "GroupLine",
    "GroupOffer",
    "GroupPage",
    "Recorded",
    "RosterLine",
    "SessionLine",
    "Sums",
    "commitment_in_sight",
    "find_group",
    "find_session",
    "group_page",
    "groups_at",
    "groups_to_join",
    "guest_in_sight",
    "leaders_at",
    "list_groups",
    "offer_for",
    "participant_in_sight",
    "recorded_at",
    "sums_of",
]
