"""What a practice is and how its files are read and checked."""

from opora.catalogue.rules import SERVICES_FILE
from opora.packs.rules.practice import (
    PRACTICE_FILE,
    DepartmentPlan,
    OutcomePlan,
    Practice,
    PracticeReading,
    ProgramPlan,
    says_the_same,
)
from opora.packs.rules.process import PROCESS_FILE
from opora.packs.rules.reading import read_practice

__all__ = [
    "PRACTICE_FILE",
    "PROCESS_FILE",
    "SERVICES_FILE",
    "DepartmentPlan",
    "OutcomePlan",
    "Practice",
    "PracticeReading",
    "ProgramPlan",
    "read_practice",
    "says_the_same",
]
