"""Reading groups: who is on a list is told only for families the reader sees, and to whoever leads the group."""

from opora.groups.queries.choices import GroupOffer, leaders_at, offer_for
from opora.groups.queries.finding import commitment_in_sight, find_group, find_session, participant_in_sight
from opora.groups.queries.listing import GroupFilters, GroupLine, Sums, list_groups, sums_of
from opora.groups.queries.page import GroupPage, RosterLine, SessionLine, group_page

__all__ = [
    "GroupFilters",
    "GroupLine",
    "GroupOffer",
    "GroupPage",
    "RosterLine",
    "SessionLine",
    "Sums",
    "commitment_in_sight",
    "find_group",
    "find_session",
    "group_page",
    "leaders_at",
    "list_groups",
    "offer_for",
    "participant_in_sight",
    "sums_of",
]
