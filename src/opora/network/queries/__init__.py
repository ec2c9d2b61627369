"""Reading about the people around a family: always for somebody, from what that person sees."""

from opora.network.queries.circle import MapView, Network, TieView, member_name, network_of, tie_of
from opora.network.queries.finding import kin_in_sight, member_in_sight, need_in_sight, record_in_sight
from opora.network.queries.kin import FamilyTree, genogram_of
from opora.network.queries.many import FamilyTies, ties_of_families
from opora.network.queries.outside import CirclePartner, circle_of, needs_of, partners_offered

__all__ = [
    "CirclePartner",
    "FamilyTies",
    "FamilyTree",
    "MapView",
    "Network",
    "TieView",
    "circle_of",
    "genogram_of",
    "kin_in_sight",
    "member_in_sight",
    "member_name",
    "need_in_sight",
    "needs_of",
    "network_of",
    "partners_offered",
    "record_in_sight",
    "tie_of",
    "ties_of_families",
]
