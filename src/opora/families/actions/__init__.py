"""Everything that changes what is known of families and people; one subject per file."""

from opora.families.actions.erasing import erase_told
from opora.families.actions.growing_up import OwnFamily, begin_own_family, record_birth
from opora.families.actions.identities import (
    OpenedFamily,
    OpenedPerson,
    destroy_identity,
    open_family,
    open_names,
    open_person,
    renew_keys,
    seal_identities,
    update_identity,
)
from opora.families.actions.indexing import refresh_index
from opora.families.actions.leaving import leave_family, return_to_family
from opora.families.actions.members import add_known_person, add_member, change_role, end_member
from opora.families.actions.merging import BothPeople, look_at_both, merge_people, undo_merge
from opora.families.actions.merging_families import (
    BothFamilies,
    look_at_families,
    merge_families,
    part_families,
)
from opora.families.actions.opening import open_sealed
from opora.families.actions.people import add_person, create_family, register_people
from opora.families.actions.people_names import call_families, name_families, name_people
from opora.families.actions.placements import record_placement, withdraw_placement
from opora.families.actions.recognizing import note_recognized, recognize, recognize_all
from opora.families.actions.registering import register_coded_families

__all__ = [
    "BothFamilies",
    "BothPeople",
    "OpenedFamily",
    "OpenedPerson",
    "OwnFamily",
    "add_known_person",
    "add_member",
    "add_person",
    "begin_own_family",
    "call_families",
    "change_role",
    "create_family",
    "destroy_identity",
    "end_member",
    "erase_told",
    "leave_family",
    "look_at_both",
    "look_at_families",
    "merge_families",
    "merge_people",
    "name_families",
    "name_people",
    "note_recognized",
    "open_family",
    "open_names",
    "open_person",
    "open_sealed",
    "part_families",
    "recognize",
    "recognize_all",
    "record_birth",
    "record_placement",
    "refresh_index",
    "register_coded_families",
    "register_people",
    "renew_keys",
    "return_to_family",
    "seal_identities",
    "undo_merge",
    "update_identity",
    "withdraw_placement",
]
