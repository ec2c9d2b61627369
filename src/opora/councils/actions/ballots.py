"""A vote is opened, cast, and closed; closing it gives the path its minutes and its decision."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor
from opora.audit import actions as audit
from opora.common.dates import now
from opora.common.errors import Conflict, Invalid
from opora.councils import policies, rules
from opora.councils.models import Ballot, PanelSeat, Vote
from opora.councils.queries.ballots import (
    criteria_in_force,
    in_sight,
    seats_of,
    waiting_seats,
)
from opora.councils.queries.people import panel_candidates
from opora.intake.models import Visit
from opora.process import actions as process
from opora.process.models import Route
from opora.process.policies import check_not_blocked
from opora.process.queries import get_route, place_of


@transaction.atomic
def open_ballot(
    *,
    actor: Actor,
    route_id: int,
    kind: str = rules.OPEN_CASE,
    question: str = "",
    member_ids: Sequence[int],
    chair_id: int,
    closes_on: date,
    is_secret: bool = False,
    quorum: int | None = None,
    on: date,
) -> Ballot:
    """A question is put to a panel, and its members are invited to the path (S4-10, Q-08)."""
    route = get_route(actor=actor, route_id=route_id)
    policies.check_can_call(actor, route)
    check_not_blocked(route)
    # Of two people opening a vote at once the second sees the first one's.
    Route.objects.select_for_update(of=("self",)).get(pk=route_id)
    members = sorted({*member_ids, chair_id})
    _check_opening(route, kind, question, members, closes_on, quorum, on)
    ballot = Ballot.objects.create(
        route=route,
        kind=kind,
        question=question.strip(),
        is_secret=is_secret,
        quorum=quorum,
        chair_id=chair_id,
        criteria=criteria_in_force(route),
        opened_on=on,
        by_id=actor.user_id,
        closes_on=closes_on,
    )
    _seat(actor, ballot, members, on)
    audit.record(actor=actor, verb="councils.ballot_opened", case_id=route.case_id, ballot=ballot.pk, route=route_id)
    return ballot


@transaction.atomic
def vote(*, actor: Actor, ballot_id: int, choice: str, reason: str = "", on: date) -> Vote:
    """One member of the panel votes, once and for good."""
    ballot, seat = _my_seat(actor, ballot_id)
    check_not_blocked(ballot.route)
    policies.check_can_vote(ballot, seat, on)
    if choice not in rules.CHOICES[ballot.kind]:
        raise Invalid({"choice": _("Choose your answer.")})
    if not reason.strip() and choice in {"reject", "danger"}:
        raise Invalid({"reason": _("Say in a few words why.")})
    cast = Vote.objects.create(seat=seat, choice=choice, reason=reason.strip())
    audit.record(actor=actor, verb="councils.voted", case_id=ballot.route.case_id, ballot=ballot_id)
    return cast


@transaction.atomic
def declare_conflict(*, actor: Actor, ballot_id: int, reason: str, on: date) -> PanelSeat:
    """A member who is too near to the family steps back: no vote, no part in the quorum, and no look at the case."""
    ballot, seat = _my_seat(actor, ballot_id)
    policies.check_can_vote(ballot, seat, on)
    if not reason.strip():
        raise Invalid({"conflict": _("Say in a few words why.")})
    seat.conflict, seat.conflict_on = reason.strip(), on
    seat.save(update_fields=["conflict", "conflict_on"])
    _end_invitations(actor, ballot, PanelSeat.objects.filter(pk=seat.pk), on)
    audit.record(actor=actor, verb="councils.conflict_declared", case_id=ballot.route.case_id, ballot=ballot_id)
    return seat


@transaction.atomic
def close_ballot(*, actor: Actor, ballot_id: int, on: date) -> Ballot:
    """The vote is counted and gets its minutes; with a result the path learns it (D-14).

    Without a quorum there is no result, and the path gets neither paper nor decision.
    """
    ballot = _lock(actor, ballot_id)
    policies.check_can_close(actor, ballot)
    if ballot.closed_on is not None:
        raise Conflict(policies.CLOSED)
    if on < ballot.opened_on:
        raise Invalid({"on": _("The vote was opened later. Check the date.")})
    if not rules.may_close(waiting=waiting_seats(ballot), closes_on=ballot.closes_on, on=on):
        raise Conflict(_("Not everybody has voted yet. The vote can be closed when all have voted or on its last day."))
    tally = _count(ballot)
    ballot.closed_at, ballot.closed_on, ballot.closed_by_id = now(), on, actor.user_id
    ballot.result, ballot.ground, ballot.number = tally.result or "", tally.reason, audit.next_number("ballot_minutes")
    ballot.save(update_fields=["closed_at", "closed_on", "closed_by", "result", "ground", "number"])
    if tally.result and ballot.kind == rules.OPEN_CASE:
        source = f"councils.ballot:{ballot.pk}"
        process.file_paper(actor=actor, route_id=ballot.route_id, kind="vote_minutes", source=source, on=on)
        process.record_facts(actor=actor, route_id=ballot.route_id, facts={"vote": tally.result}, on=on)
    _let_go(actor, ballot, on)
    audit.record(
        actor=actor,
        verb="councils.ballot_closed",
        case_id=ballot.route.case_id,
        ballot=ballot_id,
        route=ballot.route_id,
    )
    return ballot


@transaction.atomic
def call_off(*, actor: Actor, ballot_id: int, reason: str = "", is_undo: bool = False, on: date) -> Ballot:
    """A vote opened by mistake is called off while a vote is waited for: nobody is asked any more, nothing is decided.

    What was cast stays unseen. Once everybody has voted the panel has decided, and the vote is counted.
    """
    ballot = _lock(actor, ballot_id)
    policies.check_can_call_off(actor, ballot)
    if not waiting_seats(ballot) and PanelSeat.objects.filter(ballot=ballot, vote__isnull=False).exists():
        raise Conflict(_("Everybody has voted: the panel has decided. Count the votes and write the minutes."))
    place = place_of(actor=actor, route_id=ballot.route_id)
    if is_undo:
        process.check_may_mend(actor=actor, record=ballot, on=on)
    process.take_out(
        actor=actor, record=ballot, place=place, what="ballot", reason=reason, is_reason_needed=not is_undo, on=on
    )
    ballot.closed_at, ballot.closed_on, ballot.closed_by_id = now(), max(on, ballot.opened_on), actor.user_id
    ballot.save(update_fields=["closed_at", "closed_on", "closed_by"])
    _let_go(actor, ballot, on)
    return ballot


def _seat(actor: Actor, ballot: Ballot, members: Sequence[int], on: date) -> None:
    """Every member gets a seat, and whoever does not take part in the path yet an invitation for this vote."""
    present = set(ballot.route.members.filter(to_on=None).values_list("user_id", flat=True))
    for user_id in members:
        member = process.invite(actor=actor, route_id=ballot.route_id, user_id=user_id, on=on)
        PanelSeat.objects.create(ballot=ballot, user_id=user_id, invitation=None if user_id in present else member)


def _let_go(actor: Actor, ballot: Ballot, on: date) -> None:
    """The invitations given for votes end with the last vote in which a member sits; the minutes stay readable."""
    done = PanelSeat.objects.filter(ballot__route=ballot.route_id, user_id__in=ballot.seats.values("user_id"))
    _end_invitations(actor, ballot, done, on)


def _end_invitations(actor: Actor, ballot: Ballot, seats: "QuerySet[PanelSeat]", on: date) -> None:
    """Whoever votes elsewhere on this path or is to visit the family meanwhile keeps the path."""
    running = PanelSeat.objects.filter(ballot__route=ballot.route_id, ballot__closed_on=None, conflict_on=None)
    busy = set(running.values_list("user_id", flat=True))
    ahead = Visit.objects.filter(route=ballot.route_id, held_on=None, not_held="")
    for visitors in ahead.values_list("visitor_ids", flat=True):
        busy.update(visitors)
    invitations = seats.exclude(user_id__in=busy).exclude(invitation=None).values_list("invitation_id", flat=True)
    process.end_invitations(actor=actor, route_id=ballot.route_id, member_ids=list(invitations), on=on)


def _count(ballot: Ballot) -> rules.Tally:
    deciding = [seat for seat in seats_of(ballot) if seat.conflict_on is None]
    cast = {seat.user_id: seat.vote.choice for seat in deciding if seat.has_voted}
    # In a secret vote a tie stays a tie: the chair's word would tell how the chair voted.
    chair_choice = None if ballot.is_secret else cast.get(ballot.chair_id)
    return rules.count(list(cast.values()), len(deciding), ballot.quorum, chair_choice)


def _lock(actor: Actor, ballot_id: int) -> Ballot:
    held = Ballot.every.select_for_update(of=("self",)).select_related("route")
    ballot = held.filter(in_sight(actor), pk=ballot_id).first()
    if ballot is None:
        raise policies.unseen()
    return ballot


def _my_seat(actor: Actor, ballot_id: int) -> tuple[Ballot, PanelSeat]:
    ballot = _lock(actor, ballot_id)
    seat = seats_of(ballot).filter(user_id=actor.user_id).first() if actor.user_id is not None else None
    if seat is None:
        raise policies.unseen()
    return ballot, seat


def _check_opening(
    route: Route, kind: str, question: str, members: Sequence[int], closes_on: date, quorum: int | None, on: date
) -> None:
    wrong: dict[str, object] = {}
    if kind not in rules.CHOICES:
        wrong["kind"] = _("Choose what is voted on.")
    if kind == rules.OTHER and not question.strip():
        wrong["question"] = _("Write the question.")
    if not set(members) <= {pk for pk, _name in panel_candidates(route=route)}:
        wrong["member_ids"] = _("Choose the members of the panel from the list.")
    if closes_on < on:
        wrong["closes_on"] = _("The last day cannot be earlier than the day of opening.")
    if quorum is not None and not 1 <= quorum <= len(members):
        wrong["quorum"] = _("The quorum is between one and the number of members of the panel.")
    if wrong:
        raise Invalid(wrong)
    if kind == rules.OPEN_CASE and Ballot.objects.filter(route=route, kind=kind, closed_on=None).exists():
        raise Conflict(_("A vote on this family is already running. Close it before you open another one."))
