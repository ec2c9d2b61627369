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
from opora.stays.queries.duty import (
    DutyLog,
    duty_kinds_offered,
    duty_log,
    families_on_duty,
    shift_at,
    shifts_offered,
    weights_offered,
)
from opora.stays.queries.everyday import (
    RoutineFile,
    SkillRow,
    SkillsFile,
    levels_offered,
    marks_offered,
    proposed_routine,
    routine_as_typed,
    routine_of,
    skills_of,
    skills_offered,
)
from opora.stays.queries.figures import Figures, PlaceFigures, figures
from opora.stays.queries.free_beds import BedOffered, free_beds
from opora.stays.queries.leaving import (
    ExitFile,
    children_offered,
    destinations_offered,
    exit_of,
    readiness_label,
    whose_offered,
)
from opora.stays.queries.places import get_bed, get_block, get_room, get_shelter, list_shelters, shelter_file

__all__ = [
    "AdmissionFile",
    "BedOffered",
    "Board",
    "Checklist",
    "DutyLog",
    "ExitFile",
    "Figures",
    "LodgerLine",
    "PaperLine",
    "PlaceFigures",
    "RoutineFile",
    "SkillRow",
    "SkillsFile",
    "admission_in_sight",
    "admission_on_case",
    "bed_kinds",
    "bed_states",
    "board_of",
    "checklist_of",
    "children_offered",
    "destinations_offered",
    "duty_kinds_offered",
    "duty_log",
    "exit_of",
    "families_on_duty",
    "figures",
    "file_of_admission",
    "free_beds",
    "get_bed",
    "get_block",
    "get_room",
    "get_shelter",
    "levels_offered",
    "list_admissions",
    "list_shelters",
    "marks_offered",
    "may_admit",
    "proposed_routine",
    "readiness_label",
    "reasons_offered",
    "routine_as_typed",
    "routine_of",
    "shelter_file",
    "shelter_kinds",
    "shift_at",
    "shifts_offered",
    "skills_of",
    "skills_offered",
    "weights_offered",
    "whose_offered",
]
