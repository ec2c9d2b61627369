"""Who may open, close and see a vote, and the sentences for what may not happen."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor, Scope, scope
from opora.common.errors import Conflict, NotFound, Refused
from opora.councils.models import Ballot, PanelSeat
from opora.process.models import Route
from opora.process.policies import within
from opora.process.queries import may_work

CLOSED = _("This vote is closed. Nothing was changed.")


def unseen() -> NotFound:
    """The one answer for a vote that does not exist and for one that this person may not see."""
    return NotFound(_("There is no such vote."))


def may_call(actor: Actor, route: Route) -> bool:
    """Say whether the person may put a question to a panel or record a council on this path."""
    return (
        route.ended_on is None and scope(actor, "council.vote") is not Scope.NONE and may_work(actor=actor, route=route)
    )


def check_can_call(actor: Actor, route: Route) -> None:
    """Raise Refused unless the person may call a panel or a council together here."""
    if not may_call(actor, route):
        raise Refused(_("You may not call a vote or a council on this path."))


def may_close(actor: Actor, ballot: Ballot) -> bool:
    """The chair closes a vote, or who opened it, or the head."""
    if scope(actor, "council.vote") is Scope.ALL:
        return True
    return actor.user_id is not None and actor.user_id in {ballot.chair_id, ballot.by_id}


def check_can_close(actor: Actor, ballot: Ballot) -> None:
    """Raise Refused unless this person closes the vote."""
    if not may_close(actor, ballot):
        raise Refused(_("The chair closes the vote, or who opened it."))


def may_call_off(actor: Actor, ballot: Ballot) -> bool:
    """Whoever opened a vote takes it back while it runs, or who leads the department: never the chair alone."""
    if ballot.closed_on is not None:
        return False
    is_own = actor.user_id is not None and ballot.by_id == actor.user_id
    return is_own or within(actor, "assessment.approve", department_id=ballot.route.department_id)


def check_can_call_off(actor: Actor, ballot: Ballot) -> None:
    """Raise Conflict when the vote is closed, Refused unless this person may call it off."""
    if ballot.closed_on is not None:
        raise Conflict(CLOSED)
    if not may_call_off(actor, ballot):
        raise Refused(_("A vote is called off by whoever opened it, or by the coordinator or the head."))


def check_can_vote(ballot: Ballot, seat: PanelSeat, on: date) -> None:
    """Raise Conflict when the vote is closed, its time over, cast already, or given up for a conflict of interest."""
    if ballot.closed_on is not None:
        raise Conflict(CLOSED)
    if on > ballot.closes_on:
        raise Conflict(_("The time of this vote is over. The chair counts what was cast."))
    if seat.conflict_on is not None:
        raise Conflict(_("You declared a conflict of interest and do not take part in this vote."))
    if seat.has_voted:
        raise Conflict(_("You have voted already. A vote is not changed."))
