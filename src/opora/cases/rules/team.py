"""The people of a case: who works with the family and who answers for it, on every single day.

A membership is a half-open period: a person belongs from the first day up to, not including, the last.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from opora.cases.rules.lifecycle import Problem

CASE_MANAGER = "case_manager"
SPECIALIST = "specialist"
PSYCHOLOGIST = "psychologist"
VOLUNTEER = "volunteer"
TEAM_PARTS = (CASE_MANAGER, SPECIALIST, PSYCHOLOGIST, VOLUNTEER)


@dataclass(frozen=True, slots=True)
class Membership:
    """One person in one part from a day (included) until a day (not included; None: to this day)."""

    user_id: int
    part: str
    from_on: date
    to_on: date | None = None

    def covers(self, day: date) -> bool:
        """Say whether the person was in the team on that day."""
        return self.from_on <= day and (self.to_on is None or day < self.to_on)


def case_managers_on(team: Iterable[Membership], day: date) -> list[int]:
    """Who answered for the case on that day; in a sound case one person, from the opening on (S3-09)."""
    return [member.user_id for member in team if member.part == CASE_MANAGER and member.covers(day)]


def present_manager(team: Iterable[Membership]) -> Membership | None:
    """The person who answers for the case now, if any."""
    return next((m for m in team if m.part == CASE_MANAGER and m.to_on is None), None)


def problems_of_hand_over(team: Sequence[Membership], *, to_user_id: int, on: date) -> list[Problem]:
    """A case is handed to somebody else, not before the present case manager took it.

    Without a present case manager the day may not fall into the time of an earlier one.
    """
    present = present_manager(team)
    if present is None:
        ends = [m.to_on for m in team if m.part == CASE_MANAGER and m.to_on]
        return [Problem.BEFORE_TEAM] if any(on < end for end in ends) else []
    if present.user_id == to_user_id:
        return [Problem.SAME_PERSON]
    return [Problem.BEFORE_TEAM] if on < present.from_on else []


def handed_over(team: Sequence[Membership], *, to_user_id: int, on: date) -> list[Membership]:
    """The team after a hand-over: the old case manager until that day, the new one from it (S3-09).

    Takes a sound team and a day that passed problems_of_hand_over; every day keeps exactly one case manager.
    """
    present = present_manager(team)
    kept = [replace(m, to_on=on) if m is present else m for m in team]
    return [*kept, Membership(to_user_id, CASE_MANAGER, on)]


def problems_of_joining(team: Sequence[Membership], *, user_id: int, part: str, on: date) -> list[Problem]:
    """Nobody is in the team twice in the same part; case managers change only by a hand-over."""
    if part == CASE_MANAGER:
        return [Problem.SAME_PERSON] if present_manager(team) else []
    same = [m for m in team if m.user_id == user_id and m.part == part]
    if any(m.to_on is None or on < m.to_on for m in same):
        return [Problem.ALREADY_MEMBER]
    return []


def problems_of_leaving(member: Membership, *, on: date) -> list[Problem]:
    """A member leaves not before having come; the case manager leaves only by handing over."""
    if member.part == CASE_MANAGER:
        return [Problem.NO_CASE_MANAGER]
    if member.to_on is not None:
        return [Problem.ALREADY_DONE]
    return [Problem.BEFORE_TEAM] if on < member.from_on else []
