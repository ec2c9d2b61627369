"""Who may be asked into a panel or a council."""

from django.db.models import Q

from opora.access.models import RoleAssignment, User
from opora.access.rules import ABILITIES
from opora.councils.models import Ballot, Conference
from opora.process.models import Route
from opora.process.queries.known_first import known_first


def panel_candidates(*, route: Route) -> list[tuple[int, str]]:
    """Active colleagues whose role lets them vote, in the department of the path or in the whole house."""
    here = Q(department=route.department_id) | Q(department=None)
    granted = RoleAssignment.objects.filter(here, role__in=list(ABILITIES["council.vote"]))
    found = User.objects.filter(pk__in=granted.values("user_id"), is_active=True)
    known = known_first(route_id=route.pk, case_id=route.case_id, worker_id=route.worker_id)
    found = found.annotate(place=known).order_by("place", "name", "pk")
    return list(found.values_list("pk", "name"))


def usual_panel(*, route: Route) -> tuple[list[int], int | None]:
    """Who sat in the last panel of this program, else of this department, and its chair, as far as they still may."""
    ballots = Ballot.objects.filter(route__department=route.department_id)
    last = ballots.filter(route__program=route.program_id).first() or ballots.first()
    if last is None:
        return [], None
    able = {user_id for user_id, _name in panel_candidates(route=route)}
    seated = [seat.user_id for seat in last.seats.all() if seat.user_id in able]
    return seated, last.chair_id if last.chair_id in able else None


def usual_council(*, route: Route) -> list[int]:
    """Who sat in the last council on a plan of this department, as far as they still may."""
    last = Conference.objects.filter(route__department=route.department_id).first()
    able = {user_id for user_id, _name in panel_candidates(route=route)} if last else set()
    return [user_id for user_id in last.participant_ids if user_id in able] if last else []


def ballot_kinds() -> list[tuple[str, str]]:
    """What a panel may be asked, in words."""
    return [(code, str(label)) for code, label in Ballot.Kind.choices]


def conference_decisions() -> list[tuple[str, str]]:
    """What a council may decide about a plan, in words."""
    return [(code, str(label)) for code, label in Conference.Decision.choices]
