"""The page of a group: its days, who is on the list, who has completed it."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date

from opora.access.rules import Actor
from opora.families.sealing import opened
from opora.groups import policies
from opora.groups.models import Commitment, Group, Guest, HomeworkResult, Mark, Participant, Session
from opora.groups.rules import has_completed, share
from opora.process.queries import within_sight

Place = tuple[int | None, int | None]


@dataclass(frozen=True, slots=True)
class RosterLine:
    """Somebody on the list: by code, with whose family it is, how often he or she came."""

    id: int
    person_id: int
    code: str
    case_id: int | None
    route_id: int | None
    family_id: int | None
    case_number: str
    joined_on: date
    left_on: date | None
    came: int
    share: int
    is_completed: bool
    is_seen: bool
    marks: dict[int, str]

    @property
    def place(self) -> Place:
        return self.route_id, self.case_id

    def is_on_list(self, on: date) -> bool:
        """Whether the person is expected on a day."""
        return self.joined_on <= on and (self.left_on is None or self.left_on >= on)


@dataclass(frozen=True, slots=True)
class SessionLine:
    """One day: how many came, what was given to do at home and how many families did it."""

    session: Session
    came: int
    homework: str
    results: dict[Place, str]
    comments: dict[Place, str] = field(default_factory=dict)
    guests: list[tuple[Guest, str]] = field(default_factory=list)
    commitments: list[tuple[Commitment, str]] = field(default_factory=list)

    @property
    def done(self) -> int:
        return sum(1 for state in self.results.values() if state == HomeworkResult.State.DONE)


@dataclass(frozen=True, slots=True)
class GroupPage:
    """A group as this person may know it; ``hidden`` counts people on the list of whom nothing is told."""

    group: Group
    leaders: str
    leader_ids: tuple[int, ...]
    sessions: list[SessionLine]
    roster: list[RosterLine]
    hidden: int
    held: int
    people: int
    attendances: int
    heads: int
    completed: int
    may_lead: bool
    is_empty: bool = False
    voided_why: str = ""


def group_page(*, actor: Actor, group: Group) -> GroupPage:
    """Everything of one group; people of families out of sight stand there for its leaders alone, by code."""
    is_void = group.voided_on is not None
    may_lead = policies.may_lead(actor, group) and not is_void
    listed = (Participant.every if is_void else Participant.objects).filter(group=group)
    everybody = list(listed.select_related("person", "case", "route__case").defer("person__identity").order_by("pk"))
    seen = set(within_sight(actor, listed).values_list("pk", flat=True))
    sessions = list(group.sessions.all())
    marks: dict[int, dict[int, str]] = {}
    standing = Mark.objects.filter(session__group=group, participant__in=listed.order_by().values("pk"))
    for participant_id, session_id, state in standing.values_list("participant_id", "session_id", "state"):
        marks.setdefault(participant_id, {})[session_id] = state
    marked = {session_id for told in marks.values() for session_id in told}
    held = {one.pk for one in sessions if one.is_held or (is_void and one.pk in marked)}
    met = _met(everybody, marks, held)
    lines = [
        _line(one, marks.get(one.pk, {}), len(met[one.person_id]), len(held), group.threshold, one.pk in seen)
        for one in everybody
    ]
    shown = [one for one in lines if one.is_seen or may_lead]
    came = [one for one in lines if one.came]
    leaders = list(group.leaders.order_by("name", "pk").values_list("pk", "name"))
    return GroupPage(
        group=group,
        leaders=", ".join(name for _pk, name in leaders),
        leader_ids=tuple(pk for pk, _name in leaders),
        sessions=_sessions(actor, sessions, marks, {one.pk: one.person_id for one in everybody}),
        roster=shown,
        hidden=len(lines) - len(shown),
        held=len(held),
        people=len({one.person_id for one in came}),
        attendances=sum(len(days) for days in met.values()),
        heads=sum(one.heads for one in sessions),
        completed=len({one.person_id for one in lines if one.is_completed}),
        may_lead=may_lead,
        is_empty=is_empty(group),
        voided_why=opened(group, "voided_why"),
    )


def is_empty(group: Group) -> bool:
    """Whether nobody was ever on the list and nothing is recorded of a meeting: then the group can be taken away."""
    if Participant.every.filter(group=group).exists() or group.sessions.filter(is_held=True).exists():
        return False
    return not any(
        record.objects.filter(session__group=group).exists() for record in (Mark, Guest, Commitment, HomeworkResult)
    )


def _met(everybody: list[Participant], marks: dict[int, dict[int, str]], held: Collection[int]) -> dict[int, set[int]]:
    """The meetings each person came to: whoever stands on the list twice, since two records became one, came once."""
    met: dict[int, set[int]] = {}
    for one in everybody:
        days = {day for day, state in marks.get(one.pk, {}).items() if day in held and state == Mark.State.CAME}
        met.setdefault(one.person_id, set()).update(days)
    return met


def _line(one: Participant, marks: dict[int, str], came: int, held: int, threshold: int, is_seen: bool) -> RosterLine:
    case = one.case or (one.route.case if one.route is not None else None)
    family_id = case.family_id if case is not None else None
    if one.route is not None and one.route.family_id is not None:
        family_id = one.route.family_id
    return RosterLine(
        id=one.pk,
        person_id=one.person_id,
        code=one.person.code,
        case_id=case.pk if case is not None else None,
        route_id=one.route_id,
        family_id=family_id,
        case_number=case.number if case is not None and is_seen else "",
        joined_on=one.joined_on,
        left_on=one.left_on,
        came=came,
        share=share(came, held),
        is_completed=has_completed(came=came, held=held, threshold=threshold),
        is_seen=is_seen,
        marks=marks,
    )


def _sessions(
    actor: Actor, sessions: list[Session], marks: dict[int, dict[int, str]], people: dict[int, int]
) -> list[SessionLine]:
    keys = [one.pk for one in sessions]
    results: dict[int, dict[Place, str]] = {}
    comments: dict[int, dict[Place, str]] = {}
    for one in HomeworkResult.objects.filter(session_id__in=keys):
        results.setdefault(one.session_id, {})[(one.route_id, one.case_id)] = one.state
        comments.setdefault(one.session_id, {})[(one.route_id, one.case_id)] = opened(one, "comment")
    guests: dict[int, list[tuple[Guest, str]]] = {}
    for guest in within_sight(actor, Guest.objects.filter(session_id__in=keys)):
        guests.setdefault(guest.session_id, []).append((guest, opened(guest, "words")))
    agreed: dict[int, list[tuple[Commitment, str]]] = {}
    for commitment in within_sight(actor, Commitment.objects.filter(session_id__in=keys)):
        agreed.setdefault(commitment.session_id, []).append((commitment, opened(commitment, "text")))
    return [
        SessionLine(
            session=one,
            came=len({people.get(pk) for pk, told in marks.items() if told.get(one.pk) == Mark.State.CAME}),
            homework=opened(one, "homework"),
            results=results.get(one.pk, {}),
            comments=comments.get(one.pk, {}),
            guests=guests.get(one.pk, []),
            commitments=agreed.get(one.pk, []),
        )
        for one in sessions
    ]
