"""The only way the people around a family are changed: check, change, journal, in one transaction."""

from opora.network.actions.kin import add_relative, keep_kin, void_kin
from opora.network.actions.maps import confirm_map, set_tie
from opora.network.actions.members import MemberEntry, keep_member, void_member
from opora.network.actions.outside import NeedEntry, keep_need, void_need
from opora.network.actions.reading import read_network
from opora.network.actions.talks import correct_mediation, record_mediation, void_record

__all__ = [
    "MemberEntry",
    "NeedEntry",
    "add_relative",
    "confirm_map",
    "correct_mediation",
    "keep_kin",
    "keep_member",
    "keep_need",
    "read_network",
    "record_mediation",
    "set_tie",
    "void_kin",
    "void_member",
    "void_need",
    "void_record",
]
