"""The routine of a family's day and the skills learned, as their pages show them."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date, timedelta

from opora.access.rules import Actor
from opora.common.choices import Offered, offered
from opora.families.models import Person
from opora.stays.models import Admission, RoutineMark, RoutineSlot, SkillLevel, SkillLine
from opora.stays.queries.mended import Mended, mended
from opora.stays.rules import Week, propose_day, skills_formed, weeks_of
from opora.stays.words import SLOTS

_WEEKS = 8


@dataclass(frozen=True, slots=True)
class RoutineFile:
    """The family's day, the marks of the last weeks and how far it was kept."""

    slots: tuple[RoutineSlot, ...]
    marks: tuple[RoutineMark, ...]
    weeks: tuple[Week, ...]
    mended: Mended = field(default_factory=Mended)


@dataclass(frozen=True, slots=True)
class SkillRow:
    """A skill of somebody with the levels so far, in words."""

    line: SkillLine
    person: Person
    levels: dict[str, str]
    rated: dict[str, SkillLevel] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SkillsFile:
    """The training plan of a stay with the number of skills formed."""

    rows: tuple[SkillRow, ...]
    formed: int
    points: Offered
    mended: Mended = field(default_factory=Mended)


def routine_of(admission: Admission, *, actor: Actor | None = None, on: date) -> RoutineFile:
    """The day of a family whose stay was read for this person; with what was done to its marks for ``actor``."""
    marks = list(admission.marks.filter(on__gt=on - timedelta(weeks=_WEEKS)).order_by("-on"))
    return RoutineFile(
        slots=tuple(admission.slots.all()),
        marks=tuple(marks),
        weeks=tuple(weeks_of({mark.on: mark.mark for mark in marks})),
        mended=mended(
            actor=actor, admission=admission, records=marks, gone=("stays.routinemark", "stays.routineslot"), on=on
        )
        if actor is not None
        else Mended(),
    )


def proposed_routine(ages_in_months: Collection[int]) -> str:
    """A day to begin with, one part a line, as it is typed: «07:00-07:30 Breakfast»."""
    lines = []
    for slot in propose_day(ages_in_months):
        until = f"-{slot.until:%H:%M}" if slot.until is not None else ""
        lines.append(f"{slot.at:%H:%M}{until} {SLOTS[slot.what]}")
    return "\n".join(lines)


def routine_as_typed(slots: Collection[RoutineSlot]) -> str:
    """The day as it stands, one part a line."""
    lines = []
    for slot in slots:
        until = f"-{slot.until:%H:%M}" if slot.until is not None else ""
        lines.append(f"{slot.at:%H:%M}{until} {slot.what_text}")
    return "\n".join(lines)


def skills_of(admission: Admission, *, actor: Actor | None = None, on: date | None = None) -> SkillsFile:
    """The skills of a stay that was read for this person; with what was done to them for ``actor``."""
    lines = list(admission.skills.select_related("person__merged_into").prefetch_related("levels"))
    known = [{level.point: level.level for level in line.levels.all()} for line in lines]
    words = dict(SkillLevel.Level.choices)
    rows = tuple(
        SkillRow(
            line,
            line.person,
            {point: str(words[level]) for point, level in levels.items()},
            {level.point: level for level in line.levels.all()},
        )
        for line, levels in zip(lines, known, strict=True)
    )
    rated = [level for line in lines for level in line.levels.all()]
    done = (
        mended(
            actor=actor,
            admission=admission,
            records=[*lines, *rated],
            gone=("stays.skillline", "stays.skilllevel"),
            on=on,
        )
        if actor is not None and on is not None
        else Mended()
    )
    return SkillsFile(rows, skills_formed(known), tuple(SkillLevel.Point.choices), done)


def skills_offered() -> Offered:
    return offered(*SkillLine.Skill)


def levels_offered() -> tuple[tuple[int, object], ...]:
    return tuple(SkillLevel.Level.choices)


def marks_offered() -> Offered:
    return offered(*RoutineMark.Mark)
