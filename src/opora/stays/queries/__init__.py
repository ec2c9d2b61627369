"""Reading stays: places and their beds, who lives where, the figures."""

from opora.stays.queries.admissions import (
    AdmissionFile,
    LodgerLine,
    admission_in_sight,
    admission_on_case,
    file_of_admission,
    list_admissions,
    may_admit,
)
from opora.stays.queries.board import Board, board_of
from opora.stays.queries.checklist import Checklist, PaperLine, checklist_of
from opora.stays.queries.choices import bed_kinds, bed_states, reasons_offered, shelter_kinds
from opora.stays.queries.figures import Figures, PlaceFigures, figures
from opora.stays.queries.free_beds import BedOffered, free_beds
from opora.stays.queries.places import get_bed, get_block, get_room, get_shelter, list_shelters, shelter_file

__all__ = [
    "AdmissionFile",
    "BedOffered",
    "Board",
    "Checklist",
    "Figures",
    "LodgerLine",
    "PaperLine",
    "PlaceFigures",
    "admission_in_sight",
    "admission_on_case",
    "bed_kinds",
    "bed_states",
    "board_of",
    "checklist_of",
    "figures",
    "file_of_admission",
    "free_beds",
    "get_bed",
    "get_block",
    "get_room",
    "get_shelter",
    "list_admissions",
    "list_shelters",
    "may_admit",
    "reasons_offered",
    "shelter_file",
    "shelter_kinds",
]
