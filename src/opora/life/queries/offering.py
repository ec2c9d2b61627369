"""What the sheet «Записать» offers: which families, what may be recorded there, whom one can have seen."""

from dataclasses import dataclass, replace
from datetime import date, time

from django.db.models import Exists, OuterRef, Q, Subquery

from opora.access.models import RoleAssignment, User
from opora.access.rules import ABILITIES, Actor, Scope, scope
from opora.cases.models import TeamMember
from opora.cases.queries import list_cases
from opora.cases.rules.listing import CaseFilters
from opora.intake.models import Referral, Visit
from opora.life.rules import kinds_for
from opora.process.models import Route, RouteMember
from opora.process.policies import is_blocked
from opora.process.queries import Place, may_record, place_of, visible_to
from opora.process.queries.known_first import known_first
from opora.results.queries import offer_assumptions
from opora.stays.queries import list_shelters, shelter_of_family

OWN = 12
FOUND = 10
_VISITORS = list(ABILITIES["intake.work"])


@dataclass(frozen=True, slots=True)
class FamilyLine:
    """A family one may record something about: by number and code, with the hour of today's visit."""

    title: str
    note: str
    case_id: int | None
    route_id: int | None
    visit_at: time | None = None
    is_visit: bool = False
    signal: int | None = None


@dataclass(frozen=True, slots=True)
class Offer:
    """What may be recorded at one place, and by whom; nothing where the work is over or one may only read."""

    place: Place
    kinds: tuple[str, ...]
    colleagues: tuple[tuple[int, str], ...]


def offer(*, actor: Actor, route_id: int | None = None, case_id: int | None = None) -> Offer:
    """What this person may record on a path or a case; NotFound when it is not for this person."""
    return offer_at(actor=actor, place=place_of(actor=actor, route_id=route_id, case_id=case_id))


def offer_at(*, actor: Actor, place: Place) -> Offer:
    """The same for a place already found."""
    blocked = place.route is not None and is_blocked(place.route)
    lives = place.case_id is not None and shelter_of_family(actor=actor, case_id=place.case_id) is not None
    kinds = kinds_for(
        has_path=place.route is not None,
        has_ended=place.has_ended,
        is_blocked=blocked,
        lives_in_centre=lives,
        has_assumptions=bool(offer_assumptions(place=place)),
    )
    return Offer(
        place=place,
        kinds=kinds if kinds and may_record(actor=actor, place=place) else (),
        colleagues=_colleagues(actor, place),
    )


def _colleagues(actor: Actor, place: Place) -> tuple[tuple[int, str], ...]:
    """Oneself first, then the team and the people of the department who go to families."""
    invited = RouteMember.objects.filter(route=place.route_id or 0, to_on=None).values("user_id")
    team = TeamMember.objects.filter(case=place.case_id or 0, to_on=None).values("user_id")
    roles = RoleAssignment.objects.filter(user=OuterRef("pk"), role__in=_VISITORS)
    near = Q(pk__in=invited) | Q(pk__in=team) | Q(pk=place.worker_id or 0)
    near |= Q(Exists(roles.filter(Q(department=place.department_id) | Q(department=None))))
    known = known_first(route_id=place.route_id, case_id=place.case_id, worker_id=place.worker_id)
    found = User.objects.filter(Q(Exists(roles)), near, is_active=True).order_by(known, "name", "pk")
    rows = [(pk, name) for pk, name in found.values_list("pk", "name") if pk != actor.user_id]
    return ((actor.user_id, actor.name), *rows) if actor.user_id is not None else tuple(rows)


def families_for(*, actor: Actor, on: date) -> list[FamilyLine]:
    """Whom one is most likely to write about: today's visits by the hour, then the families one works with."""
    if actor.user_id is None:
        return []
    seen = visible_to(actor).filter(ended_on=None)
    visits = Visit.objects.filter(
        planned_on=on, held_on=None, not_held="", visitor_ids__contains=actor.user_id, route__in=seen.values("pk")
    ).select_related("route__case__client")
    today = [_visit_line(visit) for visit in visits.order_by("at", "pk")]
    team = TeamMember.objects.filter(user_id=actor.user_id, to_on=None).values("case_id")
    own = seen.filter(Q(worker_id=actor.user_id) | Q(case_id__in=team)).select_related("case__client", "program")
    signal = Subquery(Referral.objects.filter(route=OuterRef("pk")).values("pk")[:1])
    rest = [_line(route) for route in own.annotate(signal_id=signal).order_by("-entered_on", "-pk")[:OWN]]
    known = {(line.case_id, line.route_id) for line in today}
    return [*today, *(line for line in rest if (line.case_id, line.route_id) not in known)]


def find_families(*, actor: Actor, text: str) -> list[FamilyLine]:
    """Open cases this person sees that answer to a number, a code or a name."""
    page = list_cases(actor=actor, filters=CaseFilters(text=text, state="open"), limit=FOUND)
    return [FamilyLine(row.number, row.client_code, row.id, None) for row in page.rows]


def houses_for(*, actor: Actor) -> list[tuple[int, str]]:
    """The centres of this person's own departments: of the house itself one writes as well, of no family."""
    if scope(actor, "stays.read") is not Scope.DEPARTMENT:
        return []
    return [(one.pk, one.name) for one in list_shelters(actor=actor) if one.department_id is not None]


def _visit_line(visit: Visit) -> FamilyLine:
    line = _line(visit.route) if visit.route is not None else FamilyLine("", "", visit.case_id, None)
    return replace(line, visit_at=visit.at, is_visit=True)


def _line(route: Route) -> FamilyLine:
    case = route.case
    if case is None:
        return FamilyLine("", str(route.program), None, route.pk, signal=getattr(route, "signal_id", None))
    return FamilyLine(case.number, case.client.code, case.pk, None)
