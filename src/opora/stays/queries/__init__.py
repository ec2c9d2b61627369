"""Reading stays: places and their beds, who lives where, the figures."""

from opora.stays.queries.admissions import (
    AdmissionFile,
    admission_in_sight,
    admission_on_case,
    file_of_admission,
    list_admissions,
)
from opora.stays.queries.board import Board, board_of
from opora.stays.queries.choices import bed_kinds, reasons_offered, shelter_kinds
from opora.stays.queries.figures import Figures, PlaceFigures, figures
from opora.stays.queries.free_beds import BedOffered, free_beds
from opora.stays.queries.places import get_shelter, list_shelters, shelter_file

__all__ = [
    "AdmissionFile",
    "BedOffered",
    "Board",
    "Figures",
    "PlaceFigures",
    "admission_in_sight",
    "admission_on_case",
    "bed_kinds",
    "board_of",
    "figures",
    "file_of_admission",
    "free_beds",
    "get_shelter",
    "list_admissions",
    "list_shelters",
    "reasons_offered",
    "shelter_file",
    "shelter_kinds",
]
