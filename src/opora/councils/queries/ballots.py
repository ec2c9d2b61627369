"""A vote as one person may see it: blind while it runs, and never by name when it is secret."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from opora.access.rules import Actor, Scope, departments, scope
from opora.common.asked_often import written_once
from opora.common.asked_together import Asking
from opora.common.language import said, spoken
from opora.common.looking_in import day, holding, label
from opora.common.told_along import record_of, told_by
from opora.councils import policies, rules
from opora.councils.models import Ballot, PanelSeat, Vote
from opora.families.sealing import opened
from opora.pathways.queries import definition_of
from opora.pathways.rules import decide
from opora.process.models import Amendment, Route
from opora.process.queries import get_route, visible_to


@dataclass(frozen=True, slots=True)
class CastVote:
    """One vote with its reason; without a name when the vote is secret."""

    name: str
    choice: str
    reason: str


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody of the panel; that a vote was cast may be told at once, how it was cast may not."""

    name: str
    has_voted: bool
    is_me: bool


@dataclass(frozen=True, slots=True)
class BallotView:
    """A vote with what this person may know of it."""

    ballot: Ballot
    question: str
    members: list[Member]
    conflicted: list[tuple[str, str]]
    needed: int
    my_seat: PanelSeat | None
    my_vote: Vote | None
    my_reason: str
    is_revealed: bool
    votes: list[CastVote]
    counts: list[tuple[str, int]]
    reasons: list[str]
    criteria: list[tuple[str, str]]
    may_close: bool
    may_call_off: bool
    why_called_off: str
    is_own_only: bool

    @property
    def is_hidden(self) -> bool:
        """Who is too near to the family sees nothing of the matter, neither before the end nor after it."""
        return self.my_seat is not None and self.my_seat.conflict_on is not None

    @property
    def cast(self) -> int:
        """How many have voted."""
        return sum(member.has_voted for member in self.members)

    @property
    def may_vote(self) -> bool:
        """Whether this person's vote is waited for."""
        seat = self.my_seat
        return self.ballot.closed_on is None and seat is not None and seat.conflict_on is None and self.my_vote is None

    @property
    def choices(self) -> list[tuple[str, str]]:
        """What may be answered, in words."""
        return [(code, str(Ballot.Choice(code).label)) for code in rules.CHOICES[self.ballot.kind]]


def get_ballot(*, actor: Actor, ballot_id: int) -> Ballot:
    """The vote of a path this person sees, or a closed one in which he or she sat; NotFound otherwise."""
    known = Ballot.every.select_related("route__version", "route__case", "route__program", "chair", "by", "closed_by")
    found = known.filter(in_sight(actor), pk=ballot_id).first()
    if found is None:
        raise policies.unseen()
    return found


def in_sight(actor: Actor) -> Q:
    """Which votes a person may know: closed ones of paths in sight, running ones in which he or she takes part.

    Whoever leads knows all of them there. The invitation ends with the vote, or with a conflict of interest; the
    minutes stay with those who voted.
    """
    seen = Q(route__in=visible_to(actor))
    if actor.user_id is None or scope(actor, "council.vote") is Scope.ALL:
        return seen
    mine = PanelSeat.objects.filter(user_id=actor.user_id).values("ballot_id")
    led = Q(route__department_id__in=departments(actor, "council.vote"))
    takes_part = Q(pk__in=mine) | Q(chair_id=actor.user_id) | Q(by_id=actor.user_id) | led
    stepped_back = PanelSeat.objects.filter(user_id=actor.user_id, conflict_on__isnull=False).values("ballot_id")
    return (seen & (Q(closed_on__isnull=False) | takes_part)) | Q(
        Q(closed_on__isnull=False, pk__in=mine) | Q(pk__in=stepped_back)
    )


def ballots_of(*, actor: Actor, route_id: int) -> list[Ballot]:
    """The votes on a path, the newest first, those called off too; of a running one nothing is told.

    ``opens`` of each says whether its page is there for this person.
    """
    route = get_route(actor=actor, route_id=route_id)
    opens = Exists(Ballot.every.filter(in_sight(actor), pk=OuterRef("pk")))
    found = Ballot.every.filter(route=route).select_related("chair").annotate(opens=opens)
    return list(found.order_by("-opened_on", "-pk"))


def ask_open_ballot(route: Route) -> Asking[Ballot | None]:
    """Asks for the vote that runs on a path already read, if any; nothing of it is told but its last day."""
    return Asking(_open(route_id=route.pk), lambda told: record_of(Ballot, told[0]) if told else None)


@written_once
def _open(*, route_id: int) -> QuerySet[Ballot, dict[str, Any]]:
    return told_by(Ballot.objects.filter(route=route_id, closed_on=None).order_by("-pk"), "id", "closes_on")[:1]


def waiting_for(*, actor: Actor) -> list[Ballot]:
    """The running votes in which this person has not voted yet, the most pressing first (S4-10)."""
    if actor.user_id is None:
        return []
    seats = PanelSeat.objects.filter(user_id=actor.user_id, conflict_on=None, vote=None, ballot__closed_on=None)
    found = Ballot.objects.filter(pk__in=seats.values("ballot_id"), route__in=visible_to(actor))
    return list(found.select_related("route", "route__case", "chair").order_by("closes_on", "pk"))


