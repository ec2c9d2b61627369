"""Reading about the people around a family: always for somebody, from what that person sees."""

from opora.network.queries.circle import MapView, Network, TieView, member_name, network_of, tie_of
from opora.network.queries.finding import kin_in_sight, member_in_sight, record_in_sight
from opora.network.queries.kin import FamilyTree, genogram_of
from opora.network.queries.many import FamilyTies, ties_of_families

__all__ = [
    "FamilyTies",
    "FamilyTree",
    "MapView",
    "Network",
    "TieView",
    "genogram_of",
    "kin_in_sight",
    "member_in_sight",
    "member_name",
    "network_of",
    "record_in_sight",
    "tie_of",
    "ties_of_families",
]
