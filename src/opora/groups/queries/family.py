"""What one family came to: its groups and events, how often it came, what it did at home, what was agreed about it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from opora.access.rules import Actor
from opora.common.language import said
from opora.families.sealing import opened
from opora.groups import policies
from opora.groups.models import Commitment, Group, Guest, HomeworkResult, Mark, Participant, Session
from opora.groups.rules import has_completed, share
from opora.process.queries import Place, may_record, records_of_family


@dataclass(frozen=True, slots=True)
class Comer:
    """Somebody of the family in a group: since when, how often he or she came."""

    participant_id: int
    person_id: int
    joined_on: date
    left_on: date | None
    came: int
    share: int
    is_completed: bool


@dataclass(frozen=True, slots=True)
class FamilyMeeting:
    """A meeting as this family had it: who came, who did not, the homework, who else was invited, what was agreed."""

    session: Session
    came: tuple[int, ...]
    missed: tuple[int, ...]
    homework: str
    result: str
    comment: str
    guests: tuple[tuple[Guest, str], ...]
    commitments: tuple[tuple[Commitment, str], ...]


@dataclass(frozen=True, slots=True)
class FamilyGroup:
    """A group or an event of the family, with its meetings, the newest first."""

    group: Group
    service: str
    leaders: str
    people: tuple[Comer, ...]
    meetings: tuple[FamilyMeeting, ...]
    held: int
    next: Session | None
    is_over: bool

    @property
    def lasts(self) -> bool:
        """Whether it is known to go on over more than one day."""
        return self.group.until_on is not None and self.group.until_on != self.group.from_on


@dataclass(frozen=True, slots=True)
class FamilyGroups:
    """Everything the family was put on a list of; those that go on first."""

    groups: tuple[FamilyGroup, ...]
    may_record: bool

    @property
    def lines(self) -> list[tuple[FamilyGroup, FamilyMeeting]]:
        """Every meeting the family was expected at, for a workbook."""
        return [(one, meeting) for one in self.groups for meeting in one.meetings]


def groups_at(*, actor: Actor, place: Place, on: date) -> FamilyGroups:
    """The groups of the family at a place just read, also those it came to on its path before there was a case."""
    mine = records_of_family(actor=actor, place=place)
    listed = Participant.objects.filter(mine).select_related("group__service")
    listed = listed.prefetch_related("group__leaders", "group__sessions")
    rows = list(listed.order_by("-group__from_on", "-group_id", "pk"))
    marks = _marks(rows)
    keys = {one.group_id for one in rows}
    told = _Told(mine, keys)
    groups = [
        _group(group, list(people), marks, told, on) for group, people in groupby(rows, key=lambda one: one.group)
    ]
    groups.sort(key=lambda one: one.is_over)
    return FamilyGroups(tuple(groups), not place.has_ended and may_record(actor=actor, place=place))


class _Told:
    """What is written about the family at the meetings of some groups."""

    def __init__(self, mine: object, group_ids: Iterable[int]) -> None:
        about = {"session__group_id__in": group_ids}
        self.results: dict[int, tuple[str, str]] = {
            one.session_id: (one.state, opened(one, "comment")) for one in HomeworkResult.objects.filter(mine, **about)
        }
        self.guests: dict[int, list[tuple[Guest, str]]] = {}
        for guest in Guest.objects.filter(mine, **about):
            self.guests.setdefault(guest.session_id, []).append((guest, opened(guest, "words")))
        self.commitments: dict[int, list[tuple[Commitment, str]]] = {}
        for one in Commitment.objects.filter(mine, **about):
            self.commitments.setdefault(one.session_id, []).append((one, opened(one, "text")))


def _marks(rows: Iterable[Participant]) -> dict[int, dict[int, str]]:
    """By person and meeting: whoever stands on a list twice came once."""
    people = {one.pk: one.person_id for one in rows}
    found: dict[int, dict[int, str]] = {}
    for participant, session, state in Mark.objects.filter(participant_id__in=people).values_list(
        "participant_id", "session_id", "state"
    ):
        marks = found.setdefault(people[participant], {})
        if marks.get(session) != Mark.State.CAME:
            marks[session] = state
    return found


def _group(
    group: Group, listed: list[Participant], marks: dict[int, dict[int, str]], told: _Told, on: date
) -> FamilyGroup:
    sessions = list(group.sessions.all())
    held = {one.pk for one in sessions if one.is_held}
    people = tuple(_comer(one, marks.get(one.person_id, {}), held, group.threshold) for one in listed)
    ids = list(dict.fromkeys(one.person_id for one in listed))
    states = {one.pk: {pk: marks.get(pk, {}).get(one.pk, "") for pk in ids} for one in sessions}
    meetings = [
        FamilyMeeting(
            session=one,
            came=tuple(pk for pk, state in states[one.pk].items() if state == Mark.State.CAME),
            missed=tuple(pk for pk, state in states[one.pk].items() if state and state != Mark.State.CAME),
            homework=opened(one, "homework"),
            result=told.results.get(one.pk, ("", ""))[0],
            comment=told.results.get(one.pk, ("", ""))[1],
            guests=tuple(told.guests.get(one.pk, ())),
            commitments=tuple(told.commitments.get(one.pk, ())),
        )
        for one in reversed(sessions)
        if any(states[one.pk].values()) or one.pk in told.guests or one.pk in told.commitments
    ]
    coming = [one for one in sessions if not one.is_held and one.on >= on]
    has_left = all(one.left_on is not None and one.left_on <= on for one in listed)
    return FamilyGroup(
        group=group,
        service=said(group.service.title) if group.service is not None else "",
        leaders=", ".join(user.name for user in group.leaders.all()),
        people=people,
        meetings=tuple(meetings),
        held=len(held),
        next=coming[0] if coming and not has_left else None,
        is_over=has_left or (group.until_on is not None and group.until_on < on),
    )


def _comer(one: Participant, marks: dict[int, str], held: set[int], threshold: int) -> Comer:
    came = sum(1 for session, state in marks.items() if session in held and state == Mark.State.CAME)
    return Comer(
        participant_id=one.pk,
        person_id=one.person_id,
        joined_on=one.joined_on,
        left_on=one.left_on,
        came=came,
        share=share(came, len(held)),
        is_completed=has_completed(came=came, held=len(held), threshold=threshold),
    )


def groups_to_join(*, actor: Actor, text: str = "", on: date, limit: int = 50) -> list[Group]:
    """Groups and events that go on or are still to come, the newest first; found by their title."""
    if not policies.may_see(actor):
        return []
    found = Group.objects.exclude(until_on__lt=on).select_related("service").prefetch_related("leaders")
    if text:
        found = found.filter(title__icontains=text)
    return list(found.order_by("-from_on", "-pk")[:limit])
