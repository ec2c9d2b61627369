"""What a practice is and how its files are read and checked."""

from opora.packs.rules.practice import (
    DepartmentPlan,
    Practice,
    PracticeReading,
    ProgramPlan,
    read_practice,
)

__all__ = ["DepartmentPlan", "Practice", "PracticeReading", "ProgramPlan", "read_practice"]