_PART = slice(0, 50)


def minutes_for(*, actor: Actor, text: str = "", part: slice = _PART) -> list[Ballot]:
    """The closed votes in which this person sat, the newest first: their minutes stay readable (D-14).

    With words those in which the words stand: the kind of vote, its number, the case, the chair, the day.
    """
    if actor.user_id is None:
        return []
    mine = PanelSeat.objects.filter(user_id=actor.user_id, conflict_on=None).values("ballot_id")
    found = Ballot.objects.filter(pk__in=mine, closed_on__isnull=False).select_related("route__case", "chair")
    kind, closed = label("kind", Ballot.Kind.choices), day("closed_on")
    found = holding(found, text, kind, "number", "route__case__number", "route_id", "chair__name", closed)
    return list(found.order_by("-closed_on", "-pk")[part])


def seats_of(ballot: Ballot) -> QuerySet[PanelSeat]:
    """The seats of a panel with their people and votes."""
    return PanelSeat.objects.filter(ballot=ballot).select_related("user", "vote").order_by("pk")


def waiting_seats(ballot: Ballot) -> int:
    """How many votes are still waited for."""
    return PanelSeat.objects.filter(ballot=ballot, conflict_on=None, vote=None).count()


def ballot_view(*, actor: Actor, ballot_id: int) -> BallotView:
    """The vote with what this person may know: others' votes only when all have voted or it is closed (Q-08)."""
    ballot = get_ballot(actor=actor, ballot_id=ballot_id)
    seats = list(seats_of(ballot))
    deciding = [seat for seat in seats if seat.conflict_on is None]
    cast = [seat for seat in deciding if seat.has_voted]
    # Of a vote that was called off nobody learns what the others had cast.
    is_revealed = ballot.voided_on is None and (
        ballot.closed_on is not None or (bool(deciding) and len(cast) == len(deciding))
    )
    mine = next((seat for seat in seats if seat.user_id == actor.user_id), None) if actor.user_id else None
    my_vote = mine.vote if mine is not None and mine.has_voted else None
    votes = _opened(ballot, cast) if is_revealed else []
    counted = Counter(seat.vote.choice for seat in cast) if is_revealed else Counter[str]()
    return BallotView(
        ballot=ballot,
        question=question_of(ballot),
        members=[Member(seat.user.name, seat.has_voted, seat.user_id == actor.user_id) for seat in deciding],
        conflicted=[(seat.user.name, opened(seat, "conflict")) for seat in seats if seat.conflict_on],
        needed=rules.needed(len(deciding), ballot.quorum),
        my_seat=mine,
        my_vote=my_vote,
        my_reason=opened(my_vote, "reason") if my_vote else "",
        is_revealed=is_revealed,
        votes=[] if ballot.is_secret else votes,
        counts=[
            (str(Ballot.Choice(code).label), counted[code]) for code in rules.CHOICES[ballot.kind] if counted[code]
        ],
        # In the order of the alphabet: the order of the seats would tell who wrote what.
        reasons=sorted(vote.reason for vote in votes if vote.reason) if ballot.is_secret else [],
        criteria=criteria_said(ballot),
        may_close=ballot.closed_on is None and policies.may_close(actor, ballot),
        may_call_off=policies.may_call_off(actor, ballot) and not (cast and len(cast) == len(deciding)),
        why_called_off=_why_called_off(ballot),
        # The path is no longer this person's to see, the vote is.
        is_own_only=not visible_to(actor).filter(pk=ballot.route_id).exists(),
    )


def question_of(ballot: Ballot) -> str:
    """The question in words."""
    return opened(ballot, "question") or str(ballot.get_kind_display())


def _why_called_off(ballot: Ballot) -> str:
    """The reason for which a vote was called off; empty for all others."""
    if ballot.voided_on is None:
        return ""
    said_of_it = Amendment.objects.filter(source=f"councils.ballot:{ballot.pk}", kind=Amendment.Kind.VOIDED).first()
    return opened(said_of_it, "reason") if said_of_it is not None else ""


def criteria_said(ballot: Ballot) -> list[tuple[str, str]]:
    """Each table of criteria and what it said when the vote was opened; an empty text when it could not decide."""
    definition = definition_of(ballot.route.version)
    language = spoken()
    return [
        (said(definition.criteria[table].title), (decision.get("why") or {}).get(language, ""))
        for table, decision in ballot.criteria.items()
        if table in definition.criteria
    ]


def _opened(ballot: Ballot, cast: list[PanelSeat]) -> list[CastVote]:
    return [
        CastVote(
            "" if ballot.is_secret else seat.user.name,
            str(seat.vote.get_choice_display()),
            opened(seat.vote, "reason"),
        )
        for seat in cast
    ]


def criteria_in_force(route: Route) -> dict[str, object]:
    """What the tables of criteria say now about the path, to be kept beside the vote (S4-31)."""
    definition = definition_of(route.version)
    asked = [code for code, table in definition.criteria.items() if not table.is_brought_by_papers]
    return {table: decide(definition, table, route.facts).to_data() for table in asked}
