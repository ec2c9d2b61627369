"""Tables of stays."""

from opora.stays.models.duty import DutyNote, Handover, Shift
from opora.stays.models.leaving import Departure, ExitDay, ExitIssue, Readiness
from opora.stays.models.living import RoutineMark, RoutineSlot, SkillLevel, SkillLine
from opora.stays.models.lodging import Admission, BedUse, ExtensionAsk, Lodger, NightAway
from opora.stays.models.places import Bed, Room, Shelter
from opora.stays.models.waiting import Waiting

__all__ = [
    "Admission",
    "Bed",
    "BedUse",
    "Departure",
    "DutyNote",
    "ExitDay",
    "ExitIssue",
    "ExtensionAsk",
    "Handover",
    "Lodger",
    "NightAway",
    "Readiness",
    "Room",
    "RoutineMark",
    "RoutineSlot",
    "Shelter",
    "Shift",
    "SkillLevel",
    "SkillLine",
    "Waiting",
]
