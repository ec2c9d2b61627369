"""What holds for nights, beds and stays; no tables, no clock."""

from opora.stays.rules.admitting import Berth, Problem, problems_of_admission
from opora.stays.rules.nights import Span, end_seen, held_on, nights_between
from opora.stays.rules.proposing import FreeBed, propose_beds
from opora.stays.rules.routine import Slot, Week, adherence, propose_day, skills_formed, weeks_of

__all__ = [
    "Berth",
    "FreeBed",
    "Problem",
    "Slot",
    "Span",
    "Week",
    "adherence",
    "end_seen",
    "held_on",
    "nights_between",
    "problems_of_admission",
    "propose_beds",
    "propose_day",
    "skills_formed",
    "weeks_of",
]
