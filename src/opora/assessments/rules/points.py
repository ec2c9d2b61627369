"""When in the life of a case a form may be filled in: entry, review, exit, follow-up."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum, auto

ENTRY = "entry"
REVIEW = "review"
EXIT = "exit"
FOLLOW_UP = "follow_up"
POINTS = (ENTRY, REVIEW, EXIT, FOLLOW_UP)


class Obstacle(StrEnum):
    """Why a form cannot be filled in or cannot bear this day."""

    CASE_CLOSED = auto()
    NO_EXIT_YET = auto()
    NO_APPROVED_ENTRY = auto()
    ENTRY_EXISTS = auto()
    EXIT_EXISTS = auto()
    SAME_DAY = auto()
    BEFORE_ENTRY = auto()
    AFTER_EXIT = auto()
    BEFORE_EXIT = auto()


# Somebody else handed in the same form first.
OVERTAKEN = frozenset({Obstacle.ENTRY_EXISTS, Obstacle.EXIT_EXISTS, Obstacle.SAME_DAY})


@dataclass(frozen=True, slots=True)
class Standing:
    """An assessment of the case that stands: not replaced by a correction."""

    assessment_id: int
    point: str
    on: date
    is_approved: bool
    episode: int = 1


def obstacles_to_writing(
    point: str, standing: Iterable[Standing], *, is_open: bool, episode: int = 1, on: date | None = None
) -> list[Obstacle]:
    """What stands against a new form at a point; with `on`, against this day too.

    One entry per case; one exit per episode (a re-opened case begins another); reviews and follow-ups as many as
    needed, each on its own day. The exit is measured against an approved entry (S3-73). A follow-up looks back
    after the exit. `is_open` and `episode` describe the case now.
    """
    others = list(standing)
    entry = next((one for one in others if one.point == ENTRY), None)
    exits = [one for one in others if one.point == EXIT]
    found: list[Obstacle] = []
    if point == FOLLOW_UP:
        if is_open and not exits:
            found.append(Obstacle.NO_EXIT_YET)
    elif not is_open:
        found.append(Obstacle.CASE_CLOSED)
    if point == ENTRY and entry is not None:
        found.append(Obstacle.ENTRY_EXISTS)
    if point == EXIT:
        if any(one.episode == episode for one in exits):
            found.append(Obstacle.EXIT_EXISTS)
        if entry is None or not entry.is_approved:
            found.append(Obstacle.NO_APPROVED_ENTRY)
    return found + ([] if on is None else obstacles_to_day(point, others, on=on, episode=episode))


def obstacles_to_day(point: str, standing: Iterable[Standing], *, on: date, episode: int = 1) -> list[Obstacle]:
    """What stands against a day: forms of a case follow one another as entry, reviews, exit, follow-ups."""
    others = list(standing)
    found: list[Obstacle] = []
    if point in (REVIEW, FOLLOW_UP) and any(one.point == point and one.on == on for one in others):
        found.append(Obstacle.SAME_DAY)
    if point != ENTRY and any(one.point == ENTRY and one.on > on for one in others):
        found.append(Obstacle.BEFORE_ENTRY)
    if point == ENTRY and any(one.point != ENTRY and one.on < on for one in others):
        found.append(Obstacle.AFTER_EXIT)
    if point == FOLLOW_UP and any(one.point == EXIT and one.on > on for one in others):
        found.append(Obstacle.BEFORE_EXIT)
    return found
